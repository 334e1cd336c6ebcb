import { parseBankAccount } from '@yichuang/kernel'
import { Alert } from 'antd'
import { useLanguage } from '../../shared/language.ts'

/**
 * What is doubtful about an account, below its field and out of sight while it is being typed (`parts.css`). A check digit
 * that does not fit is no fault, since passbooks have none; but the bank has just sent a payment back.
 */
export function AccountDoubt({ account }: { account: string }) {
  const language = useLanguage()
  if (account.trim() === '') return null
  const read = parseBankAccount(account)
  const doubt = read.ok ? read.value.warning : read.fault
  if (!doubt) return null
  return (
    <output className="account-doubt">
      <Alert type={read.ok ? 'warning' : 'error'} showIcon title={doubt.sentences[language]} />
    </output>
  )
}
