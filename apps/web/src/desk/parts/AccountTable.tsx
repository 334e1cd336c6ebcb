import { Skeleton } from 'antd'
import { showDay } from './days.ts'
import { defineWords, useWords } from './lang.ts'
import { showYuan } from './money.ts'
import { ProblemAlert } from './problem.tsx'
import { useGet } from './queries.ts'
import { ScrollRegion } from './ScrollRegion.tsx'

const words = defineWords(
  {
    title: '个人账户',
    none: '平台没有这个人的个人账户余额；金额由审核人核定，并写明依据。',
    total: '余额',
    closed: (day: string) => `${day}已支取并结清`,
    currentYear: (year: number) => `当年（${year}）`,
    pastYears: '历年',
    day: '日期',
    entry: '事项',
  },
  {
    title: 'Personal account',
    none: 'The platform does not know the balance; the reviewer gives the amount and its basis.',
    total: 'Balance',
    closed: (day: string) => `paid out and closed on ${day}`,
    currentYear: (year: number) => `This year (${year})`,
    pastYears: 'Years before',
    day: 'Day',
    entry: 'Entry',
  },
)

/** What the personal account of the person of a case holds, and every entry that led there. */
export function AccountTable({ caseId, regionCode }: { caseId: string; regionCode: string }) {
  const text = useWords(words)
  const found = useGet('getCaseAccount', { params: { caseId }, query: { regionCode } })
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton active paragraph={{ rows: 2 }} />
  const { account } = found.data
  if (!account) return <p className="soon-text flat">{text.none}</p>
  return (
    <div className="stack tight">
      <p className="spread flat">
        <span>{account.closedOn ? text.closed(showDay(account.closedOn)) : text.total}</span>
        <strong>{showYuan(account.total)}</strong>
      </p>
      <ScrollRegion label={text.title}>
        <table className="plain">
          <caption className="visually-hidden">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col">{text.entry}</th>
              <th scope="col" className="num">
                {text.currentYear(account.year)}
              </th>
              <th scope="col" className="num">
                {text.pastYears}
              </th>
            </tr>
          </thead>
          <tbody>
            {account.entries.map((entry) => (
              <tr key={entry.seq}>
                <td className="nowrap">{showDay(entry.day)}</td>
                <td>{entry.title}</td>
                <td className="num">{showYuan(entry.currentYear)}</td>
                <td className="num">{showYuan(entry.pastYears)}</td>
              </tr>
            ))}
            <tr className="bill-row">
              <th scope="row" colSpan={2}>
                {text.total}
              </th>
              <td className="num">{showYuan(account.currentYear)}</td>
              <td className="num">{showYuan(account.pastYears)}</td>
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}
