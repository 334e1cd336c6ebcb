import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { useReasonText } from '../../parts/rating-reasons.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import { Accept } from './acts/Accept.tsx'
import { CorrectAccount } from './acts/CorrectAccount.tsx'
import { Decide } from './acts/Decide.tsx'
import { Handover } from './acts/Handover.tsx'
import { NoticeDialog } from './acts/NoticeDialog.tsx'
import { Propose } from './acts/Propose.tsx'
import { Rating } from './acts/Rating.tsx'
import { ExplainOverdue, PassUp, Return, Withdraw, WithdrawOnProof } from './acts/Simple.tsx'
import { useActText } from './acts/act-text.ts'
import { actWords } from './acts/words.ts'
import { useCase } from './case-context.tsx'
import { Checklist } from './Checklist.tsx'
import { Diff } from './Diff.tsx'
import { Result } from './Result.tsx'

/** What may be done with the case now: exactly the acts the server allows the caller, nothing more. */
export function ActPanel() {
  const { view } = useCase()
  const { staff, has } = useDesk()
  const text = useWords(actWords)
  const may = (...acts: string[]) => view.acts.some((act) => acts.includes(act))
  // First what each looks at first: who accepts the materials, who reviews the money, who decides the proposal.
  const accepting = may('accept')
  const typing = may('hand-in', 'answer')
  const ownProposal = view.state === 'reviewed' && view.proposal?.byUserId === staff.userId
  const acts: ReactNode[] = [
    may('accept') && <Accept key="accept" />,
    may('notify') && <NoticeDialog key="notify" />,
    may('pass-up') && <PassUp key="pass-up" />,
    may('return') && <Return key="return" />,
    typing && (
      <Link key="typing" href={`/window/${view.regionCode}/${view.caseId}`} asChild>
        <Button type="primary" block href="#">
          {may('answer') ? text.answer : text.typing}
        </Button>
      </Link>
    ),
    may('correct-account') && <CorrectAccount key="account" />,
    may('withdraw') && <Withdraw key="withdraw" />,
    view.actsOnProof.includes('withdraw') && <WithdrawOnProof key="withdraw-on-proof" />,
    // Mounted also when rated, so that the thanks stay on screen.
    has('clerk') && (view.mayRate || view.rating) && <Rating key="rating" given={view.rating !== null} />,
  ].filter(Boolean)
  const deciding = may('propose-grant', 'propose-refusal', 'approve', 'refuse', 'send-back')
  return (
    <aside className="act-column" aria-label={text.title}>
      {accepting && <Checklist />}
      {view.proposal && !view.decision && <Proposal />}
      {!accepting && !view.acts.includes('send-back') && <Result />}
      <Outcome />
      <section className="panel stack" aria-label={text.title}>
        <h2>{text.title}</h2>
        {may('propose-grant', 'propose-refusal') && <Propose />}
        {may('approve', 'refuse', 'send-back') && <Decide />}
        {ownProposal && <p className="soon-text flat">{text.ownProposal}</p>}
        {acts}
        {acts.length === 0 && !deciding && <Nothing />}
        {view.clock.overdue && !view.clock.overdueReason && <ExplainOverdue />}
        <Handover />
      </section>
      {(accepting || view.acts.includes('send-back')) && <Result />}
      {!accepting && deciding && <Checklist />}
      {view.proposal && !view.decision && view.proposal.outcome === 'grant' && (
        <section className="panel" aria-label={text.diff}>
          <Diff />
        </section>
      )}
    </aside>
  )
}

function Nothing() {
  const { view } = useCase()
  const text = useWords(actWords)
  const why: Record<string, string> = text.whyNothing
  return (
    <p className="muted flat">
      {text.nothing} {why[view.state] ?? text.whyNothing.other}
    </p>
  )
}

function Proposal() {
  const { view } = useCase()
  const text = useActText(view)
  const { amounts } = useWords(common)
  const { proposal } = view
  if (!proposal) return null
  return (
    <section className="panel" aria-label={text.proposal}>
      <h2>{text.proposal}</h2>
      <p className="row">
        <Mark tone={proposal.outcome === 'grant' ? 'good' : 'bad'}>
          {proposal.outcome === 'grant' ? text.grant : text.refuse}
        </Mark>
        <span>
          {text.by} {proposal.by} · {showDay(proposal.day)}
        </span>
      </p>
      {proposal.manualFund && (
        <p>
          {text.manual}：<strong>{showYuan(proposal.manualFund)}</strong>
        </p>
      )}
      {proposal.reason && <p>{proposal.reason}</p>}
      {proposal.outcome === 'grant' && view.calculation?.amounts && (
        <p className="fund">
          <span>{amounts.fund}</span>
          <strong>{showYuan(proposal.manualFund ?? view.calculation.amounts.fund)}</strong>
        </p>
      )}
    </section>
  )
}

function Outcome() {
  const { view } = useCase()
  const text = useWords(actWords)
  const { grades, amounts } = useWords(common)
  const reasonText = useReasonText()
  const { decision, payment, rating } = view
  if (!decision && !payment && !rating) return null
  return (
    <section className="panel" aria-label={text.decision}>
      {decision && (
        <>
          <h2>{text.decision}</h2>
          <p className="row">
            <Mark tone={decision.outcome === 'granted' ? 'good' : 'bad'}>{view.stateName}</Mark>
            {decision.outcome === 'granted' && view.fund && (
              <strong>
                {amounts.fund} {showYuan(view.fund)}
              </strong>
            )}
          </p>
          <p className="muted small">
            {decision.by} · {showDay(decision.decidedOn)} · {text.by} {decision.reviewedBy} ·{' '}
            {decision.pack.id} {decision.pack.version}
          </p>
          {decision.reason && <p>{decision.reason}</p>}
        </>
      )}
      {payment && (
        <>
          <h2>{text.payment}</h2>
          <p>
            <Mark tone={payment.state === 'rejected' ? 'bad' : 'good'}>
              {text.paymentStates[payment.state]}
            </Mark>{' '}
            {showYuan(payment.amount)} · {payment.bankName} {payment.accountMasked}
            {payment.bankReason && <span className="bad-text"> {payment.bankReason}</span>}
          </p>
        </>
      )}
      {rating && (
        <>
          <h2>{text.rating}</h2>
          <p>
            {grades[rating.grade]} {rating.reasons.map(reasonText).join('、')} {rating.text}
          </p>
        </>
      )}
    </section>
  )
}
