import { Skeleton } from 'antd'
import { Link } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { daysOfMonth, tones } from './reconciliation.ts'
import { reconciliationWords } from './words.ts'

/** Days of one institution in a month, with their sum at the end. */
export function Days({ month, institution }: { month: string; institution: string | undefined }) {
  const text = useWords(reconciliationWords)
  const { office } = useDesk()
  const query = { regionCode: office.regionCode, ...daysOfMonth(month), ...(institution && { institution }) }
  const read = useGet('listReconciliationDays', { query }, { keepPrevious: true })
  const data = read.data
  return (
    <>
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.items.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      {institution && <Link href="/reconciliation">{text.back}</Link>}
      {data && data.items.length > 0 && (
        <section className="panel stack">
          <h2>{data.institution.name}</h2>
          <ScrollRegion label={data.institution.name}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{text.day}</th>
                  <th scope="col">{text.state}</th>
                  <th scope="col" className="num">
                    {text.count}
                  </th>
                  <th scope="col" className="num">
                    {text.medical}
                  </th>
                  <th scope="col" className="num">
                    {text.fund}
                  </th>
                  <th scope="col" className="num">
                    {text.account}
                  </th>
                  <th scope="col" className="num">
                    {text.open}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.items.map(({ day, state, centre, openDifferences }) => (
                  <tr key={day}>
                    <th scope="row" className="nowrap">
                      <Link href={`/reconciliation/${data.institution.code}/${day}`}>{showDay(day)}</Link>
                    </th>
                    <td className="nowrap">
                      <Mark tone={tones[state]}>{text.states[state]}</Mark>
                    </td>
                    <td className="num">{centre.count}</td>
                    <td className="num">{showYuan(centre.medical)}</td>
                    <td className="num">{showYuan(centre.fund)}</td>
                    <td className="num">{showYuan(centre.account)}</td>
                    <td className="num">{openDifferences}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{text.total}</th>
                  <td>{text.closedOf(data.total.closed, data.total.days)}</td>
                  <td className="num">{data.total.centre.count}</td>
                  <td className="num">{showYuan(data.total.centre.medical)}</td>
                  <td className="num">{showYuan(data.total.centre.fund)}</td>
                  <td className="num">{showYuan(data.total.centre.account)}</td>
                  <td className="num">{data.total.openDifferences}</td>
                </tr>
              </tfoot>
            </table>
          </ScrollRegion>
        </section>
      )}
    </>
  )
}
