import { day, weekday } from '../../shared/format.ts'
import { useCaseTexts } from '../messages/case.ts'
import { ledgerSpans } from './ledger-spans.ts'
import type { LedgerRow, LedgerSpan } from './ledger-spans.ts'

/** Every day counted or skipped, and why; neighbouring days of one reason share a row. */
export function Ledger({ days, calendar }: { days: readonly LedgerRow[]; calendar: readonly string[] }) {
  const t = useCaseTexts().clock
  if (days.length === 0) return <p className="soft">{t.ledgerEmpty}</p>
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling part must be reached by keyboard */}
      <div className="table-wrap" role="region" tabIndex={0} aria-label={t.ledger}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t.ledgerDay}</th>
              <th scope="col">{t.ledgerCount}</th>
              <th scope="col">{t.ledgerWhy}</th>
            </tr>
          </thead>
          <tbody>
            {ledgerSpans(days).map((span) => (
              <tr key={span.first.day}>
                <td>
                  <DayWords of={span.first.day} />
                  {span.last !== span.first && (
                    <>
                      <br />
                      {t.ledgerTo} <DayWords of={span.last.day} />
                    </>
                  )}
                </td>
                <td className="num">{span.first.counted ? <b>{t.counted(numbers(span))}</b> : t.skipped}</td>
                <td>{span.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {calendar.length > 0 && (
        <p className="faint">
          {t.calendars}
          {calendar.join('；')}
        </p>
      )}
    </>
  )
}

function DayWords({ of }: { of: string }) {
  return (
    <>
      <span className="num">{day(of)}</span> <span className="num">{weekday(of)}</span>
    </>
  )
}

function numbers({ first, last }: LedgerSpan): string {
  return first === last ? String(first.number) : `${first.number}–${last.number}`
}
