import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { showYuan } from '../../parts/money.ts'
import { useGet, usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { Tabs, type Tab } from '../../parts/Tabs.tsx'
import { ClearingState, useNamed } from './ClearingParts.tsx'
import { Deposits } from './Deposits.tsx'
import { listWords } from './list-words.ts'
import { payWords } from './pay-words.ts'
import { Payable, Runs } from './Payable.tsx'
import { SettlementLists } from './SettlementLists.tsx'
import { clearingWords } from './words.ts'
import './clearing.css'

type Part = 'waiting' | 'all' | 'pay' | 'deposits' | 'lists'

/** Clearing as the agency sees it: what waits, what is to be paid, and the deposits held. */
export function ClearingHome() {
  const text = useWords(clearingWords)
  const lists = useWords(listWords)
  const { has } = useDesk()
  const [part, setPart] = useState<Part>(has('finance') && !has('reviewer', 'approver') ? 'pay' : 'waiting')
  const money = has('finance', 'supervisor', 'auditor', 'leader')
  const tabs: Tab<Part>[] = [
    { key: 'waiting', label: text.waiting },
    { key: 'all', label: text.all },
    ...(money ? [{ key: 'pay', label: text.pay } as const] : []),
    { key: 'deposits', label: text.deposits },
    ...(has('reviewer', 'approver', 'supervisor', 'auditor')
      ? [{ key: 'lists', label: lists.title } as const]
      : []),
  ]
  return (
    <div className="page stack">
      <h1>{text.title}</h1>
      <p className="muted flat">{text.intro}</p>
      {money && part !== 'pay' && <AccountsToConfirm onOpen={() => setPart('pay')} />}
      <Tabs label={text.title} tabs={tabs} active={part} onChange={setPart}>
        {part === 'waiting' && <Applications key="open" which="open" />}
        {part === 'all' && <Applications key="all" which="all" />}
        {part === 'pay' && (
          <div className="stack">
            <Payable />
            <Runs />
          </div>
        )}
        {part === 'deposits' && <Deposits />}
        {part === 'lists' && <SettlementLists />}
      </Tabs>
    </div>
  )
}

/** Says that accounts wait for the reader: an institution whose account nobody confirms is not paid. */
function AccountsToConfirm({ onOpen }: { onOpen: () => void }) {
  const text = useWords(payWords)
  const { regionCode } = useDesk().office
  const { data } = useGet('clearingPayable', { query: { regionCode } })
  const names = data?.items
    .filter(({ proposed }) => proposed?.mayDecide)
    .map(({ institutionName }) => institutionName)
  if (!names || names.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={text.accountsWait(names)}
      action={<Button onClick={onOpen}>{text.seeAccounts}</Button>}
    />
  )
}

function Applications({ which }: { which: 'open' | 'all' }) {
  const text = useWords(clearingWords)
  const named = useNamed()
  const { office } = useDesk()
  const { regionCode } = office
  const list = usePages('listClearing', { query: { regionCode, which, limit: 50 } })
  return (
    <section className="panel">
      <h2>{which === 'open' ? text.waiting : text.all}</h2>
      <Listing list={list} empty={text.none} teach={text.noneText}>
        {(rows) => (
          <RowTable
            label={text.title}
            rows={rows}
            keyOf={({ applicationId }) => applicationId}
            columns={[
              {
                title: text.number,
                cell: ({ applicationId, number }) => (
                  <Link href={`/clearing/${regionCode}/${applicationId}`} className="case-number">
                    {number}
                  </Link>
                ),
              },
              { title: text.institution, className: 'nowrap', cell: (row) => row.institutionName },
              { title: text.kind, className: 'nowrap', cell: (row) => named(row.clrTypeName) },
              {
                title: text.days,
                className: 'nowrap',
                cell: ({ from, to }) => text.to(showDay(from), showDay(to)),
              },
              { title: text.state, className: 'nowrap', cell: (row) => <ClearingState clearing={row} /> },
              { title: text.appliedSum, className: 'num', cell: (row) => showYuan(row.applied) },
              { title: text.deducted, className: 'num', cell: (row) => showYuan(row.deducted) },
              { title: text.payable, className: 'num', cell: (row) => showYuan(row.payable) },
            ]}
          />
        )}
      </Listing>
    </section>
  )
}
