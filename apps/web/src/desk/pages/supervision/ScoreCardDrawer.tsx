import { Button, Drawer } from 'antd'
import { useWords } from '../../parts/lang.ts'
import { ItemHistory } from './ItemHistory.tsx'
import type { Figure } from './FigureCards.tsx'
import type { Card } from './targets-charts.ts'
import { targetsWords } from './targets-words.ts'

/** What an item's score card was made from: the lists of materials and steps, the limits, and the cases. */
export function ScoreCardDrawer(props: {
  card: Card | undefined
  onClose: () => void
  onCases: (figure: Figure) => void
}) {
  const { card, onCases } = props
  const text = useWords(targetsWords)
  return (
    <Drawer open={card !== undefined} onClose={props.onClose} title={card?.itemName} size={640}>
      {card && (
        <div className="stack">
          <ItemHistory card={card} />
          <Lists caption={text.materialsList} list={card.materials.list} />
          <Lists caption={text.stepsList} list={card.process.list} />
          <section>
            <h3>{text.limitFacts}</h3>
            <p>
              {text.statutory}：{text.days(card.limit.statutoryDays)}；{text.promised}：
              {text.days(card.limit.promisedDays)}；{text.actual}：{text.days(card.limit.actualP50)}
            </p>
            {card.limit.decided > 0 && (
              <Button onClick={() => onCases('decided')}>{text.decidedCases(card.limit.decided)}</Button>
            )}
          </section>
          <section>
            <h3>{text.qualityFacts}</h3>
            <p>
              {card.quality.satisfaction === null
                ? text.noRatings
                : text.satisfaction(card.quality.satisfaction, card.quality.satisfactionBefore ?? '—')}
            </p>
            <div className="row">
              {card.quality.rated > 0 && (
                <Button onClick={() => onCases('rated')}>{text.ratedCases(card.quality.rated)}</Button>
              )}
              {card.quality.badRatings > 0 && (
                <Button onClick={() => onCases('bad-ratings')}>
                  {text.badCases(card.quality.badRatings)}
                </Button>
              )}
            </div>
          </section>
        </div>
      )}
    </Drawer>
  )
}

function Lists({ caption, list }: { caption: string; list: Card['materials']['list'] }) {
  const text = useWords(targetsWords)
  const { listColumns: columns } = text
  return (
    <table className="plain">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.title}</th>
          <th scope="col">{columns.national}</th>
          <th scope="col">{columns.here}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((entry) => (
          <tr key={entry.title}>
            <td>{entry.title}</td>
            <td>{entry.national ? text.yes : text.no}</td>
            <td>{entry.here === null ? text.notLoaded : entry.here ? text.yes : text.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
