import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { DaysLeft } from './DaysLeft.tsx'
import { showDay } from './days.ts'
import { useKeys } from './keys.ts'
import { defineWords, useWords } from './lang.ts'
import { Mark, StateMark } from './Mark.tsx'
import { showYuan } from './money.ts'
import type { Reply } from './queries.ts'
import { common } from './words.ts'
import { ScrollRegion } from './ScrollRegion.tsx'

export type CaseRow = Reply<'inbox'>['items'][number]

const words = defineWords(
  {
    caption: '案件列表',
    number: '办件编号',
    draft: '尚未提交',
    applicant: '参保人',
    item: '事项',
    state: '状态',
    left: '时限',
    total: '总费用',
    fund: '基金支付',
    owner: '首问负责人',
    handedIn: '提交日期',
    unowned: '未认领',
    due: (day: string) => `${day}到期`,
  },
  {
    caption: 'Cases',
    number: 'Case number',
    draft: 'Not handed in',
    applicant: 'Insured person',
    item: 'Item',
    state: 'State',
    left: 'Time left',
    total: 'Total',
    fund: 'Fund pays',
    owner: 'Owner',
    handedIn: 'Handed in',
    unowned: 'no owner yet',
    due: (day: string) => `due ${day}`,
  },
)

/** Address of a case. */
export const caseAddress = (of: { regionCode: string; caseId: string }) =>
  `/cases/${of.regionCode}/${of.caseId}`

/** A list of cases, walked with j and k and opened with Enter; every row is a link too. */
export function CaseTable(props: {
  rows: readonly CaseRow[]
  keyboard?: boolean
  select?: (row: CaseRow) => ReactNode
}) {
  const { rows, select } = props
  const text = useWords(words)
  const { channels } = useWords(common)
  const [current, setCurrent] = useState(-1)
  const [, navigate] = useLocation()
  const walk = (by: number) => {
    const next = Math.min(Math.max(current + by, 0), rows.length - 1)
    setCurrent(next)
    document.querySelectorAll<HTMLElement>('[data-case-link]')[next]?.focus()
  }
  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    Enter: () => {
      const row = rows[current]
      if (row) navigate(caseAddress(row))
    },
  }
  useKeys(props.keyboard ? keys : {})
  return (
    <ScrollRegion label={text.caption} className="sheet">
      <table className="plain case-table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            {select && <th aria-hidden />}
            <th scope="col">{text.number}</th>
            <th scope="col">{text.applicant}</th>
            <th scope="col">{text.item}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.left}</th>
            <th scope="col" className="num">
              {text.total}
            </th>
            <th scope="col" className="num">
              {text.fund}
            </th>
            <th scope="col">{text.owner}</th>
            <th scope="col">{text.handedIn}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.caseId} aria-current={props.keyboard && index === current ? 'true' : undefined}>
              {select && <td className="cell-select">{select(row)}</td>}
              <td className="cell-number">
                <Link
                  data-case-link
                  href={caseAddress(row)}
                  className="case-number"
                  onFocus={() => setCurrent(index)}
                >
                  {row.number ?? text.draft}
                </Link>
                <div className="muted small">{channels[row.channel]}</div>
              </td>
              <td className="cell-person">
                {row.applicantName}
                <div className="muted small">{row.hospitalName}</div>
              </td>
              <td className="cell-item">
                {row.itemName}
                <div className="muted small">{row.officeName}</div>
              </td>
              <td className="cell-state">
                <StateMark state={row.state} name={row.stateName} />
              </td>
              <td className="cell-left">
                <DaysLeft {...row} />
                {row.dueOn && row.daysLeft !== null && (
                  <div className="muted small nowrap">{text.due(showDay(row.dueOn))}</div>
                )}
              </td>
              <td className="num" data-label={text.total}>
                {showYuan(row.total)}
              </td>
              <td className="num" data-label={text.fund}>
                {showYuan(row.fund)}
              </td>
              <td data-label={text.owner}>{row.ownerName ?? <Mark>{text.unowned}</Mark>}</td>
              <td className="nowrap" data-label={text.handedIn}>
                {showDay(row.handedInOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
