import { Fragment } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { common } from '../../parts/words.ts'
import { useCase } from './case-context.tsx'
import { lineIdOf } from './coding.ts'
import { codingWords } from './coding-words.ts'
import { caseWords } from './words.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'

/** Bills and their lines as claimed, with the reviewer's coding where there is one. */
export function Lines() {
  const { view } = useCase()
  const text = useWords(caseWords)
  const { classes } = useWords(common)
  const columns = useWords(codingWords)
  const coded = new Map((view.coding ?? []).map((coding) => [coding.lineId, coding]))
  if (view.content.bills.length === 0) return <p className="muted">{text.noLines}</p>
  return (
    <ScrollRegion label={text.tabs.lines}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{text.lineName}</th>
            <th scope="col" className="num">
              {text.quantity}
            </th>
            <th scope="col" className="num">
              {text.amount}
            </th>
            {coded.size > 0 && <th scope="col">{columns.class}</th>}
            {coded.size > 0 && (
              <th scope="col" className="num">
                {columns.cut}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {view.content.bills.map((bill) => (
            <Fragment key={bill.id}>
              <tr className="bill-row">
                <th scope="rowgroup" colSpan={2}>
                  {text.billOf(bill.number)}{' '}
                  <span className="muted small">
                    {bill.issuedOn && `${text.issued} ${showDay(bill.issuedOn)}`}{' '}
                    {bill.checkCode && `${text.checkCode} ${bill.checkCode}`}
                  </span>
                </th>
                <td className="num">
                  <strong>{showYuan(bill.amount)}</strong>
                </td>
                {coded.size > 0 && <td colSpan={2} aria-hidden />}
              </tr>
              {bill.lines.map((line) => {
                const coding = coded.get(lineIdOf(bill, line))
                return (
                  <tr key={line.id}>
                    <td>
                      {line.name} <span className="muted small">{line.code}</span>
                    </td>
                    <td className="num">
                      {line.quantity}
                      {line.unit && ` ${line.unit}`}
                    </td>
                    <td className="num">{showYuan(line.amount)}</td>
                    {coded.size > 0 && <td className="nowrap">{coding ? classes[coding.class] : '—'}</td>}
                    {coded.size > 0 && (
                      <td className="num" title={coding?.cutReason ?? undefined}>
                        {coding?.cutAmount ? showYuan(coding.cutAmount) : '—'}
                        {coding?.cutReason && <div className="muted small wrap">{coding.cutReason}</div>}
                      </td>
                    )}
                  </tr>
                )
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
