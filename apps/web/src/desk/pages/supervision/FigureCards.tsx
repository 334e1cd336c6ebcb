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
    [text.onTimeRate, percent(figures.onTimeRate), 'on-time'],
    [text.satisfaction, percent(figures.satisfaction), 'rated'],
    [text.p50, text.days(figures.duration.p50), 'decided'],
    [text.p90, text.days(figures.duration.p90), 'decided'],
    [text.fundPaid, showYuan(figures.fundPaid), 'paid'],
  ] as const
  const count = (figure: Figure) => figures.counts[figure] ?? 0
  return (
    <>
      <p className="in-words">
        {text.inWords(count('received'), count('decided'), percent(figures.onTimeRate))}{' '}
        {text.openInWords(count('open'), count('open-overdue'))}
      </p>
      {figures.corrections.count > 0 && (
        <p className="in-words">
          {text.corrections(figures.corrections.count)}{' '}
          {text.correctedSums(showYuan(figures.corrections.toPay), showYuan(figures.corrections.toRecover))}
        </p>
      )}
      <ul className="rates">
        {rates.map(([label, value, figure]) => (
          <li key={label}>
            <button
              type="button"
              className="card rate"
              title={text.openCases(text.figures[figure])}
              onClick={() => onOpen(figure)}
            >
              <span>{label}</span>
              <strong>{value}</strong>
            </button>
          </li>
        ))}
      </ul>
      <ul className="cards">
        {shown.map((figure) => {
          const cases = count(figure)
          return (
            <li key={figure}>
              <button
                type="button"
                className={alarming.has(figure) && cases > 0 ? 'card card-bad' : 'card'}
                title={text.openCases(text.figures[figure])}
                onClick={() => onOpen(figure)}
              >
                <strong>{cases}</strong>
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
