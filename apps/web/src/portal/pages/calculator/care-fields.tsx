import { day } from '../../../shared/format.ts'
import { useCalculatorTexts } from '../../messages/calculator.ts'
import { Choices } from '../../parts/field.tsx'
import type { FormPart } from './form-part.ts'
import { schemeOf, stagesOf } from './question.ts'
import { optionsOf, SelectField } from '../../parts/select-field.tsx'

/** How and where the person was treated. */
export function CareFields(part: FormPart) {
  const t = useCalculatorTexts()
  const { question, set, place } = part
  const diseases = schemeOf(place, question)?.diseases ?? []
  return (
    <>
      <Choices
        path="kind"
        label={t.kind}
        className="pair choices"
        value={question.kind}
        options={optionsOf(t.kinds)}
        onChange={(kind) => set({ kind, disease: '' })}
      />
      <Loaded {...part} />
      {diseases.length > 0 && (
        <SelectField
          path="disease"
          label={t.disease}
          value={question.disease}
          options={[
            { value: '', name: t.noDisease },
            ...diseases.map(({ id, title }) => ({ value: id, name: title })),
          ]}
          onChange={(disease) => set({ disease })}
        />
      )}
      <div className="pair">
        <SelectField
          path="level"
          label={t.level}
          value={question.level}
          options={optionsOf(t.levels)}
          onChange={(level) => set({ level })}
        />
        <SelectField
          path="carePlace"
          label={t.carePlace}
          value={question.carePlace}
          options={optionsOf(t.carePlaces)}
          onChange={(carePlace) => set({ carePlace })}
        />
      </div>
    </>
  )
}

/** From which day the place's rules are loaded, so that nobody has to guess a date. */
function Loaded({ question, set, place }: FormPart) {
  const t = useCalculatorTexts()
  const scheme = schemeOf(place, question)
  const what = `${t.insurances[question.insurance]} · ${t.kinds[question.kind]}`
  const from = scheme?.from
  if (!scheme || !from) return <p className="field soft">{t.unknown(place.name, what)}</p>
  const later = stagesOf(place, question).filter((stage) => stage.from > question.on)
  const days = [...new Set([from, ...later.map((stage) => stage.from)])].filter((one) => one > question.on)
  return (
    <div className="field">
      <p className="soft">
        {t.known(place.name, what, day(from))}
        {scheme.borrowedFrom && ` ${t.lent(place.name, scheme.borrowedFrom)}`}
      </p>
      {later.map(({ id, title, from: begins }) => (
        <p key={id} className="soft">
          {t.later(title, day(begins))}
        </p>
      ))}
      <p className="row">
        {days.map((one) => (
          <button key={one} type="button" className="button small" onClick={() => set({ on: one })}>
            {t.takeDay(day(one))}
          </button>
        ))}
      </p>
    </div>
  )
}
