import { App, Button, Input, Popconfirm, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { RowTable } from '../../parts/Listing.tsx'
import { showYuan } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { OwnAdvances } from '../prepayments/OwnAdvances.tsx'
import { refreshClearing, type ClearingWhole } from './clearing.ts'
import {
  ClearingFunds,
  ClearingHead,
  ClearingState,
  ClearingSums,
  Deductions,
  useNamed,
} from './ClearingParts.tsx'
import { clearingWords } from './words.ts'
import './clearing.css'

type Own = Reply<'ownClearing'>

/** The insurance office of an institution: apply for a month, and see what became of it. */
export function OwnClearing() {
  const text = useWords(clearingWords)
  const { session } = useDesk()
  const [month, setMonth] = useState(session.today.slice(0, 7))
  const id = useId()
  const read = useGet('ownClearing', { query: { month } }, { enabled: /^\d{4}-\d{2}$/.test(month) })
  const own = read.data
  return (
    <div className="page stack">
      <div className="clearing-screen stack">
        <h1>{text.ownTitle}</h1>
        <p className="muted flat">{text.ownIntro}</p>
        <div className="spread">
          <div>
            <label htmlFor={id}>{text.month}</label>{' '}
            <Input
              id={id}
              type="month"
              className="clearing-month"
              value={month}
              onChange={({ target }) => setMonth(target.value)}
            />
          </div>
          {own && own.applications.length > 0 && <Button onClick={() => window.print()}>{text.print}</Button>}
        </div>
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isLoading && <Skeleton active />}
        {own && <Open own={own} />}
        {own && <ListsMissing ids={own.listsMissing} />}
        <OwnAdvances />
      </div>
      {own && own.applications.length > 0 && (
        <section className="stack">
          <h2>{text.statementOf(own.institution.name, own.month)}</h2>
          {own.applications.map((clearing) => (
            <Statement key={clearing.applicationId} clearing={clearing} />
          ))}
        </section>
      )}
    </div>
  )
}

function Open({ own }: { own: Own }) {
  const text = useWords(clearingWords)
  const named = useNamed()
  const { message } = App.useApp()
  const apply = useAct('applyForClearing', async () => {
    await refreshClearing()
    void message.success(text.applied)
  })
  return (
    <section className="panel stack">
      <h2>{text.canApply}</h2>
      {own.unclosed.length > 0 && (
        <p className="soon-text flat">{text.unclosed(own.unclosed.map(showDay).join('、'))}</p>
      )}
      {own.open.length === 0 && (
        <Empty title={text.nothingOpen}>
          <p>{text.nothingOpenText}</p>
        </Empty>
      )}
      {own.open.length > 0 && (
        <RowTable
          label={text.canApply}
          rows={own.open}
          keyOf={({ clrType }) => clrType}
          columns={[
            { title: text.kind, className: 'nowrap', cell: (row) => named(row.clrTypeName) },
            {
              title: text.apply,
              cell: ({ clrType, from, to, clrTypeName }) => (
                <Button
                  type="primary"
                  aria-label={text.applyOf(named(clrTypeName))}
                  loading={apply.isPending}
                  onClick={() => apply.mutate({ body: { clrType, from, to } })}
                >
                  {text.apply}
                </Button>
              ),
            },
            {
              title: text.days,
              className: 'nowrap',
              cell: ({ from, to }) => text.to(showDay(from), showDay(to)),
            },
            { title: text.count, className: 'num', cell: (row) => row.count },
            { title: text.medical, className: 'num', cell: (row) => showYuan(row.medical) },
            { title: text.fund, className: 'num', cell: (row) => showYuan(row.fund) },
            { title: text.account, className: 'num', cell: (row) => showYuan(row.account) },
          ]}
        />
      )}
      <ProblemAlert error={apply.error} />
    </section>
  )
}

const SHOWN = 20

/** Stays whose settlement list has still to be sent. */
export function ListsMissing({ ids }: { ids: readonly string[] }) {
  const text = useWords(clearingWords)
  if (ids.length === 0) return null
  return (
    <section className="panel">
      <p className="soon-text flat">{text.listsMissing(ids.length)}</p>
      <p className="muted small flat clearing-ids">
        {text.listsMissingIds}：{ids.slice(0, SHOWN).join('、')}
        {ids.length > SHOWN && ' …'}
      </p>
    </section>
  )
}

/** One application as the institution gets it, on screen and on paper. */
function Statement({ clearing }: { clearing: ClearingWhole }) {
  const text = useWords(clearingWords)
  const { message } = App.useApp()
  const withdraw = useAct('withdrawClearing', async () => {
    await refreshClearing()
    void message.success(text.withdrawn)
  })
  return (
    <article className="panel stack clearing-statement">
      <div className="spread">
        <h3>{clearing.number}</h3>
        <ClearingState clearing={clearing} />
      </div>
      <ClearingHead clearing={clearing} />
      <ClearingSums clearing={clearing} />
      <ClearingFunds clearing={clearing} />
      <Deductions clearing={clearing} />
      {clearing.reason && (
        <p className="flat">
          {text.why}：{clearing.reason}
        </p>
      )}
      {clearing.paidOn && <p className="flat">{text.paidOn(showDay(clearing.paidOn))}</p>}
      {clearing.state === 'applied' && clearing.kind === 'settled' && (
        <p className="flat clearing-screen">
          <Popconfirm
            title={text.withdraw}
            description={text.withdrawText}
            okText={text.withdraw}
            cancelText={text.keep}
            onConfirm={() => withdraw.mutate({ params: { applicationId: clearing.applicationId }, body: {} })}
          >
            <Button aria-label={`${text.withdraw} ${clearing.number}`} loading={withdraw.isPending}>
              {text.withdraw}
            </Button>
          </Popconfirm>
        </p>
      )}
      <ProblemAlert error={withdraw.error} />
    </article>
  )
}
