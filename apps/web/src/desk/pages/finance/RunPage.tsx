import { Skeleton } from 'antd'
import { Link } from 'wouter'
import { caseAddress } from '../../parts/CaseTable.tsx'
import { showDay, showInstant } from '../../parts/days.ts'
import { useLanguage } from '../../../shared/language.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showFen, showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { reconcile } from './reconcile.ts'
import type { Run } from './run.ts'
import { RunActs } from './RunActs.tsx'
import { RunState } from './RunState.tsx'
import { financeWords } from './words.ts'
import './finance.css'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'

/** One payment run: its lines, what the bank said, and whether it adds up. */
export function RunPage({ regionCode, runId }: { regionCode: string; runId: string }) {
  const text = useWords(financeWords)
  const { has } = useDesk()
  const found = useGet('getRun', { params: { runId }, query: { regionCode } })
  const reload = () => refresh('getRun', 'listRuns', 'readyToPay', 'inbox')
  const run = found.data
  if (!run) {
    return (
      <div className="page">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isLoading && <Skeleton active />}
      </div>
    )
  }
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{text.run(run.number)}</h1>
          <p className="row flat muted">
            <RunState state={run.state} />
            {run.officeName} · {showDay(run.createdOn)} · {run.createdBy}
          </p>
        </div>
        <Link href="/payments">{text.toPayments}</Link>
      </div>
      <div className="run-grid">
        <Reconcile run={run} />
        {has('finance') && <RunActs of="people" run={run} onDone={reload} />}
      </div>
      <Funds run={run} />
      <PaymentLines run={run} />
      {run.imports.length > 0 && (
        <section className="panel runs">
          <h2>{text.imports}</h2>
          <ul className="fault-list">
            {run.imports.map((done) => (
              <li key={done.at}>
                {text.importLine(showInstant(done.at), done.by, done.fileName, done.paid, done.rejected)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Reconcile({ run }: { run: Run }) {
  const text = useWords(financeWords)
  const sums = reconcile(run)
  const rows = [
    [text.total, sums.total, run.count],
    [text.paid, sums.paid, run.paidCount],
    [text.rejected, sums.rejected, run.rejectedCount],
    [text.remaining, sums.open, run.count - run.paidCount - run.rejectedCount],
  ] as const
  return (
    <section className="panel">
      <h2>{text.reconcile}</h2>
      <dl className="sums">
        {rows.map(([label, fen, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{showFen(fen)}</strong> <span className="muted">{text.readyCount(count)}</span>
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
      {run.rejectedCount > 0 && <p className="flat">{text.sentBack(run.rejectedCount)}</p>}
      {run.fileHash && (
        <p className="muted small hash">
          {text.fileHash} {run.fileHash}
        </p>
      )}
    </section>
  )
}

/** Which fund gives how much: one payment to a person may come from several. */
function Funds({ run }: { run: Run }) {
  const text = useWords(financeWords)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  return (
    <section className="panel runs">
      <h2>{text.funds}</h2>
      <ScrollRegion label={text.funds}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{text.fund}</th>
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
            {run.funds.map(({ payer, title, total, paid, rejected }) => (
              <tr key={payer}>
                <th scope="row">{title[language]}</th>
                <td className="num">{showYuan(total)}</td>
                <td className="num">{showYuan(paid)}</td>
                <td className="num">{showYuan(rejected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

const tones = { 'in-run': 'quiet', paid: 'good', rejected: 'bad', cancelled: 'quiet' } as const

function PaymentLines({ run }: { run: Run }) {
  const text = useWords(financeWords)
  return (
    <section className="panel runs">
      <h2>{text.lines}</h2>
      <ScrollRegion label={text.lines}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{text.caseNumber}</th>
              <th scope="col">{text.holder}</th>
              <th scope="col">{text.bank}</th>
              <th scope="col" className="num">
                {text.amount}
              </th>
              <th scope="col">{text.state}</th>
              <th scope="col">{text.reason}</th>
            </tr>
          </thead>
          <tbody>
            {run.payments.map((payment) => (
              <tr key={payment.paymentId}>
                <td>
                  {payment.caseId === null ? (
                    <span className="case-number">{payment.caseNumber}</span>
                  ) : (
                    <Link
                      href={caseAddress({ regionCode: run.regionCode, caseId: payment.caseId })}
                      className="case-number"
                    >
                      {payment.caseNumber}
                    </Link>
                  )}
                </td>
                <td className="nowrap">{payment.holder}</td>
                <td>
                  {payment.bankName} <span className="muted nowrap">{payment.accountMasked}</span>
                </td>
                <td className="num">{showYuan(payment.amount)}</td>
                <td>
                  <Mark tone={tones[payment.state]}>{text.lineStates[payment.state]}</Mark>
                </td>
                <td>{payment.bankReason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
