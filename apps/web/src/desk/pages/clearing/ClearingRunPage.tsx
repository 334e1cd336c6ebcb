import { Skeleton } from 'antd'
import { Link } from 'wouter'
import { showDay, showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { RowTable } from '../../parts/Listing.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { showFen, showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { reconcile } from '../finance/reconcile.ts'
import { RunActs } from '../finance/RunActs.tsx'
import { RunState } from '../finance/RunState.tsx'
import { financeWords } from '../finance/words.ts'
import { refreshClearing, type ClearingRun } from './clearing.ts'
import { useNamed } from './ClearingParts.tsx'
import { payWords } from './pay-words.ts'
import { clearingWords } from './words.ts'
import '../finance/finance.css'
import './clearing.css'

/** One payment run of institutions: what the bank said, and whether it adds up. */
export function ClearingRunPage({ regionCode, runId }: { regionCode: string; runId: string }) {
  const text = useWords(payWords)
  const { back } = useWords(clearingWords)
  const { has } = useDesk()
  const read = useGet('getClearingRun', { params: { runId }, query: { regionCode } })
  const run = read.data
  if (!run)
    return (
      <div className="page">
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isLoading && <Skeleton active />}
      </div>
    )
  return (
    <div className="page stack">
      <div className="page-head">
        <div>
          <h1>{text.run(run.number)}</h1>
          <p className="row flat muted">
            <RunState state={run.state} /> {showDay(run.createdOn)} · {run.createdBy}
          </p>
        </div>
        <Link href="/clearing">{back}</Link>
      </div>
      <div className="run-grid">
        <Sums run={run} />
        {has('finance') && <RunActs of="institutions" run={run} onDone={refreshClearing} />}
      </div>
      <Funds run={run} />
      <Lines run={run} />
    </div>
  )
}

function Sums({ run }: { run: ClearingRun }) {
  const text = useWords(financeWords)
  const sums = reconcile(run)
  const rows = [
    [text.total, sums.total],
    [text.paid, sums.paid],
    [text.rejected, sums.rejected],
    [text.remaining, sums.open],
  ] as const
  return (
    <section className="panel">
      <h2>{text.reconcile}</h2>
      <dl className="sums">
        {rows.map(([label, fen]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{showFen(fen)}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <output>
        {sums.difference === 0 ? (
          <Mark tone="good">{text.balanced}</Mark>
        ) : (
          <Mark tone="bad">{text.unbalanced(showFen(sums.difference))}</Mark>
        )}
      </output>
      {run.fileHash && (
        <p className="muted small hash">
          {text.fileHash} {run.fileHash}
        </p>
      )}
      {run.imports.map((done) => (
        <p key={done.at} className="muted small flat">
          {text.importLine(showInstant(done.at), done.by, done.fileName, done.paid, done.rejected)}
        </p>
      ))}
    </section>
  )
}

function Funds({ run }: { run: ClearingRun }) {
  const text = useWords(financeWords)
  const named = useNamed()
  if (run.funds.length === 0) return null
  return (
    <section className="panel clearing-funds">
      <h2>{text.funds}</h2>
      <RowTable
        label={text.funds}
        rows={run.funds}
        keyOf={({ title }) => title.en}
        columns={[
          { title: text.fund, cell: (fund) => named(fund.title) },
          { title: text.total, className: 'num', cell: (fund) => showYuan(fund.amount) },
          { title: text.paid, className: 'num', cell: (fund) => showYuan(fund.paid) },
          { title: text.rejected, className: 'num', cell: (fund) => showYuan(fund.rejected) },
        ]}
      />
    </section>
  )
}

const tones = { 'in-run': 'quiet', paid: 'good', rejected: 'bad', cancelled: 'quiet' } as const

function Lines({ run }: { run: ClearingRun }) {
  const text = useWords(financeWords)
  const { lines, applicationNumbers } = useWords(payWords)
  const { institution } = useWords(clearingWords)
  const named = useNamed()
  return (
    <section className="panel">
      <h2>{lines}</h2>
      <RowTable
        label={lines}
        rows={run.payments}
        keyOf={({ paymentId }) => paymentId}
        columns={[
          { title: institution, className: 'nowrap', cell: (payment) => payment.institutionName },
          {
            title: applicationNumbers,
            className: 'nowrap',
            cell: ({ applications }) => applications.map((number) => <div key={number}>{number}</div>),
          },
          {
            title: text.bank,
            cell: ({ bankName, accountMasked }) => (
              <>
                {bankName} <span className="muted nowrap">{accountMasked}</span>
              </>
            ),
          },
          {
            title: text.amount,
            className: 'num',
            cell: ({ amount, funds }) => (
              <>
                {showYuan(amount)}
                {funds.map((part) => (
                  <div key={part.title.en} className="muted small">
                    {named(part.title)} {showYuan(part.amount)}
                  </div>
                ))}
              </>
            ),
          },
          {
            title: text.state,
            cell: ({ state, bankReason }) => (
              <>
                <Mark tone={tones[state]}>{text.lineStates[state]}</Mark> {bankReason}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
