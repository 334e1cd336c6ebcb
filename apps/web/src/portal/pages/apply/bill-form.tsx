import { useState } from 'react'
import type { Bill } from '@yichuang/contracts'
import { day } from '../../../shared/format.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { Choices, fieldId, TextField } from '../../parts/field.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useSession } from '../../session.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { typedAmount } from './fee-lines.ts'
import { LinesTable } from './lines-table.tsx'
import { LinesTools } from './lines-tools.tsx'
import { BillSum } from './bill-sum.tsx'

/** A bill with its numbers and its fee lines. */
export function BillForm({
  bill,
  index,
  onChange,
  onRemove,
}: {
  bill: Bill
  index: number
  onChange: (edit: (bill: Bill) => Bill) => void
  onRemove: (() => void) | undefined
}) {
  const t = useApplyTexts().bills
  const { faultAt } = useDraft()
  const { session } = useSession()
  const [asking, setAsking] = useState(false)
  const path = `bills.${index}`
  const set = (part: Partial<Bill>) => onChange((before) => ({ ...before, ...part }))
  const amountWrong = bill.amount.trim() !== '' && typedAmount(bill.amount) === undefined
  return (
    <section
      className="pane bill"
      id={fieldId(path)}
      tabIndex={-1}
      aria-labelledby={`${fieldId(path)}-title`}
    >
      <div className="row spread">
        <h2 id={`${fieldId(path)}-title`}>{t.bill(index + 1)}</h2>
        {onRemove && (
          <button type="button" className="button small danger" onClick={() => setAsking(true)}>
            {t.remove}
          </button>
        )}
      </div>
      <Choices
        path={`${path}.kind`}
        label={t.kind}
        value={bill.kind}
        onChange={(kind) => set({ kind })}
        className="row"
        options={[
          { value: 'electronic', name: t.kinds.electronic },
          { value: 'paper', name: t.kinds.paper },
        ]}
      />
      <div className="pair">
        <TextField
          path={`${path}.code`}
          label={t.code}
          value={bill.code}
          maxLength={120}
          onChange={(code) => set({ code })}
          fault={faultAt(`${path}.code`)}
        />
        <TextField
          path={`${path}.number`}
          label={t.number}
          value={bill.number}
          maxLength={120}
          onChange={(number) => set({ number })}
          fault={faultAt(`${path}.number`)}
        />
        <TextField
          path={`${path}.checkCode`}
          label={t.checkCode}
          hint={t.checkCodeHint}
          optional={bill.kind === 'paper'}
          value={bill.checkCode}
          maxLength={120}
          onChange={(checkCode) => set({ checkCode })}
          fault={faultAt(`${path}.checkCode`)}
        />
        <TextField
          path={`${path}.issuedOn`}
          label={t.date}
          type="date"
          value={bill.issuedOn}
          onChange={(issuedOn) => set({ issuedOn })}
          fault={
            bill.issuedOn > session.today ? t.dateFuture(day(session.today)) : faultAt(`${path}.issuedOn`)
          }
        />
        <TextField
          path={`${path}.amount`}
          label={t.amount}
          inputMode="decimal"
          short
          value={bill.amount}
          maxLength={20}
          onChange={(amount) => set({ amount })}
          fault={amountWrong ? t.amountWrong : faultAt(`${path}.amount`)}
        />
      </div>
      <h3>{t.lines}</h3>
      <p className="faint">{t.linesHint}</p>
      <LinesTable
        bill={bill}
        path={path}
        onChange={(edit) => onChange((one) => ({ ...one, lines: edit(one.lines) }))}
      />
      <BillSum bill={bill} />
      <LinesTools onAdd={(lines) => onChange((one) => ({ ...one, lines: [...one.lines, ...lines] }))} />
      {asking && onRemove && (
        <Confirm
          title={t.removeAsk(index + 1)}
          yes={t.remove}
          onYes={onRemove}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
