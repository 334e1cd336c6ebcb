import { App, Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet, usePages, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import { RunState } from '../finance/RunState.tsx'
import { financeWords } from '../finance/words.ts'
import { Labelled } from '../hospital/Labelled.tsx'
import { refreshClearing } from './clearing.ts'
import { payWords } from './pay-words.ts'
import { clearingWords } from './words.ts'

type Due = Reply<'clearingPayable'>['items'][number]

/** Institutions that wait for payment; finance records accounts and makes runs here. */
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
              cell: ({ account }) =>
                account ? (
                  <>
                    {account.bankName} <span className="muted nowrap">{account.masked}</span>
                  </>
                ) : (
                  <Mark tone="soon">{text.noAccount}</Mark>
                ),
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
                        {row.account ? text.changeAccount : text.setAccount}
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

function AccountForm(props: { due: Due; regionCode: string; onClose: () => void }) {
  const text = useWords(payWords)
  const { save, cancel } = useWords(common)
  const { message } = App.useApp()
  const { due, regionCode } = props
  const [values, setValues] = useState({
    holder: due.account?.holder ?? due.institutionName,
    bankName: due.account?.bankName ?? '',
    account: '',
  })
  const act = useAct('saveInstitutionAccount', refreshClearing)
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value })
  const submit = async () => {
    await act.mutateAsync({ body: { regionCode, institutionCode: due.institutionCode, ...values } })
    void message.success(text.saved)
    props.onClose()
  }
  const ready = Object.values(values).every((value) => value.trim().length >= 2)
  return (
    <Modal
      open
      title={text.accountOf(due.institutionName)}
      okText={save}
      cancelText={cancel}
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={() => void submit().catch(() => undefined)}
      onCancel={props.onClose}
    >
      <div className="clearing-form">
        <Labelled label={text.holder} value={values.holder} onChange={set('holder')} maxLength={100} />
        <Labelled label={text.bankName} value={values.bankName} onChange={set('bankName')} maxLength={100} />
        <Labelled
          label={text.accountNumber}
          value={values.account}
          onChange={set('account')}
          maxLength={40}
        />
        <p className="muted small flat">{text.accountText}</p>
        <ProblemAlert error={act.error} />
      </div>
    </Modal>
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
