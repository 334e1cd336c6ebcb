import type { Guide } from '@yichuang/contracts'
import { Clause } from '../../parts/clause.tsx'
import { useTexts } from '../../texts.ts'

/** What to hand in: required, conditional, optional; what has no document behind it is marked. */
export function Materials({ materials }: { materials: Guide['materials'] }) {
  const t = useTexts().guide
  if (materials.length === 0) return <p className="soft">{t.materialsEmpty}</p>
  return (
    <>
      <dl className="facts">
        {materials.map((one) => (
          <div key={one.materialId}>
            <dt>
              <span className={one.need === 'required' ? 'tag live' : 'tag'}>{t.need[one.need]}</span>
            </dt>
            <dd>
              <b>{one.name}</b>{' '}
              {(one.trust || !one.source) && <span className="tag care">{t.unverified}</span>}
              {one.condition && <p>{one.condition}</p>}
              {one.note && <p className="soft">{one.note}</p>}
              <Clause source={one.source} />
            </dd>
          </div>
        ))}
      </dl>
      {materials.some((one) => one.trust || !one.source) && <p className="faint">{t.unverifiedHint}</p>}
    </>
  )
}
