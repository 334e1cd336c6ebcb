import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import type { Reply, Request } from '../../parts/queries.ts'
import { supervisionWords } from './words.ts'

export type Figures = Reply<'getFigures'>
export type Figure = Request<'casesBehind'>['query']['figure']

const shown: Figure[] = [
  'received',
  'accepted',
  'decided',
  'granted',
  'refused',
  'on-time',
  'overdue',
  'open',
  'open-overdue',
  'agency-faults',
  'rated',
  'bad-ratings',
  'paid',
]
const alarming = new Set<Figure>(['overdue', 'open-overdue', 'agency-faults', 'bad-ratings'])

/** The figures as cards; a card opens its cases. */
export function FigureCards({ figures, onOpen }: { figures: Figures; onOpen: (figure: Figure) => void }) {
  const text = useWords(supervisionWords)
  const rates = [
    [text.onTimeRate, percent(figures.onTimeRate)],
    [text.satisfaction, percent(figures.satisfaction)],
    [text.p50, text.days(figures.duration.p50)],
    [text.p90, text.days(figures.duration.p90)],
    [text.fundPaid, showYuan(figures.fundPaid)],
  ] as const
  return (
    <>
      <dl className="rates">
        {rates.map(([label, value]) => (
          <div key={label} className="panel">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="cards">
        {shown.map((figure) => {
          const count = figures.counts[figure] ?? 0
          return (
            <li key={figure}>
              <button
                type="button"
                className={alarming.has(figure) && count > 0 ? 'card card-bad' : 'card'}
                title={text.openCases(text.figures[figure])}
                onClick={() => onOpen(figure)}
              >
                <strong>{count}</strong>
                <span>{text.figures[figure]}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** A share as the server gives it (`0.985` or already `98.5%`) for the eye. */
function percent(share: string | null): string {
  if (share === null) return '—'
  return share.endsWith('%') ? share : `${Number((Number(share) * 100).toFixed(1))}%`
}
