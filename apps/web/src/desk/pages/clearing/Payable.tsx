import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet, usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { RunState } from '../finance/RunState.tsx'
import { financeWords } from '../finance/words.ts'
import { AccountCell, AccountForm, type Due } from './Account.tsx'
import { refreshClearing } from './clearing.ts'
import { payWords } from './pay-words.ts'
import { clearingWords } from './words.ts'

/** Institutions that wait for payment: finance enters accounts, another person confirms them, and finance makes runs. */
export function Payable() {
  const text = useWords(payWords)
  const { institution } = useWords(clearingWords)
  const { office, has } = useDesk()
  const { regionCode } = office
  const [, navigate] = useLocation()
  const [account, setAccount] = useState<Due | null>(null)
  const read = useGet('clearingPayable', { query: { regionCode } })
  const create = useAct('createClearingRun', async (run) => {
    await refreshClearing()
    navigate(`/clearing/runs/${run.regionCode}/${run.runId}`)
  })
  const items = read.data?.items
  return (
    <section className="panel stack">
      <div className="spread">
        <h2>{text.ready}</h2>
        {has('finance') && items && items.length > 0 && (
          <Button
            type="primary"
            loading={create.isPending}
            onClick={() => create.mutate({ body: { regionCode } })}
          >
            {text.createAll}
          </Button>
        )}
      </div>
      <ProblemAlert error={create.error} />
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active />}
      {items?.length === 0 && (
        <Empty title={text.readyNone}>
          <p>{text.readyNoneText}</p>
        </Empty>
      )}
      {items && items.length > 0 && (
        <RowTable
          label={text.ready}
          rows={items}
          keyOf={({ institutionCode }) => institutionCode}
          columns={[
            { title: institution, className: 'nowrap', cell: (row) => row.institutionName },
            { title: text.applications, className: 'num', cell: (row) => row.applications },
            {
              title: text.amount,
              className: 'num',
              cell: ({ amount }) => (
                <>
                  {showYuan(amount)}
                  {amount.startsWith('-') && <div className="muted small">{text.owed}</div>}
                </>
              ),
            },
            {
              title: text.accountLabel,
              cell: (due) => <AccountCell due={due} regionCode={regionCode} />,
            },
            ...(has('finance')
              ? [
                  {
                    title: text.setAccount,
                    cell: (row: Due) => (
                      <Button
                        aria-label={text.accountOf(row.institutionName)}
                        onClick={() => setAccount(row)}
                      >
                        {row.account || row.proposed ? text.changeAccount : text.setAccount}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {account && <AccountForm due={account} regionCode={regionCode} onClose={() => setAccount(null)} />}
    </section>
  )
}

/** The runs made, newest first. */
export function Runs() {
  const text = useWords(payWords)
  const finance = useWords(financeWords)
  const { office } = useDesk()
  const runs = usePages('listClearingRuns', { query: { regionCode: office.regionCode, limit: 20 } })
  return (
    <section className="panel">
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
                cell: ({ regionCode, runId, number }) => (
                  <Link href={`/clearing/runs/${regionCode}/${runId}`} className="case-number">
                    {number}
                  </Link>
                ),
              },
              { title: finance.state, className: 'nowrap', cell: (run) => <RunState state={run.state} /> },
              {
                title: text.created,
                className: 'nowrap',
                cell: (run) => `${showDay(run.createdOn)} ${run.createdBy}`,
              },
              { title: text.count, className: 'num', cell: (run) => run.count },
              { title: finance.total, className: 'num', cell: (run) => showYuan(run.total) },
              { title: finance.paid, className: 'num', cell: (run) => showYuan(run.paidTotal) },
              { title: finance.rejected, className: 'num', cell: (run) => showYuan(run.rejectedTotal) },
            ]}
          />
        )}
      </Listing>
    </section>
  )
}
