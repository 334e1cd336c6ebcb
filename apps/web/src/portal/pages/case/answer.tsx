import { useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { CaseView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { LongField, fieldId } from '../../parts/field.tsx'
import { ActionFailure } from '../../parts/loaded.tsx'
import { MaterialSlotForm } from '../../parts/material-slots.tsx'
import { Page } from '../../parts/page.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useCaseTexts } from '../../messages/case.ts'
import { stepAddress } from '../apply/step-list.tsx'
import { stepOfPath } from '../apply/steps.ts'
import { caseHref, WithCase } from './load-case.tsx'

/** Answering a notice: each gap with the place to mend it, then one send. */
export function AnswerPage() {
  return (
    <WithCase>
      {(view, set) => {
        const open = view.notices.findLast((notice) => notice.answeredOn === null)
        return open && view.acts.includes('answer') ? (
          <Answer view={view} set={set} gaps={open.gaps} />
        ) : (
          <NothingOpen view={view} />
        )
      }}
    </WithCase>
  )
}

function Answer({
  view,
  set,
  gaps,
}: {
  view: CaseView
  set: (view: CaseView) => void
  gaps: CaseView['notices'][number]['gaps']
}) {
  const t = useCaseTexts().notice
  const [text, setText] = useState('')
  const [, navigate] = useLocation()
  const version = useRef(view.version)
  const { caseId, regionCode } = view
  const send = useAction(
    (intent) =>
      call('answerNotice', {
        params: { caseId },
        body: { regionCode, version: version.current, text },
        intent,
      }),
    (after) => {
      set(after)
      navigate(caseHref(view))
    },
  )
  return (
    <Page
      title={t.answerTitle}
      lead={t.answerLead}
      back={{ href: caseHref(view), name: view.itemName }}
      narrow
    >
      <p className="soft">{t.allOnce}</p>
      <ol className="steps-list section">
        {gaps.map((gap, index) => (
          <li key={gap.text} className="stack">
            <h2>
              <span className="visually-hidden">{t.gap(index + 1)} </span>
              {gap.text}
            </h2>
            <Mend
              view={view}
              gap={gap}
              onVersion={(next) => (version.current = Math.max(version.current, next))}
            />
          </li>
        ))}
      </ol>
      <LongField path="answer" label={t.text} optional maxLength={1000} value={text} onChange={setText} />
      <ActionFailure error={send.error} />
      <p>
        <button type="button" className="button primary big" disabled={send.pending} onClick={send.run}>
          {send.pending ? t.sending : t.send}
        </button>
      </p>
    </Page>
  )
}

function Mend({
  view,
  gap,
  onVersion,
}: {
  view: CaseView
  gap: CaseView['notices'][number]['gaps'][number]
  onVersion: (version: number) => void
}) {
  const t = useCaseTexts().notice
  const slot = view.materials.find((one) => one.materialId === gap.materialId)
  if (slot) {
    return (
      <MaterialSlotForm caseId={view.caseId} regionCode={view.regionCode} slot={slot} onVersion={onVersion} />
    )
  }
  if (!gap.field) return <p className="soft">{t.sayBelow}</p>
  return (
    <p>
      <Link className="button" href={`${stepAddress(view, stepOfPath(gap.field))}#${fieldId(gap.field)}`}>
        {t.fix}
      </Link>
    </p>
  )
}

function NothingOpen({ view }: { view: CaseView }) {
  const t = useCaseTexts()
  return (
    <Page title={t.notice.answerTitle} lead={t.notice.nothing} narrow>
      <Link className="button primary" href={caseHref(view)}>
        {t.open}
      </Link>
    </Page>
  )
}
