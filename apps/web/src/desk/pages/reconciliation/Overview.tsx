import { Link } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { usePages, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { daysOfMonth, tones, type Day } from './reconciliation.ts'
import { reconciliationWords } from './words.ts'

type Row = Reply<'listReconciliations'>['items'][number]

/** Institutions of the city and how far their days of a month are. */
export function Overview({ month }: { month: string }) {
  const text = useWords(reconciliationWords)
  const { office } = useDesk()
  const list = usePages('listReconciliations', {
    query: { regionCode: office.regionCode, ...daysOfMonth(month), limit: 50 },
  })
  return (
    <section className="panel stack">
      <Listing list={list} empty={text.noInstitutions}>
        {(rows) => (
          <RowTable
            label={text.title}
            rows={rows}
            keyOf={({ code }) => code}
            columns={[
              {
                title: text.institution,
                cell: ({ code, name }) => (
                  <>
                    <Link href={`/reconciliation/${code}`}>{name}</Link>
                    <div className="muted small">{code}</div>
                  </>
                ),
              },
              { title: text.days, cell: (row) => <Progress row={row} /> },
              { title: text.count, className: 'num', cell: ({ centre }) => centre.count },
              { title: text.medical, className: 'num', cell: ({ centre }) => showYuan(centre.medical) },
              { title: text.fund, className: 'num', cell: ({ centre }) => showYuan(centre.fund) },
              { title: text.open, className: 'num', cell: ({ openDifferences }) => openDifferences },
            ]}
          />
        )}
      </Listing>
    </section>
  )
}

/** Each day that is not closed by itself, the closed ones as a number. */
function Progress({ row }: { row: Row }) {
  const text = useWords(reconciliationWords)
  if (row.days.length === 0) return <span className="muted">{text.noDays}</span>
  const open = row.days.filter(({ state }) => state !== 'closed')
  return (
    <>
      <div className="small">{text.closedOf(row.closed, row.days.length)}</div>
      {open.length > 0 && (
        <ul className="reconciliation-days">
          {open.map(({ day, state, openDifferences }) => (
            <li key={day}>
              <Link href={`/reconciliation/${row.code}/${day}`}>{showDay(day)}</Link> <State state={state} />
              {openDifferences > 0 && <span className="small"> {text.openCount(openDifferences)}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function State({ state }: { state: Day['state'] }) {
  const text = useWords(reconciliationWords)
  return <Mark tone={tones[state]}>{text.states[state]}</Mark>
}
