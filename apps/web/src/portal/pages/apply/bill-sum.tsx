import type { Bill } from '@yichuang/contracts'
import { money } from '../../../shared/format.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { cleanAmount, differenceToBill, sumOfLines } from './fee-lines.ts'

/** Running sum of the lines beside the amount of the bill, and how far apart they are. */
export function BillSum({ bill }: { bill: Bill }) {
  const t = useApplyTexts().bills
  if (bill.lines.length === 0) return null
  const difference = differenceToBill(bill)
  const off = difference !== null && difference !== '0.00'
  return (
    <p className={off ? 'sum-line off' : 'sum-line'} role="status">
      <span>
        {t.sum} <b className="num">{money(sumOfLines(bill.lines))}</b>
      </span>
      {difference !== null && (
        <>
          <span>
            {t.billAmount} <b className="num">{money(cleanAmount(bill.amount))}</b>
          </span>
          <b>
            {!off
              ? `✓ ${t.equal}`
              : difference.startsWith('-')
                ? t.less(money(difference.slice(1)))
                : t.more(money(difference))}
          </b>
        </>
      )}
    </p>
  )
}
