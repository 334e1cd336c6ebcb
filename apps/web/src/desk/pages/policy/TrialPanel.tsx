import { Alert, Button, Input, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { showDay, showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet } from '../../parts/queries.ts'
import type { Draft } from './DraftPage.tsx'
import { TrialFigures } from './TrialFigures.tsx'
import { policyWords } from './words.ts'

const LOOK_MS = 500

/** The trials of a draft: begin one, watch it, read the newest. */
export function TrialPanel({ draft, writes }: { draft: Draft; writes: boolean }) {
  const text = useWords(policyWords)
  const [asIf, setAsIf] = useState('')
  const { draftId, version } = draft
  const [newest] = draft.trials
  const start = useAct('startTrial', () => refresh('getDraft'))
  const ready = draft.changes.length > 0 && draft.outdated.length === 0
  return (
    <section className="panel">
      <h2>{text.trial}</h2>
      {writes && (
        <div className="policy-bar">
          <label>
            {text.asIf}
            <Input type="date" value={asIf} onChange={(event) => setAsIf(event.target.value)} />
          </label>
          <Button
            type="primary"
            disabled={!ready || newest?.state === 'running'}
            loading={start.isPending}
            onClick={() => start.mutate({ params: { draftId }, body: { version, ...(asIf && { asIf }) } })}
          >
            {text.tryIt}
          </Button>
        </div>
      )}
      <ProblemAlert error={start.error} />
      {newest && (
        <Newest key={newest.trialId} trialId={newest.trialId} writes={writes} open={draft.state === 'open'} />
      )}
    </section>
  )
}

function Newest({ trialId, writes, open }: { trialId: string; writes: boolean; open: boolean }) {
  const text = useWords(policyWords)
  const trial = useGet('getTrial', { params: { trialId } }, { staleTime: 0 })
  const stop = useAct('cancelTrial', () => refresh('getTrial', 'getDraft'))
  const { state } = trial.data ?? {}
  const { refetch } = trial
  useEffect(() => {
    if (state !== 'running') return
    const timer = setInterval(() => void refetch(), LOOK_MS)
    return () => {
      clearInterval(timer)
      void refresh('getDraft')
    }
  }, [state, refetch])
  if (!trial.data) return <ProblemAlert error={trial.error} />
  const { data } = trial
  return (
    <>
      <p className="row">
        <Mark tone={data.state === 'done' ? 'good' : data.state === 'failed' ? 'bad' : 'info'}>
          {text.trialStates[data.state]}
        </Mark>
        <span className="muted small">
          {data.startedBy} · {showInstant(data.startedAt)} ·{' '}
          {data.asIf ? text.asIfOn(showDay(data.asIf)) : text.ownDays}
        </span>
      </p>
      {data.state === 'running' && (
        <>
          <output className="flat">{text.progress(data.done, data.total)}</output>
          <Progress
            aria-label={text.trial}
            percent={data.total === 0 ? 0 : Math.floor((data.done / data.total) * 100)}
            status="active"
          />
          {writes && (
            <Button onClick={() => stop.mutate({ params: { trialId }, body: {} })}>{text.stop}</Button>
          )}
        </>
      )}
      {data.fault && <Alert type="error" showIcon title={data.fault} />}
      {open && data.state === 'done' && !data.current && <Alert type="warning" showIcon title={text.stale} />}
      {open && data.state === 'done' && data.decidedSince > 0 && (
        <Alert type="info" showIcon title={text.decidedSince(data.decidedSince)} />
      )}
      {data.result && <TrialFigures trialId={trialId} result={data.result} hash={data.resultHash ?? ''} />}
    </>
  )
}
