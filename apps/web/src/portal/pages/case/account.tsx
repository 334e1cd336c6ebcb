import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CaseView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { Problem } from '../../../shared/problem.ts'
import { Callout } from '../../parts/callout.tsx'
import { ActionFailure } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { PayeeFields } from '../../parts/payee-fields.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useCaseTexts } from '../../messages/case.ts'
import { caseHref, WithCase } from './load-case.tsx'

/** After the bank rejected the payment: give another account. */
export function AccountPage() {
  return <WithCase>{(view) => <AccountForm view={view} />}</WithCase>
}

function AccountForm({ view }: { view: CaseView }) {
  const t = useCaseTexts().payment
  const [payee, setPayee] = useState({ holder: view.content.payee.holder, bankName: '', account: '' })
  const [, navigate] = useLocation()
  const { caseId, regionCode, version } = view
  const send = useAction(
    (intent) => call('correctAccount', { params: { caseId }, body: { regionCode, version, payee }, intent }),
    () => navigate(caseHref(view)),
  )
  const faults = send.error instanceof Problem ? send.error.errors : []
  return (
    <Page
      title={t.correctTitle}
      lead={t.correctLead}
      back={{ href: caseHref(view), name: view.itemName }}
      narrow
    >
      {view.payment?.bankReason && (
        <div className="field">
          <Callout kind="fault" title={`${t.reason}：${view.payment.bankReason}`} />
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.run()
        }}
      >
        <PayeeFields
          payee={payee}
          onChange={(part) => setPayee({ ...payee, ...part })}
          faultAt={(path) => faults.find((fault) => fault.path === path)?.message}
        />
        <ActionFailure error={send.error} />
        <button className="button primary big" disabled={send.pending}>
          {t.send}
        </button>
      </form>
    </Page>
  )
}
