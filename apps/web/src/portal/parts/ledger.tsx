import { day, weekday } from '../../shared/format.ts'
import { useCaseTexts } from '../messages/case.ts'

export interface LedgerRow {
  day: string
  counted: boolean
  number: number | null
  why: string
}

/** Every day counted or skipped, and why. */
export function Ledger({ days, calendar }: { days: readonly LedgerRow[]; calendar: readonly string[] }) {
  const t = useCaseTexts().clock
  if (days.length === 0) return <p className="soft">{t.ledgerEmpty}</p>
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling part must be reached by keyboard */}
      <div className="table-wrap" role="region" tabIndex={0} aria-label={t.ledger}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.ledgerDay}</th>
              <th scope="col">{t.ledgerCount}</th>
              <th scope="col">{t.ledgerWhy}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((row) => (
              <tr key={row.day}>
                <td>
                  <span className="num">{day(row.day)}</span> <span className="num">{weekday(row.day)}</span>
                </td>
                <td className="num">
                  {row.counted ? <b>{row.number === null ? '✓' : t.counted(row.number)}</b> : t.skipped}
                </td>
                <td>{row.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {calendar.length > 0 && (
        <p className="faint">
          {t.calendars}: {calendar.join('；')}
        </p>
      )}
    </>
  )
}
