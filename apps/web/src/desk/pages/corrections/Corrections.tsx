import { useState } from 'react'
import { Button } from 'antd'
import { Link } from 'wouter'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { correctionTones, recoveryTones } from './correction.ts'
import { RecoveryDrawer } from './RecoveryDrawer.tsx'
import { correctionWords } from './words.ts'
import './corrections.css'

/** Corrections of the office, and the ledger of what is recovered after them. */
export function Corrections() {
  const text = useWords(correctionWords)
  const { has } = useDesk()
  const [tab, setTab] = useState<'corrections' | 'recoveries'>('corrections')
  const mayRecover = has('finance', 'supervisor', 'auditor')
  return (
    <div className="page stack">
      <h1>{text.title}</h1>
      <p className="muted flat">{text.intro}</p>
      <section className="panel">
        <Tabs
          label={text.title}
          active={tab}
          onChange={setTab}
          tabs={(mayRecover ? (['corrections', 'recoveries'] as const) : (['corrections'] as const)).map(
            (key) => ({
              key,
              label: text.tabs[key],
            }),
          )}
        >
          {tab === 'corrections' ? <CorrectionList /> : <Recoveries />}
        </Tabs>
      </section>
    </div>
  )
}

function CorrectionList() {
  const text = useWords(correctionWords)
  const { officeId } = useDesk().office
  const list = usePages('listCorrections', { query: { officeId } })
  return (
    <Listing list={list} empty={text.noCorrections} teach={text.noCorrectionsText}>
      {(rows) => (
        <RowTable
          label={text.tabs.corrections}
          rows={rows}
          keyOf={({ correctionId }) => correctionId}
          columns={[
            {
              title: text.number,
              className: 'nowrap',
              cell: ({ correctionId, number }) => <Link href={`/corrections/${correctionId}`}>{number}</Link>,
            },
            { title: text.person, className: 'nowrap', cell: ({ personName }) => personName },
            { title: text.subject, className: 'nowrap', cell: ({ subjectNumber }) => subjectNumber },
            { title: text.reasonKind, cell: ({ reasonKind }) => text.reasonKinds[reasonKind] },
            { title: text.toPay, className: 'num', cell: ({ toPay }) => showYuan(toPay) },
            { title: text.toRecover, className: 'num', cell: ({ toRecover }) => showYuan(toRecover) },
            {
              title: text.state,
              className: 'nowrap',
              cell: ({ state }) => <Mark tone={correctionTones[state]}>{text.states[state]}</Mark>,
            },
          ]}
        />
      )}
    </Listing>
  )
}

function Recoveries() {
  const text = useWords(correctionWords)
  const { office } = useDesk()
  const [opened, setOpened] = useState<string | null>(null)
  const list = usePages('listRecoveries', { query: { officeId: office.officeId } })
  return (
    <div className="stack">
      {list.first && list.first.count > 0 && (
        <p className="flat">{text.open(list.first.count, showYuan(list.first.open))}</p>
      )}
      <Listing list={list} empty={text.noRecoveries}>
        {(rows) => (
          <RowTable
            label={text.tabs.recoveries}
            rows={rows}
            keyOf={({ recoveryId }) => recoveryId}
            columns={[
              {
                title: text.number,
                className: 'nowrap',
                cell: ({ recoveryId, number }) => (
                  <Button type="link" className="cell-button" onClick={() => setOpened(recoveryId)}>
                    {number}
                  </Button>
                ),
              },
              { title: text.person, className: 'nowrap', cell: ({ personName }) => personName },
              { title: text.owner, className: 'nowrap', cell: ({ owner }) => owner },
              { title: text.amount, className: 'num', cell: ({ amount }) => showYuan(amount) },
              { title: text.left, className: 'num', cell: ({ open }) => showYuan(open) },
              {
                title: text.state,
                className: 'nowrap',
                cell: ({ state }) => <Mark tone={recoveryTones[state]}>{text.recoveryStates[state]}</Mark>,
              },
            ]}
          />
        )}
      </Listing>
      {opened && (
        <RecoveryDrawer recoveryId={opened} regionCode={office.regionCode} onClose={() => setOpened(null)} />
      )}
    </div>
  )
}
