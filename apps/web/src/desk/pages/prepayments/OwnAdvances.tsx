import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { RowTable } from '../../parts/Listing.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { prepaymentTones } from './prepayment.ts'
import { prepaymentWords } from './words.ts'

type OwnAdvance = Reply<'ownPrepayments'>['items'][number]

const SHOWN = ['arrived', 'used', 'offset', 'returned', 'held'] as const

/** Advances of the office's own institution, and what of each was offset at its clearing; nothing where it has none. */
export function OwnAdvances() {
  const text = useWords(prepaymentWords)
  const read = useGet('ownPrepayments', {})
  if (read.error) return <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data || read.data.items.length === 0) return null
  return (
    <section className="panel stack">
      <h2>{text.ownTitle}</h2>
      <p className="muted small flat">{text.ownIntro(showYuan(read.data.total.held))}</p>
      <RowTable
        label={text.ownTitle}
        rows={read.data.items}
        keyOf={({ grantId }) => grantId}
        columns={[
          {
            title: text.number,
            cell: (row) => (
              <>
                {row.number}
                <div className="muted small">
                  {text.insurances[row.insurance]}，{showDay(row.grantedOn)}
                </div>
              </>
            ),
          },
          { title: text.sums.granted, className: 'num', cell: (row) => showYuan(row.sums.granted) },
          ...SHOWN.map((name) => ({
            title: text.sums[name],
            className: 'num' as const,
            cell: (row: OwnAdvance) => showYuan(row.sums[name]),
          })),
          {
            title: text.state,
            cell: (row) => <Mark tone={prepaymentTones[row.state]}>{text.states[row.state]}</Mark>,
          },
        ]}
      />
    </section>
  )
}
