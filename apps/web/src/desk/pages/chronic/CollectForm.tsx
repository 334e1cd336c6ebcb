import { App, Radio } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import type { Patient } from '../hospital/FindPatient.tsx'
import { HospitalForm } from '../hospital/HospitalForm.tsx'
import { Labelled } from '../hospital/Labelled.tsx'
import { chronicWords } from './words.ts'

const EMPTY = {
  classId: '',
  diseaseName: '',
  diseaseCode: '',
  cause: '',
  doctor: '',
  note: '',
  outcome: '',
  reason: '',
}
/** The class with two causes, one of which is for children only. */
const TWO_CAUSES = 'child-rehabilitation-or-vaccination'

/** What a hospital fills in: a class it decides at once, or a disease for the monthly list. */
export function CollectForm({ patient, designated }: { patient: Patient; designated: readonly string[] }) {
  const text = useWords(chronicWords)
  const { office } = useDesk()
  const [, navigate] = useLocation()
  const { message } = App.useApp()
  const [form, setForm] = useState(EMPTY)
  const catalogue = useGet('chronicCatalogue', { query: { regionCode: office.regionCode } })
  const collect = useAct('collectChronic', async (view) => {
    await refresh('listChronic', 'chronicMonths')
    void message.success(text.done)
    navigate(`/chronic/${view.regionCode}/${view.applicationId}`)
  })
  const set = (field: keyof typeof EMPTY) => (value: string) => setForm({ ...form, [field]: value })
  const [anytime, named] = [catalogue.data?.anytime ?? [], catalogue.data?.networked ?? []]
  const atOnce = anytime.some(({ id }) => id === form.classId)
  const monthly = named.find(({ id }) => `monthly:${id}` === form.classId)
  const name = monthly?.name ?? form.diseaseName.trim()
  const ready =
    form.doctor.trim() !== '' &&
    (atOnce
      ? form.outcome !== '' && (form.outcome === 'granted' || form.reason.trim().length > 1)
      : form.classId !== '' && name !== '')
  const send = () => {
    const { diseaseCode, cause, outcome, reason } = form
    collect.mutate({
      body: {
        personId: patient.personId,
        doctor: form.doctor.trim(),
        note: form.note.trim(),
        ...(diseaseCode.trim() && { diseaseCode: diseaseCode.trim() }),
        ...(atOnce
          ? {
              classId: form.classId,
              outcome: outcome as 'granted' | 'refused',
              ...(reason.trim().length > 1 && { reason: reason.trim() }),
              ...(form.classId === TWO_CAUSES &&
                cause !== '' && { cause: cause as 'rehabilitation' | 'vaccination' }),
            }
          : { classId: 'other', diseaseName: name }),
      },
    })
  }
  return (
    <HospitalForm ready={ready} needs={text.needs} label={text.send} act={collect} onSend={send}>
      <ProblemAlert error={catalogue.error} onRetry={() => void catalogue.refetch()} />
      <div className="field-grid">
        <Labelled label={text.disease}>
          {(id) => (
            <select
              id={id}
              className="cell"
              value={form.classId}
              onChange={({ target }) => set('classId')(target.value)}
            >
              <option value="">{text.choose}</option>
              <Group label={text.anytime} items={anytime.filter(({ id }) => designated.includes(id))} />
              <Group label={text.notHere} items={anytime.filter(({ id }) => !designated.includes(id))} off />
              <optgroup label={text.monthly}>
                {named.map(({ id, name }) => (
                  <option key={id} value={`monthly:${id}`}>
                    {name}
                  </option>
                ))}
                <option value="other">{text.other}</option>
              </optgroup>
            </select>
          )}
        </Labelled>
        {form.classId === 'other' && (
          <Labelled
            label={text.diseaseName}
            value={form.diseaseName}
            onChange={set('diseaseName')}
            maxLength={100}
          />
        )}
        <Labelled
          label={text.diseaseCode}
          value={form.diseaseCode}
          onChange={set('diseaseCode')}
          maxLength={30}
        />
        <Labelled label={text.doctor} value={form.doctor} onChange={set('doctor')} maxLength={50} />
      </div>
      <Labelled label={text.note} value={form.note} onChange={set('note')} maxLength={1000} area />
      {form.classId === TWO_CAUSES && (
        <Choice label={text.cause} value={form.cause} onChange={set('cause')} options={text.causes} />
      )}
      {atOnce && (
        <>
          <Choice
            label={text.outcome}
            value={form.outcome}
            onChange={set('outcome')}
            options={text.outcomes}
          />
          <Labelled label={text.reason} value={form.reason} onChange={set('reason')} maxLength={1000} />
        </>
      )}
    </HospitalForm>
  )
}

function Group(props: { label: string; items: readonly { id: string; name: string }[]; off?: boolean }) {
  if (props.items.length === 0) return null
  return (
    <optgroup label={props.label}>
      {props.items.map(({ id, name }) => (
        <option key={id} value={id} disabled={props.off}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}

export function Choice(props: {
  label: string
  value: string
  options: Readonly<Record<string, string>>
  onChange: (value: string) => void
}) {
  return (
    <fieldset className="kind-choice">
      <legend>{props.label}</legend>
      <Radio.Group
        value={props.value}
        onChange={({ target }) => props.onChange(String(target.value))}
        options={Object.entries(props.options).map(([value, label]) => ({ value, label }))}
      />
    </fieldset>
  )
}
