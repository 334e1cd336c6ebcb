import { LongField, TextField } from '../../parts/field.tsx'
import { Heading } from '../../parts/page.tsx'
import { PayeeFields } from '../../parts/payee-fields.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { typedAmount } from './fee-lines.ts'

/** The account to be paid to, and what else the agency should know. */
export function PayeeStep() {
  const texts = useApplyTexts()
  const t = texts.payee
  const { content, change, faultAt } = useDraft()
  const otherWrong = content.otherPaid.trim() !== '' && typedAmount(content.otherPaid) === undefined
  return (
    <>
      <div className="page-head">
        <Heading title={t.title} />
        <p className="lead">{content.withdrawal ? t.leadWithdrawal : t.lead}</p>
      </div>
      <PayeeFields
        payee={content.payee}
        faultAt={faultAt}
        onChange={(part) => change((before) => ({ ...before, payee: { ...before.payee, ...part } }))}
      />
      <TextField
        path="phone"
        label={t.phone}
        hint={t.phoneHint}
        type="tel"
        short
        maxLength={120}
        value={content.phone}
        onChange={(phone) => change((before) => ({ ...before, phone }))}
        fault={faultAt('phone')}
      />
      {!content.withdrawal && (
        <TextField
          path="otherPaid"
          label={t.other}
          hint={t.otherHint}
          optional
          inputMode="decimal"
          short
          maxLength={20}
          value={content.otherPaid}
          onChange={(otherPaid) => change((before) => ({ ...before, otherPaid }))}
          fault={otherWrong ? texts.bills.amountWrong : faultAt('otherPaid')}
        />
      )}
      <LongField
        path="note"
        label={t.note}
        optional
        maxLength={1000}
        value={content.note}
        onChange={(note) => change((before) => ({ ...before, note }))}
        fault={faultAt('note')}
      />
    </>
  )
}
