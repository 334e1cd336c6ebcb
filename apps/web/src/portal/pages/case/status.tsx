import { useState } from 'react'
import { Link } from 'wouter'
import type { CaseView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { LongField } from '../../parts/field.tsx'
import { ActionFailure } from '../../parts/loaded.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useFilingTexts } from '../../messages/filings.ts'
import { useObjectionTexts } from '../../messages/objections.ts'
import { useCaseTexts } from '../../messages/case.ts'
import { stepAddress } from '../apply/step-list.tsx'
import { caseHref } from './load-case.tsx'

/** The state in plain words, what happens next, and what I may do now. */
export function Status({ view, set }: { view: CaseView; set: (view: CaseView) => void }) {
  const t = useCaseTexts()
  const objection = useObjectionTexts()
  const filing = useFilingTexts()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <section className="status-window" aria-labelledby="status-title">
        <h2 id="status-title" className="visually-hidden">
          {t.nextTitle}
        </h2>
        <p className="state">{view.stateName}</p>
        <p>
          {view.content.remote && view.state === 'approved'
            ? filing.done
            : ((view.content.objection && objection.next[view.state]) ?? t.next[view.state])}
          {view.state === 'paid' && view.mayRate && t.pleaseRate}
        </p>
        <p className="num">
          {view.number && `${t.number} ${view.number}`}
          {view.agentName && ` · ${t.agent(view.agentName)}`}
        </p>
        <p className="row">
          {view.state === 'draft' && (
            <Link className="button" href={stepAddress(view, 'visit')}>
              {t.actions.continue}
            </Link>
          )}
          {view.acts.includes('answer') && (
            <Link className="button" href={caseHref(view, 'answer')}>
              {t.actions.answer}
            </Link>
          )}
          {view.decision && (
            <Link className="button" href={caseHref(view, 'decision')}>
              {t.actions.decision}
            </Link>
          )}
          {view.acts.includes('correct-account') && (
            <Link className="button" href={caseHref(view, 'account')}>
              {t.actions.account}
            </Link>
          )}
          {view.mayRate && (
            <Link className="button" href={caseHref(view, 'rating')}>
              {t.actions.rate}
            </Link>
          )}
          {view.number && (
            <Link className="button" href={caseHref(view, 'receipt')}>
              {t.actions.receipt}
            </Link>
          )}
          {view.acts.includes('withdraw') && (
            <button type="button" className="button danger" onClick={() => setAsking(true)}>
              {t.actions.withdraw}
            </button>
          )}
        </p>
      </section>
      {asking && <Withdraw view={view} set={set} onClose={() => setAsking(false)} />}
    </>
  )
}

function Withdraw({
  view,
  set,
  onClose,
}: {
  view: CaseView
  set: (view: CaseView) => void
  onClose: () => void
}) {
  const t = useCaseTexts().withdraw
  const { withdrawText } = useObjectionTexts()
  const [reason, setReason] = useState('')
  const { caseId, regionCode, version } = view
  const withdraw = useAction(
    (intent) => call('withdrawCase', { params: { caseId }, body: { regionCode, version, reason }, intent }),
    (after) => {
      set(after)
      onClose()
    },
  )
  return (
    <Confirm title={t.ask} yes={t.yes} pending={withdraw.pending} onYes={withdraw.run} onClose={onClose}>
      <p>{view.content.objection ? withdrawText : t.text}</p>
      <LongField
        path="withdraw"
        label={t.reason}
        optional
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <ActionFailure error={withdraw.error} />
    </Confirm>
  )
}
