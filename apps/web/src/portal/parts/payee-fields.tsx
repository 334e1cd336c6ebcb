import type { ClaimContent } from '@yichuang/contracts'
import { parseBankAccount } from '@yichuang/kernel'
import { useLanguage } from '../../shared/language.ts'
import { useApplyTexts } from '../messages/apply.ts'
import { Callout } from './callout.tsx'
import { TextField } from './field.tsx'

type Payee = ClaimContent['payee']

/** Whether a bank account number is written as one: 8 to 32 digits, blanks allowed. */
export function accountLooksRight(account: string): boolean {
  return /^\d{8,32}$/.test(account.replace(/\s+/g, ''))
}

/** Holder, bank and account. */
export function PayeeFields({
  payee,
  onChange,
  faultAt,
}: {
  payee: Payee
  onChange: (part: Partial<Payee>) => void
  faultAt: (path: string) => string | undefined
}) {
  const t = useApplyTexts().payee
  const lang = useLanguage()
  const read = parseBankAccount(payee.account)
  const wrong = payee.account !== '' && !accountLooksRight(payee.account)
  return (
    <>
      <TextField
        path="payee.holder"
        label={t.holder}
        hint={t.holderHint}
        maxLength={120}
        value={payee.holder}
        onChange={(holder) => onChange({ holder })}
        fault={faultAt('payee.holder')}
      />
      <TextField
        path="payee.bankName"
        label={t.bank}
        hint={t.bankHint}
        maxLength={120}
        value={payee.bankName}
        onChange={(bankName) => onChange({ bankName })}
        fault={faultAt('payee.bankName')}
      />
      <TextField
        path="payee.account"
        label={t.account}
        inputMode="numeric"
        maxLength={40}
        value={payee.account}
        onChange={(account) => onChange({ account })}
        fault={wrong ? t.accountWrong : faultAt('payee.account')}
      />
      {read.ok && read.value.warning && (
        <output className="field account-doubt">
          <Callout kind="care" title={read.value.warning.sentences[lang]} />
        </output>
      )}
    </>
  )
}
