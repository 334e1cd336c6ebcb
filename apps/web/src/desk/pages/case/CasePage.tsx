import { Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { AccountTable } from '../../parts/AccountTable.tsx'
import { useKeys } from '../../parts/keys.ts'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { Tabs } from '../../parts/Tabs.tsx'
import { ObjectionRecord } from '../objections/ObjectionRecord.tsx'
import { ActPanel } from './ActPanel.tsx'
import { Calculation } from './Calculation.tsx'
import { CaseHead } from './CaseHead.tsx'
import { CaseProvider, useCase, type CaseView } from './case-context.tsx'
import { Coding } from './Coding.tsx'
import { CodingProvider, useCoding } from './coding-state.tsx'
import { Conflict } from './Conflict.tsx'
import { Facts } from './Facts.tsx'
import { Letters, Notices, Timeline } from './Records.tsx'
import { Lines } from './Lines.tsx'
import { Viewer } from './Viewer.tsx'
import { caseWords } from './words.ts'
import { CorrectionsOf } from '../corrections/OfCase.tsx'
import './case.css'

/** A case: facts at the left, images beside the lines in the middle, what may be done at the right. */
export function CasePage({ regionCode, caseId }: { regionCode: string; caseId: string }) {
  const text = useWords(caseWords)
  const found = useGet('getCase', { params: { caseId }, query: { regionCode } })
  if (found.error && !found.data) {
    return (
      <div className="page narrow stack">
        <h1>{text.notShown}</h1>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        <p>
          <Link href="/">{text.toInbox}</Link>
        </p>
      </div>
    )
  }
  if (!found.data) {
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 12 }} />
      </div>
    )
  }
  return (
    <CaseProvider view={found.data}>
      <CodingProvider>
        <Workbench />
      </CodingProvider>
    </CaseProvider>
  )
}

function Workbench() {
  const text = useWords(caseWords)
  const { editable } = useCoding()
  const [chosen, setFacts] = useState<boolean | null>(null)
  // Coding needs the width; facts are one key away.
  const facts = chosen ?? !editable
  useKeys({ f: () => setFacts(!facts) })
  return (
    <div className="page case-page">
      <CaseHead facts={facts} onFacts={() => setFacts(!facts)} />
      <Conflict />
      <div className={facts ? 'case-grid' : 'case-grid case-grid-wide'}>
        {facts && <Facts />}
        <div className="bench">
          <Viewer />
          <section className="panel bench-lines" aria-label={text.records}>
            <Records />
          </section>
        </div>
        <ActPanel />
      </div>
    </div>
  )
}

const ofClaim = ['lines', 'result', 'timeline', 'notices', 'letters'] as const
const ofObjection = ['objection', 'timeline', 'notices', 'letters'] as const
const ofWithdrawal = ['account', 'result', 'timeline', 'notices', 'letters'] as const
const ofFiling = ['timeline', 'letters'] as const
type RecordName = (typeof ofClaim)[number] | (typeof ofWithdrawal)[number] | (typeof ofObjection)[number]

function recordsOf({ withdrawal, objection, remote }: CaseView['content']): readonly RecordName[] {
  if (objection) return ofObjection
  if (remote) return ofFiling
  return withdrawal ? ofWithdrawal : ofClaim
}

function Records() {
  const { view } = useCase()
  const { editable } = useCoding()
  const text = useWords(caseWords)
  const records = recordsOf(view.content)
  const [shown, setShown] = useState<RecordName>(records[0]!)
  const counts: Partial<Record<RecordName, number>> = {
    timeline: view.timeline.length,
    notices: view.notices.length,
    letters: view.letters.length,
  }
  return (
    <Tabs
      label={text.records}
      active={shown}
      onChange={setShown}
      tabs={records.map((key) => ({ key, label: text.tabs[key], count: counts[key] || undefined }))}
    >
      {shown === 'lines' && (editable ? <Coding /> : <Lines />)}
      {shown === 'objection' && <ObjectionRecord />}
      {shown === 'account' && <AccountTable caseId={view.caseId} regionCode={view.regionCode} />}
      {shown === 'result' && (
        <>
          <Calculation />
          <CorrectionsOf
            kind="case"
            id={view.caseId}
            regionCode={view.regionCode}
            paid={view.state === 'paid'}
          />
        </>
      )}
      {shown === 'timeline' && <Timeline />}
      {shown === 'notices' && <Notices />}
      {shown === 'letters' && <Letters />}
    </Tabs>
  )
}
