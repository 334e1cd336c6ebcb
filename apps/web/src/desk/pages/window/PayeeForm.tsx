import { useWords } from '../../parts/lang.ts'
import { plainAmount } from '../../parts/money.ts'
import { Field } from './Field.tsx'
import { useTyping } from './typing-state.tsx'
import { windowWords } from './words.ts'

/** Where the money goes, and how to reach the person. */
export function PayeeForm() {
  const { content, change } = useTyping()
  const text = useWords(windowWords)
  const { payee } = content
  const set = (part: Partial<typeof payee>) => change({ payee: { ...payee, ...part } })
  return (
    <section className="panel" id="payee">
      <h2>{text.steps.payee}</h2>
      <div className="field-grid">
        <Field
          label={text.holder}
          path="payee.holder"
          value={payee.holder}
          onChange={(holder) => set({ holder })}
        />
        <Field
          label={text.bank}
          path="payee.bankName"
          value={payee.bankName}
          onChange={(bankName) => set({ bankName })}
        />
        <Field
          label={text.account}
          path="payee.account"
          value={payee.account}
          onChange={(account) => set({ account })}
          onBlur={(account) => set({ account: account.replace(/\s/g, '') })}
        />
        <Field
          label={text.phone}
          path="phone"
          value={content.phone}
          onChange={(phone) => change({ phone })}
        />
        {!content.withdrawal && (
          <Field
            numeric
            label={text.otherPaid}
            path="otherPaid"
            value={content.otherPaid}
            onChange={(otherPaid) => change({ otherPaid })}
            onBlur={(otherPaid) => change({ otherPaid: plainAmount(otherPaid) })}
          />
        )}
        <Field
          label={text.note}
          path="note"
          maxLength={1000}
          value={content.note}
          onChange={(note) => change({ note })}
        />
      </div>
    </section>
  )
}
