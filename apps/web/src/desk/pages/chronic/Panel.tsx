import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { Labelled } from '../hospital/Labelled.tsx'
import { Choice } from './CollectForm.tsx'
import { Papers } from './Papers.tsx'
import { panelWords } from './words.ts'
import '../hospital/hospital.css'

type Item = Reply<'panelQueue'>['items'][number]
type Verdict = 'grant' | 'refuse' | 'recuse'

/** An expert's batch: one application after the other, its papers side by side. */
export function Panel() {
  const text = useWords(panelWords)
  const queue = useGet('panelQueue', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const items = queue.data?.items ?? []
  const item = items.find(({ applicationId }) => applicationId === chosen) ?? items[0]
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <ProblemAlert error={queue.error} onRetry={() => void queue.refetch()} />
      {queue.isLoading && <Skeleton active />}
      {queue.data && (
        <p aria-live="polite">
          <strong>{text.waiting(items.length)}</strong>{' '}
          {queue.data.leftOut > 0 && <span className="muted">{text.leftOut(queue.data.leftOut)}</span>}
        </p>
      )}
      {queue.data && !item && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      {item && (
        <div className="panel-grid">
          <ul className="panel-list">
            {items.map((one) => (
              <li key={one.applicationId}>
                <button
                  type="button"
                  className="panel"
                  aria-current={one === item ? 'true' : undefined}
                  onClick={() => setChosen(one.applicationId)}
                >
                  <strong>{one.disease.name}</strong> {one.personMasked}
                  <span className="muted small">
                    {one.hospitalName} {one.month}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <Judge key={item.applicationId} item={item} />
        </div>
      )}
    </div>
  )
}

function Judge({ item }: { item: Item }) {
  const text = useWords(panelWords)
  const { message } = App.useApp()
  const [verdict, setVerdict] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const give = useAct('giveOpinion', async ({ decided }) => {
    void message.success(decided === null ? text.given : text.decided[decided])
    await refresh('panelQueue')
  })
  const ready = verdict !== '' && reason.trim().length > 1
  return (
    <section className="panel stack" aria-label={`${item.disease.name} ${item.personMasked}`}>
      <div>
        <h2>
          {item.disease.name} {item.disease.code && <span className="muted small">{item.disease.code}</span>}
        </h2>
        <p className="flat">
          {item.personMasked} · {text.sexes[item.sex]} · {text.age(item.age)}{' '}
          <span className="muted">
            {text.from} {item.hospitalName} {item.month}
          </span>{' '}
          {item.late && <Mark tone="bad">{text.late}</Mark>}
        </p>
        {item.note && (
          <p className="flat">
            {text.summary}：{item.note}
          </p>
        )}
        {item.appeal && (
          <p className="flat soon-text">
            {text.appeal}：{item.appeal}
          </p>
        )}
      </div>
      <Papers {...item} />
      <p className="flat">
        <Mark tone={item.opinionWanted === 3 ? 'soon' : 'info'}>{text.nth(item.opinionWanted)}</Mark>
      </p>
      <Choice label={text.verdict} value={verdict} onChange={setVerdict} options={text.verdicts} />
      <Labelled label={text.reason} value={reason} onChange={setReason} maxLength={1000} area />
      {asked && !ready && (
        <p role="alert" className="bad-text flat">
          {text.needs}
        </p>
      )}
      <ProblemAlert error={give.error} />
      <p className="flat">
        <Button
          type="primary"
          loading={give.isPending}
          onClick={() => {
            setAsked(true)
            const { applicationId } = item
            if (ready)
              give.mutate({
                params: { applicationId },
                body: { verdict: verdict as Verdict, reason: reason.trim() },
              })
          }}
        >
          {text.give}
        </Button>
      </p>
    </section>
  )
}
