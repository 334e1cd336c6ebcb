import { sumFen, ZERO_FEN } from '@yichuang/kernel'
import { Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { CaseTable, type CaseRow } from '../../parts/CaseTable.tsx'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { More } from '../../parts/More.tsx'
import { showFen, showYuan, typedFen } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { RunState } from './RunState.tsx'
import { financeWords } from './words.ts'
import './finance.css'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'

/** What is ready to pay, and the runs. */
export function Payments() {
  const text = useWords(financeWords)
  const { has } = useDesk()
  return (
    <div className="page">
      <h1>{text.title}</h1>
      {has('finance', 'supervisor') && <Ready />}
      <Runs />
    </div>
  )
}

function Ready() {
  const text = useWords(financeWords)
  const { office, has } = useDesk()
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ready = usePages('readyToPay', { query: { officeId: office.officeId, limit: 50 } })
  const create = useAct('createRun', async (run) => {
    await refresh('readyToPay', 'listRuns', 'inbox')
    navigate(`/payments/${run.regionCode}/${run.runId}`)
  })
  const chosenSum = sumFen(
    ready.items.filter((row) => chosen.has(row.caseId)).map(({ fund }) => typedFen(fund ?? '') ?? ZERO_FEN),
  )
  const choose = (caseId: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(caseId)
    else next.delete(caseId)
    setChosen(next)
  }
  const make = () =>
    create.mutate({
      body: {
        regionCode: office.regionCode,
        officeId: office.officeId,
        ...(chosen.size > 0 ? { caseIds: [...chosen] } : {}),
      },
    })
  const box = (row: CaseRow) => (
    <Checkbox
      aria-label={text.select(row.number ?? row.applicantName)}
      checked={chosen.has(row.caseId)}
      onChange={({ target }) => choose(row.caseId, target.checked)}
    />
  )
  return (
    <section className="panel">
      <div className="spread ready-head">
        <div>
          <h2>{text.ready}</h2>
          {ready.first && (
            <p className="flat">
              <strong className="ready-total">{showYuan(ready.first.total)}</strong>{' '}
              {text.readyCount(ready.first.count)}
            </p>
          )}
        </div>
        {has('finance') && (
          <Button type="primary" disabled={!ready.first?.count} loading={create.isPending} onClick={make}>
            {chosen.size > 0 ? text.createSome(chosen.size, showFen(chosenSum)) : text.createAll}
          </Button>
        )}
      </div>
      <ProblemAlert error={create.error ?? ready.error} />
      {ready.isLoading && <Skeleton active />}
      {ready.first && ready.items.length === 0 && (
        <Empty title={text.readyNone}>
          <p>{text.readyNoneText}</p>
        </Empty>
      )}
      {ready.items.length > 0 && <CaseTable rows={ready.items} select={has('finance') ? box : undefined} />}
      <More {...ready} />
    </section>
  )
}

function Runs() {
  const text = useWords(financeWords)
  const { office } = useDesk()
  const runs = usePages('listRuns', { query: { officeId: office.officeId, limit: 20 } })
  return (
    <section className="panel runs">
      <h2>{text.runs}</h2>
      <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />
      {runs.isLoading && <Skeleton active />}
      {runs.first && runs.items.length === 0 && (
        <Empty title={text.runsNone}>
          <p>{text.runsNoneText}</p>
        </Empty>
      )}
      {runs.items.length > 0 && (
        <ScrollRegion label={text.runs}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{text.number}</th>
                <th scope="col">{text.state}</th>
                <th scope="col">{text.created}</th>
                <th scope="col" className="num">
                  {text.count}
                </th>
                <th scope="col" className="num">
                  {text.total}
                </th>
                <th scope="col" className="num">
                  {text.paid}
                </th>
                <th scope="col" className="num">
                  {text.rejected}
                </th>
              </tr>
            </thead>
            <tbody>
              {runs.items.map((run) => (
                <tr key={run.runId}>
                  <td>
                    <Link href={`/payments/${run.regionCode}/${run.runId}`} className="case-number">
                      {run.number}
                    </Link>
                    <div className="muted small">{run.officeName}</div>
                  </td>
                  <td>
                    <RunState state={run.state} />
                  </td>
                  <td>
                    {showDay(run.createdOn)} <span className="muted">{run.createdBy}</span>
                  </td>
                  <td className="num">{run.count}</td>
                  <td className="num">{showYuan(run.total)}</td>
                  <td className="num">{showYuan(run.paidTotal)}</td>
                  <td className="num">{showYuan(run.rejectedTotal)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <More {...runs} />
    </section>
  )
}
