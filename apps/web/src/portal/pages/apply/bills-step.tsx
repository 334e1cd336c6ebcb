import { useState } from 'react'
import type { Bill } from '@yichuang/contracts'
import { money } from '../../../shared/format.ts'
import { Heading } from '../../parts/page.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { BillForm } from './bill-form.tsx'
import { emptyBill, sumOfBills } from './fee-lines.ts'

/** One or more bills, each with its fee lines. */
export function BillsStep() {
  const t = useApplyTexts().bills
  const { content, change } = useDraft()
  const [blank] = useState(emptyBill)
  const bills = content.bills.length > 0 ? content.bills : [blank]
  const setBill = (id: string, edit: (bill: Bill) => Bill) =>
    change((before) => {
      const rows = before.bills.length > 0 ? before.bills : [blank]
      return { ...before, bills: rows.map((bill) => (bill.id === id ? edit(bill) : bill)) }
    })
  return (
    <>
      <div className="page-head">
        <Heading title={t.title} />
        <p className="lead">{t.lead}</p>
      </div>
      {bills.map((bill, index) => (
        <BillForm
          key={bill.id}
          bill={bill}
          index={index}
          onChange={(edit) => setBill(bill.id, edit)}
          onRemove={
            bills.length > 1
              ? () =>
                  change((before) => ({ ...before, bills: before.bills.filter((one) => one.id !== bill.id) }))
              : undefined
          }
        />
      ))}
      {bills.length > 1 && (
        <p className="sum-line field">
          {t.all} <b className="num">{money(sumOfBills(bills))}</b>
        </p>
      )}
      <button
        type="button"
        className="button"
        onClick={() =>
          change((before) => ({
            ...before,
            bills: [...(before.bills.length > 0 ? before.bills : [blank]), emptyBill()],
          }))
        }
      >
        {t.add}
      </button>
    </>
  )
}
