import { Link } from 'wouter'
import type { CaseView } from '@yichuang/contracts'
import { day, money } from '../../../shared/format.ts'
import { GuideSection } from '../guide/section.tsx'
import { Callout } from '../../parts/callout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { useCaseTexts } from '../../messages/case.ts'
import { caseHref } from './load-case.tsx'

/** Where the money is; a rejection shows the bank's reason and the way on. */
export function Payment({ view }: { view: CaseView }) {
  const t = useCaseTexts()
  const { payment } = view
  if (!payment) return null
  return (
    <GuideSection title={t.payment.title}>
      <div className="pane stack">
        {payment.state === 'rejected' && (
          <Callout kind="fault" title={`${t.payment.reason}：${payment.bankReason ?? ''}`}>
            {view.acts.includes('correct-account') && (
              <p>
                <Link className="button primary" href={caseHref(view, 'account')}>
                  {t.actions.account}
                </Link>
              </p>
            )}
          </Callout>
        )}
        <Facts
          rows={[
            [t.payment.state, <b key="state">{t.payment.states[payment.state]}</b>],
            [t.payment.amount, <b key="amount">{money(payment.amount)}</b>],
            [t.payment.to, `${payment.payeeHolder} ${payment.bankName} ${payment.accountMasked}`],
            ...(payment.paidOn ? ([[t.payment.paidOn, day(payment.paidOn)]] as const) : []),
          ]}
        />
      </div>
    </GuideSection>
  )
}
