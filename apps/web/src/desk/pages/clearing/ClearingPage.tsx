import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet, usePages } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { refreshClearing, type ClearingDetail } from './clearing.ts'
import {
  ClearingFunds,
  ClearingHead,
  ClearingState,
  ClearingSums,
  Deductions,
  useNamed,
} from './ClearingParts.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { clearingWords } from './words.ts'
import './clearing.css'

/** One application: what it is made of, its review, and what became of it. */
export function ClearingPage({ regionCode, applicationId }: { regionCode: string; applicationId: string }) {
  const text = useWords(clearingWords)
  const named = useNamed()
  const { has } = useDesk()
  const read = useGet('getClearing', { params: { applicationId }, query: { regionCode } })
  const clearing = read.data
  if (!clearing)
    return (
      <div className="page">
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isLoading && <Skeleton active />}
      </div>
    )
  const { earlier, listsMissing, payment, reason, note, paidOn } = clearing
  const hands = [
    [text.applier, clearing.appliedBy],
    [text.reviewer, clearing.reviewedBy],
    [text.approver, clearing.approvedBy],
  ] as const
  const remarks = [
    earlier.count > 0 && text.earlier(earlier.count, showYuan(earlier.amount)),
    listsMissing.length > 0 && text.listsMissing(listsMissing.length),
    reason && `${text.why}：${reason}`,
    note && `${text.reviewer}：${note}`,
    payment && text.inRun(payment.run, payment.accountMasked),
    paidOn && text.paidOn(showDay(paidOn)),
  ].filter((line) => line !== false && line !== null && line !== '')
  return (
    <div className="page stack">
      <div className="page-head">
        <div>
          <h1>{clearing.institutionName}</h1>
          <p className="row flat muted">
            <ClearingState clearing={clearing} /> {clearing.number} · {named(clearing.clrTypeName)}
          </p>
        </div>
        <Link href="/clearing">{text.back}</Link>
      </div>
      <section className="panel stack clearing-funds">
        <h2>{text.amounts}</h2>
        <ClearingHead clearing={clearing} />
        <ClearingSums clearing={clearing} />
        <ClearingFunds clearing={clearing} />
        <Deductions clearing={clearing} />
        {remarks.map((line) => (
          <p key={String(line)} className="flat">
            {line}
          </p>
        ))}
        <p className="muted small flat">
          {hands.flatMap(([what, who]) => (who === null ? [] : [text.by(what, who)])).join(' · ')}
        </p>
      </section>
      {clearing.state === 'applied' && has('reviewer') && (
        <ReviewForm key={clearing.version} clearing={clearing} regionCode={regionCode} />
      )}
      <Acts clearing={clearing} regionCode={regionCode} />
      {clearing.kind === 'settled' && <Behind applicationId={applicationId} regionCode={regionCode} />}
    </div>
  )
}

/** What the approver does with a proposal, and the way back to the institution. */
function Acts({ clearing, regionCode }: { clearing: ClearingDetail; regionCode: string }) {
  const text = useWords(clearingWords)
  const { has } = useDesk()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<'back' | 'return' | null>(null)
  const done = (sentence: string) => async () => {
    await refreshClearing()
    void message.success(sentence)
  }
  const approve = useAct('approveClearing', done(text.approved))
  const back = useAct('sendClearingBack', done(text.done))
  const giveBack = useAct('returnClearing', done(text.done))
  const { applicationId, version, state } = clearing
  const proposed = state === 'proposed' && has('approver')
  const returnable = has('reviewer', 'approver') && (state === 'applied' || state === 'proposed')
  if (!proposed && !returnable) return null
  const seen = { params: { applicationId } }
  const act = asking === 'back' ? back : giveBack
  return (
    <section className="panel stack">
      {proposed && <p className="muted flat">{text.approveText}</p>}
      <p className="row flat">
        {proposed && (
          <>
            <Button
              type="primary"
              loading={approve.isPending}
              onClick={() => approve.mutate({ ...seen, body: { regionCode, version } })}
            >
              {text.approve}
            </Button>
            <Button onClick={() => setAsking('back')}>{text.sendBack}</Button>
          </>
        )}
        {returnable && (
          <Button danger onClick={() => setAsking('return')}>
            {text.return}
          </Button>
        )}
      </p>
      <ProblemAlert error={approve.error} />
      {asking && (
        <ReasonDialog
          open
          danger={asking === 'return'}
          title={asking === 'back' ? text.sendBack : text.return}
          text={asking === 'return' ? text.returnText : undefined}
          label={text.reason}
          error={act.error}
          busy={act.isPending}
          onClose={() => setAsking(null)}
          onSubmit={async (reason) => {
            await act.mutateAsync({ ...seen, body: { regionCode, version, reason } })
            return true
          }}
        />
      )}
    </section>
  )
}

function Behind({ applicationId, regionCode }: { applicationId: string; regionCode: string }) {
  const text = useWords(clearingWords)
  const list = usePages('clearingSettlements', {
    params: { applicationId },
    query: { regionCode, limit: 50 },
  })
  return (
    <section className="panel">
      <h2>{text.behind}</h2>
      <Listing list={list} empty={text.none}>
        {(rows) => (
          <RowTable
            label={text.behind}
            rows={rows}
            keyOf={({ settlementId }) => settlementId}
            columns={[
              { title: text.settledOn, className: 'nowrap', cell: (row) => showDay(row.settledOn) },
              {
                title: text.settlement,
                className: 'nowrap',
                cell: ({ settlementId, cancels }) => (
                  <>
                    {settlementId}
                    {cancels !== null && <div className="muted small">{text.cancels(cancels)}</div>}
                  </>
                ),
              },
              { title: text.medical, className: 'num', cell: (row) => showYuan(row.medical) },
              { title: text.fund, className: 'num', cell: (row) => showYuan(row.fund) },
              { title: text.account, className: 'num', cell: (row) => showYuan(row.account) },
              { title: text.cash, className: 'num', cell: (row) => showYuan(row.cash) },
            ]}
          />
        )}
      </Listing>
    </section>
  )
}
