import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import type { Card } from './targets-charts.ts'
import { targetsWords } from './targets-words.ts'

/** The service standards of an item as a list to go through, where it differs here, and how it came about. */
export function ItemHistory({ card }: { card: Card }) {
  const text = useWords(targetsWords)
  const { history: columns } = text
  return (
    <>
      <section>
        <h3>{text.standards}</h3>
        {card.standards.length === 0 && <p className="muted">{text.noStandards}</p>}
        <ul className="fault-list">
          {card.standards.map((standard) => (
            <li key={standard.text}>
              {standard.text} <span className="muted small">{standard.clause ?? text.unconfirmed}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{text.differsHere}</h3>
        {card.differs.length === 0 ? (
          <p className="muted">{text.sameAsNational}</p>
        ) : (
          <p className="row">
            {card.differs.map((part) => (
              <Mark key={part} tone="info">
                {part}
              </Mark>
            ))}
          </p>
        )}
      </section>
      <ScrollRegion label={columns.title}>
        <table className="plain">
          <caption>{columns.title}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.days}</th>
              <th scope="col" className="num">
                {columns.materials}
              </th>
              <th scope="col" className="num">
                {columns.steps}
              </th>
              <th scope="col" className="num">
                {columns.promised}
              </th>
              <th scope="col">{columns.replaces}</th>
            </tr>
          </thead>
          <tbody>
            {card.history.map((stage) => (
              <tr key={stage.from}>
                <td>
                  {showDay(stage.from)} – {stage.until ? showDay(stage.until) : columns.now}
                </td>
                <td className="num">{stage.materials}</td>
                <td className="num">{stage.steps}</td>
                <td className="num">{stage.promisedDays ?? '—'}</td>
                <td>{stage.replaces.join('、') || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {card.successors.length > 0 && <p>{text.mergedInto(card.successors.join('、'))}</p>}
    </>
  )
}
