import { sumFen, ZERO_FEN } from '@yichuang/kernel'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { CaseTable, type CaseRow } from '../../parts/CaseTable.tsx'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { showFen, showYuan, typedFen } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { RunState } from './RunState.tsx'
import { financeWords } from './words.ts'
import './finance.css'

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
      <ProblemAlert error={create.error} />
      <Listing list={ready} empty={text.readyNone} teach={text.readyNoneText}>
        {(rows) => <CaseTable rows={rows} select={has('finance') ? box : undefined} />}
      </Listing>
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
      <Listing list={runs} empty={text.runsNone} teach={text.runsNoneText}>
        {(rows) => (
          <RowTable
            label={text.runs}
            rows={rows}
            keyOf={({ runId }) => runId}
            columns={[
              {
                title: text.number,
                cell: (run) => (
                  <>
                    <Link href={`/payments/${run.regionCode}/${run.runId}`} className="case-number">
                      {run.number}
                    </Link>
                    <div className="muted small">{run.officeName}</div>
                  </>
                ),
              },
              { title: text.state, cell: (run) => <RunState state={run.state} /> },
              {
                title: text.created,
                cell: (run) => (
                  <>
                    {showDay(run.createdOn)} <span className="muted">{run.createdBy}</span>
                  </>
                ),
              },
              { title: text.count, className: 'num', cell: (run) => run.count },
              { title: text.total, className: 'num', cell: (run) => showYuan(run.total) },
              { title: text.paid, className: 'num', cell: (run) => showYuan(run.paidTotal) },
              { title: text.rejected, className: 'num', cell: (run) => showYuan(run.rejectedTotal) },
            ]}
          />
        )}
      </Listing>
    </section>
  )
}
