import { AutoComplete, Checkbox } from 'antd'
import { useId, useState } from 'react'
import { typedDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { useGet, type Reply } from '../../parts/queries.ts'
import { common } from '../../parts/words.ts'
import { Choice, FaultText, Field } from './Field.tsx'
import { useTyping } from './typing-state.tsx'
import { windowWords } from './words.ts'

type Hospital = Reply<'findHospitals'>['items'][number]

/** Where, when and why the person was treated. */
export function VisitForm() {
  const { content, change } = useTyping()
  const text = useWords(windowWords)
  const { carePlace } = useWords(common)
  const { visit } = content
  const set = (part: Partial<typeof visit>) => change({ visit: { ...visit, ...part } })
  return (
    <section className="panel" id="visit">
      <h2>{text.steps.visit}</h2>
      <div className="field-grid">
        <HospitalField />
        <Field
          label={text.fromDay}
          path="visit.from"
          hint={text.dayHint}
          value={visit.from}
          onChange={(from) => set({ from })}
          onBlur={(from) => set({ from: typedDay(from) })}
        />
        <Field
          label={text.toDay}
          path="visit.to"
          hint={text.dayHint}
          value={visit.to}
          onChange={(to) => set({ to })}
          onBlur={(to) => set({ to: typedDay(to) })}
        />
        <Field
          label={text.record}
          path="visit.recordNumber"
          value={visit.recordNumber}
          onChange={(recordNumber) => set({ recordNumber })}
        />
        <Field
          label={text.diagnosis}
          path="visit.diagnosis"
          maxLength={500}
          value={visit.diagnosis}
          onChange={(diagnosis) => set({ diagnosis })}
        />
        <Choice
          label={text.carePlace}
          path="visit.carePlace"
          value={visit.carePlace}
          options={carePlace}
          onChange={(place) => set({ carePlace: place })}
        />
      </div>
      <Checkbox checked={visit.accident} onChange={({ target }) => set({ accident: target.checked })}>
        {text.accident}
      </Checkbox>
    </section>
  )
}

function HospitalField() {
  const { view, content, change, faultAt } = useTyping()
  const text = useWords(windowWords)
  const id = useId()
  const { visit } = content
  const [q, setQ] = useState('')
  const found = useGet(
    'findHospitals',
    { query: { q: q.trim().slice(0, 60) } },
    { enabled: q.trim() !== '', keepPrevious: true },
  )
  // Local hospitals first: most people were treated where they live.
  const isAway = (regionCode: string) => Number(regionCode !== view.regionCode)
  // Until the answer to these words is there, of the last one only what fits them: Enter takes the first that is offered.
  const fits = ({ name, hospitalCode }: Hospital) =>
    name.includes(q.trim()) || hospitalCode.startsWith(q.trim())
  const hospitals = (found.data?.items ?? [])
    .filter((hospital) => !found.isPlaceholderData || fits(hospital))
    .toSorted((a, b) => isAway(a.regionCode) - isAway(b.regionCode))
  const fault = faultAt('visit.hospitalCode') ?? faultAt('visit.hospitalName')
  return (
    <div className="field">
      <label htmlFor={id}>{text.hospital}</label>
      <AutoComplete
        id={id}
        data-path="visit.hospitalCode"
        // The clerk has just opened this form to type it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        defaultActiveFirstOption
        placeholder={text.hospitalHint}
        status={fault ? 'error' : undefined}
        value={visit.hospitalName}
        options={hospitals.map((hospital) => ({
          value: hospital.hospitalCode,
          label: `${hospital.name}（${text.levels[hospital.level]}）`,
        }))}
        onSearch={setQ}
        onChange={(typed: string) => change({ visit: { ...visit, hospitalName: typed, hospitalCode: '' } })}
        onSelect={(code: string) => {
          const hospital = hospitals.find(({ hospitalCode }) => hospitalCode === code)
          if (hospital) change({ visit: { ...visit, hospitalCode: code, hospitalName: hospital.name } })
        }}
      />
      <FaultText>{fault}</FaultText>
    </div>
  )
}
