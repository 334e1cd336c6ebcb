import type { CalculatorPlace } from '@yichuang/contracts'
import { useCalculatorTexts } from '../../messages/calculator.ts'
import { Choices, TextField } from '../../parts/field.tsx'
import { CLASSES_OF } from './question.ts'
import type { FormPart } from './form-part.ts'
import { optionsOf, SelectField } from '../../parts/select-field.tsx'

/** Where the person is insured, as whom, and by the rules of which day. */
export function WhoFields({
  question,
  set,
  place,
  places,
  faultAt,
}: FormPart & { places: readonly CalculatorPlace[] }) {
  const t = useCalculatorTexts()
  const { insurance } = question
  return (
    <>
      <div className="pair">
        <SelectField
          path="pack"
          label={t.place}
          value={question.pack}
          options={places.map(({ pack, name, figuresOnly }) => ({
            value: pack,
            name: figuresOnly ? name + t.figuresOnly : name,
          }))}
          onChange={(pack) => set({ pack, groups: [], disease: '' })}
        />
        <TextField
          path="on"
          type="date"
          label={t.on}
          hint={t.onHint}
          fault={faultAt('on')}
          value={question.on}
          onChange={(on) => set({ on })}
        />
      </div>
      <Choices
        path="insurance"
        label={t.insurance}
        className="pair choices"
        value={insurance}
        options={optionsOf(t.insurances)}
        onChange={(next) => set({ insurance: next, personClass: CLASSES_OF[next][0], disease: '' })}
      />
      <SelectField
        path="personClass"
        label={t.personClass}
        value={question.personClass}
        options={CLASSES_OF[insurance].map((value) => ({ value, name: t.classes[value] }))}
        onChange={(personClass) => set({ personClass })}
      />
      {place.groups.length > 0 && <Groups question={question} set={set} place={place} />}
    </>
  )
}

function Groups({ question: { groups }, set, place }: Omit<FormPart, 'faultAt'>) {
  const t = useCalculatorTexts()
  return (
    <fieldset className="field">
      <legend>{t.groups}</legend>
      <div className="choices">
        {place.groups.map(({ id, title }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={groups.includes(id)}
              onChange={({ target }) =>
                set({ groups: target.checked ? [...groups, id] : groups.filter((one) => one !== id) })
              }
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
