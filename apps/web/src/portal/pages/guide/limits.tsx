import type { Guide } from '@yichuang/contracts'
import { Clause } from '../../parts/clause.tsx'
import { DayRuler } from '../../parts/day-ruler.tsx'
import { useTexts } from '../../texts.ts'

/** The statutory limit beside the promised one, each with its clause. */
export function Limits({ guide }: { guide: Guide }) {
  const t = useTexts().guide
  const scale = Math.max(guide.statutory?.days ?? 0, guide.promised?.days ?? 0)
  return (
    <section className="pane" aria-labelledby="limits-title">
      <h2 id="limits-title" className="visually-hidden">
        {t.limits}
      </h2>
      <div className="limits">
        {(guide.promised || !guide.instant) && (
          <OneLimit name={t.promised} limit={guide.promised} scale={scale} none={t.unknownLimit} />
        )}
        <OneLimit
          name={t.statutory}
          limit={guide.statutory}
          scale={scale}
          none={guide.instant ? t.instant : t.unknownLimit}
        />
      </div>
    </section>
  )
}

function OneLimit({
  name,
  limit,
  scale,
  none,
}: {
  name: string
  limit: Guide['promised']
  scale: number
  /** what is said instead of days */
  none: string
}) {
  const t = useTexts().guide
  return (
    <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
      <h3>{name}</h3>
      {limit ? (
        <>
          <p>
            <span className="days num">{limit.days}</span> {t.days}
          </p>
          <DayRuler on={limit.days} all={scale} label={`${name} ${limit.days} ${t.days}`} />
          <Clause source={limit.source} />
        </>
      ) : (
        <p className="soft">{none}</p>
      )}
    </div>
  )
}
