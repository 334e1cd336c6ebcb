import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { showDay, showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { Differences } from './Differences.tsx'
import { Parts } from './Parts.tsx'
import { refreshReconciliation, tones, type Whole } from './reconciliation.ts'
import { reconciliationWords } from './words.ts'
import './reconciliation.css'

/** One day of an institution: its sums, its differences with both sides, and how it was closed. */
export function DayPage({ institution, day }: { institution: string; day: string }) {
  const text = useWords(reconciliationWords)
  const { office, has } = useDesk()
  const { regionCode } = office
  const read = useGet('getReconciliationDay', { params: { institution, day }, query: { regionCode } })
  const data = read.data
  const list = has('finance', 'supervisor') ? `/reconciliation/${institution}` : '/reconciliation'
  return (
    <div className="page stack">
      <Link href={list}>{text.back}</Link>
      <h1>{data ? text.ofDay(data.institution.name, showDay(day)) : showDay(day)}</h1>
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <>
          <div className="spread">
            <p className="flat">
              <Mark tone={tones[data.day.state]}>{text.states[data.day.state]}</Mark>{' '}
              {text.hints[data.day.state]}
            </p>
            {data.mayClose && <Close whole={data} regionCode={regionCode} />}
          </div>
          <Parts parts={data.parts} />
          <Differences whole={data} regionCode={regionCode} />
          {data.closings.length > 0 && <Closings closings={data.closings} />}
        </>
      )}
    </div>
  )
}

function Close({ whole, regionCode }: { whole: Whole; regionCode: string }) {
  const text = useWords(reconciliationWords)
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const act = useAct('closeReconciliationDay', async () => {
    await refreshReconciliation()
    void message.success(text.closed)
  })
  const params = { institution: whole.institution.code, day: whole.day.day }
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {text.close}
      </Button>
      <ReasonDialog
        open={asking}
        title={text.close}
        text={text.closeText}
        label={text.reason}
        okText={text.close}
        error={act.error}
        busy={act.isPending}
        onClose={() => setAsking(false)}
        onSubmit={async (reason) => {
          await act.mutateAsync({ params, body: { regionCode, reason } })
          return true
        }}
      />
    </>
  )
}

function Closings({ closings }: { closings: Whole['closings'] }) {
  const text = useWords(reconciliationWords)
  return (
    <section className="panel stack">
      <h2>{text.closings}</h2>
      <ol className="reconciliation-closings">
        {closings.map(({ seq, at, by, basis, sums }) => (
          <li key={seq}>
            <strong>{text.closing(seq)}</strong> <Mark tone="good">{text.bases[basis]}</Mark>
            <div>
              {text.count} {sums.count} · {text.medical} {showYuan(sums.medical)} · {text.fund}{' '}
              {showYuan(sums.fund)} · {text.account} {showYuan(sums.account)}
            </div>
            <div className="muted small">{text.by(by, showInstant(at))}</div>
          </li>
        ))}
      </ol>
    </section>
  )
}
