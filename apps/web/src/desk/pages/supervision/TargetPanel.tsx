import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import type { Reply } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { targetsWords } from './targets-words.ts'

type Target = Reply<'getTargets'>['targets'][number]
type Row = Target['items'][number]

/** One target: what the document asks for, both readings of “overall”, and the items they are made of. */
export function TargetPanel({ target }: { target: Target }) {
  const text = useWords(targetsWords)
  const { aim } = target
  const complete = target.compared === target.inScope
  return (
    <section className="panel target">
      <h2>{text.kinds[target.kind]}</h2>
      <p className="flat">
        <strong>{aim ? text.aim(aim.percent) : text.noAim}</strong>
      </p>
      <p className="muted small flat">
        {aim ? `${aim.citation} ${aim.clause}：“${aim.quote}”` : target.missing}
      </p>
      <dl className="readings">
        {(['pooled', 'mean'] as const).map((reading) => (
          <div key={reading}>
            <dt>{text[reading]}</dt>
            <dd>
              <strong>{target[reading].cut ?? text.noFigure}</strong>{' '}
              <Verdict reached={target[reading].reached} complete={complete} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted small">
        {text.made(target.compared, target.inScope)}
        {target.compared === 0 && ` ${target.items.find(({ missing }) => missing !== null)?.missing ?? ''}`}
      </p>
      <details>
        <summary>{text.behind}</summary>
        <ScrollRegion label={`${text.kinds[target.kind]}：${text.behind}`}>
          <ItemTable target={target} />
        </ScrollRegion>
      </details>
    </section>
  )
}

function Verdict({ reached, complete }: { reached: boolean | null; complete: boolean }) {
  const text = useWords(targetsWords)
  if (reached === null) return null
  if (complete) return <Mark tone={reached ? 'good' : 'bad'}>{reached ? text.reached : text.missed}</Mark>
  return <Mark tone="soon">{reached ? text.reachedSoFar : text.missedSoFar}</Mark>
}

function ItemTable({ target }: { target: Target }) {
  const text = useWords(targetsWords)
  const { columns } = text
  const unit = text.units[target.kind]
  const withMost = target.items.some(({ mostAllowed }) => mostAllowed !== null)
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{columns.item}</th>
          <th scope="col" className="num">{`${columns.baseline}（${unit}）`}</th>
          <th scope="col" className="num">{`${columns.here}（${unit}）`}</th>
          <th scope="col" className="num">
            {columns.cut}
          </th>
          {withMost && (
            <th scope="col" className="num">
              {columns.most}
            </th>
          )}
          <th scope="col">{columns.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {target.items.map((row) => (
          <tr key={row.itemId}>
            <td>{row.itemName}</td>
            <Count side={row.baseline} />
            <Count side={row.here} />
            <td className="num">{row.cut ?? '—'}</td>
            {withMost && <td className="num">{row.mostAllowed ?? '—'}</td>}
            <td>
              <ItemVerdict row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ side }: { side: Row['baseline'] }) {
  const text = useWords(targetsWords)
  return (
    <td className="num">
      {side.count ?? '—'}
      {side.count !== null && !side.confirmed && <span className="muted small"> {text.unconfirmed}</span>}
    </td>
  )
}

function ItemVerdict({ row }: { row: Row }) {
  const text = useWords(targetsWords)
  if (row.instant) return <span className="muted small">{text.instant}</span>
  if (row.missing !== null) return <span className="muted small">{row.missing}</span>
  return <Verdict reached={row.reached} complete />
}
