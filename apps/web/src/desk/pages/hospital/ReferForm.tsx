import { App } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { PlaceChoice } from '../../parts/PlaceChoice.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { HospitalForm } from './HospitalForm.tsx'
import { Labelled } from './Labelled.tsx'
import type { Patient } from './FindPatient.tsx'
import { referralWords } from './words.ts'

const EMPTY = {
  target: '',
  diagnosisCode: '',
  diagnosisName: '',
  reason: '',
  opinion: '',
  doctor: '',
  until: '',
}

/** What a hospital fills in to refer a patient; how long it is valid says the place's rule. */
export function ReferForm({ patient }: { patient: Patient }) {
  const text = useWords(referralWords)
  const { office } = useDesk()
  const [, navigate] = useLocation()
  const { message } = App.useApp()
  const [form, setForm] = useState(EMPTY)
  const term = useGet('referralTerm', {})
  const issue = useAct('issueReferral', async (view) => {
    await refresh('listReferrals')
    void message.success(text.issued)
    navigate(`/refer/${view.regionCode}/${view.referralId}`)
  })
  const set = (field: keyof typeof EMPTY) => (value: string) => setForm({ ...form, [field]: value })
  const byHand = term.data !== undefined && term.data.until === null
  const needed = ['target', 'diagnosisCode', 'diagnosisName', 'reason', 'opinion'] as const
  const ready = needed.every((field) => form[field].trim() !== '') && (!byHand || form.until !== '')
  const send = () => {
    const { doctor, until, ...said } = form
    issue.mutate({
      body: {
        personId: patient.personId,
        ...said,
        ...(doctor.trim() && { doctor: doctor.trim() }),
        ...(byHand && { until }),
      },
    })
  }
  return (
    <HospitalForm ready={ready} needs={text.needs} label={text.issue} act={issue} onSend={send}>
      <ProblemAlert error={term.error} onRetry={() => void term.refetch()} />
      <div className="field-grid">
        <PlaceChoice
          label={text.target}
          asks="care"
          except={office.regionCode}
          value={form.target}
          onChange={set('target')}
        />
        <Labelled
          label={text.diagnosisCode}
          value={form.diagnosisCode}
          onChange={set('diagnosisCode')}
          maxLength={20}
        />
        <Labelled
          label={text.diagnosisName}
          value={form.diagnosisName}
          onChange={set('diagnosisName')}
          maxLength={100}
        />
        <Labelled label={text.reason} value={form.reason} onChange={set('reason')} maxLength={100} />
        <Labelled label={text.opinion} value={form.opinion} onChange={set('opinion')} maxLength={200} />
        <Labelled label={text.doctor} value={form.doctor} onChange={set('doctor')} maxLength={50} />
        {byHand && <Labelled label={text.until} type="date" value={form.until} onChange={set('until')} />}
      </div>
      {term.data && <Term term={term.data} />}
    </HospitalForm>
  )
}

function Term({ term }: { term: Reply<'referralTerm'> }) {
  const text = useWords(referralWords)
  if (term.until === null) {
    return (
      <div>
        <strong>{text.noRule}</strong>
        <p className="muted flat">{term.missing}</p>
      </div>
    )
  }
  return (
    <div>
      <strong>{text.validTo(showDay(term.from), showDay(term.until))}</strong>
      {term.rule && <Basis rule={term.rule} />}
    </div>
  )
}

/** The clauses the last day rests on, in their words. */
export function Basis({ rule }: { rule: NonNullable<Reply<'referralTerm'>['rule']> }) {
  return (
    <>
      {[rule.valid, rule.ends].map(
        (source) =>
          source && (
            <p key={source.document + source.clause} className="muted small flat">
              {source.citation} {source.clause}：“{source.quote}”
            </p>
          ),
      )}
    </>
  )
}
