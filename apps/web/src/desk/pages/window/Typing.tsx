import { Button, Result, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { addressOf } from '../../../shared/api.ts'
import { showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet, type Reply } from '../../parts/queries.ts'
import { ObjectionForm } from '../objections/ObjectionForm.tsx'
import { BillForms } from './BillForms.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { Materials } from './Materials.tsx'
import { PayeeForm } from './PayeeForm.tsx'
import { RemoteForm } from './RemoteForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { enterGoesOn } from './steps.ts'
import { TypingProvider, useTyping } from './typing-state.tsx'
import { VisitForm } from './VisitForm.tsx'
import { windowWords } from './words.ts'
import './window.css'

type CaseView = Reply<'getCase'>

/** Types a claim for someone who stands there, or what a notice asked for; one page, keyboard alone. */
export function Typing({ regionCode, caseId }: { regionCode: string; caseId: string }) {
  const text = useWords(windowWords)
  const found = useGet('getCase', { params: { caseId }, query: { regionCode } })
  const [began, setBegan] = useState(false)
  const view = found.data
  if (!view) {
    return (
      <div className="page">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isLoading && <Skeleton active paragraph={{ rows: 10 }} />}
      </div>
    )
  }
  const open = view.acts.includes('hand-in') || view.acts.includes('answer')
  if (!open) return began ? <Done view={view} /> : <Locked view={view} note={text.locked} />
  if (!began) setBegan(true)
  return (
    <TypingProvider view={view}>
      <Form />
    </TypingProvider>
  )
}

function Form() {
  const { view } = useTyping()
  const text = useWords(windowWords)
  const { withdrawal, objection, remote } = view.content
  const unpaid = objection !== undefined || remote !== undefined
  const sections = objection
    ? (['objection', 'materials', 'check'] as const)
    : remote
      ? (['remote', 'materials', 'check'] as const)
      : withdrawal
        ? (['reason', 'materials', 'payee', 'check'] as const)
        : (['visit', 'bills', 'materials', 'payee', 'check'] as const)
  return (
    <div className="page typing-page">
      <div className="page-head">
        <div>
          <h1>
            {view.person.name} · {view.itemName}
          </h1>
          <p className="muted flat">
            {view.placeName} {view.person.idNumberMasked}
          </p>
        </div>
        <Saved />
      </div>
      <div className="typing-grid">
        <nav className="steps" aria-label={text.typing}>
          {sections.map((section, index) => (
            <a key={section} href={`#${section}`}>
              <span aria-hidden>{index + 1}</span> {text.steps[section]}
            </a>
          ))}
        </nav>
        {/* The key belongs to the fields inside; the form only passes it on. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div className="stack" onKeyDown={enterGoesOn}>
          <Gaps />
          {objection ? (
            <ObjectionForm />
          ) : remote ? (
            <RemoteForm />
          ) : withdrawal ? (
            <ReasonForm />
          ) : (
            <VisitForm />
          )}
          {!withdrawal && !unpaid && <BillForms />}
          <Materials />
          {!unpaid && <PayeeForm />}
          <CheckPanel />
        </div>
      </div>
    </div>
  )
}

/** While a notice is answered: what it asked for. */
function Gaps() {
  const { view } = useTyping()
  const notice = view.notices.findLast(({ answeredOn }) => answeredOn === null)
  if (!notice) return null
  return (
    <section className="panel gaps-panel">
      <ol className="fault-list">
        {notice.gaps.map((gap) => (
          <li key={gap.text}>{gap.text}</li>
        ))}
      </ol>
    </section>
  )
}

function Saved() {
  const { saving, savedAt, unsaved, saveError, saveNow } = useTyping()
  const text = useWords(windowWords)
  return (
    <div className="stack tight saved">
      <output>
        {saving ? (
          <Mark>{text.saving}</Mark>
        ) : unsaved ? (
          <Mark tone="soon">{text.unsaved}</Mark>
        ) : (
          savedAt && <Mark tone="good">{text.saved(showInstant(savedAt))}</Mark>
        )}
      </output>
      <ProblemAlert error={saveError} onRetry={() => void saveNow()} />
    </div>
  )
}

function Done({ view }: { view: CaseView }) {
  const text = useWords(windowWords)
  const receipt = view.letters.some(({ kind }) => kind === 'receipt')
  const address = addressOf('getLetter', {
    params: { caseId: view.caseId, kind: 'receipt' },
    query: { regionCode: view.regionCode },
  })
  return (
    <div className="page narrow">
      <Result
        status="success"
        title={text.done}
        subTitle={
          <>
            {text.number} <strong>{view.number}</strong> · {view.person.name} · {view.itemName}
          </>
        }
        extra={[
          receipt && (
            <Button key="receipt" type="primary" href={address} target="_blank">
              {text.receipt}
            </Button>
          ),
          <Link key="case" href={`/cases/${view.regionCode}/${view.caseId}`}>
            {text.openCase}
          </Link>,
          <Link key="next" href="/window">
            {text.next}
          </Link>,
        ]}
      />
    </div>
  )
}

function Locked({ view, note }: { view: CaseView; note: string }) {
  const text = useWords(windowWords)
  return (
    <div className="page narrow">
      <h1>{view.itemName}</h1>
      <p>{note}</p>
      <Link href={`/cases/${view.regionCode}/${view.caseId}`}>{text.openCase}</Link>
    </div>
  )
}
