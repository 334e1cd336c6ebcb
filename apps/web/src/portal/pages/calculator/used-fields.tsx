import { useCalculatorTexts } from '../../messages/calculator.ts'
import { TextField } from '../../parts/field.tsx'
import type { FormPart } from './form-part.ts'
import { NOTHING_TYPED, stagesFor } from './question.ts'

/** What was reimbursed this year already, of the basic fund and of each payer after it; folded away at first. */
export function UsedFields({ question, set, place, faultAt, faulty }: FormPart & { faulty: boolean }) {
  const t = useCalculatorTexts()
  const { used } = question
  const typed = [used, ...Object.values(question.stages)].some((one) => Object.values(one).some(Boolean))
  const stages = stagesFor(place, question)
  const keys = (['deductible', 'inScope', 'fund', 'admissions'] as const).filter(
    (key) => key !== 'admissions' || question.kind === 'inpatient',
  )
  return (
    <details open={faulty || typed}>
      <summary>{t.usedOpen}</summary>
      <p className="field soft">{t.usedHint}</p>
      <div className="pair">
        {keys.map((key) => (
          <TextField
            key={key}
            path={`used.${key}`}
            label={t.usedFields[key]}
            fault={faultAt(`used.${key}`)}
            optional
            short
            inputMode={key === 'admissions' ? 'numeric' : 'decimal'}
            maxLength={20}
            value={used[key]}
            onChange={(value) => set({ used: { ...used, [key]: value } })}
          />
        ))}
      </div>
      {stages.map(({ id, title }) => (
        <StageUsed key={id} id={id} title={title} question={question} set={set} faultAt={faultAt} />
      ))}
      {stages.some(({ countsYears }) => countsYears) && (
        <TextField
          path="bonusYears"
          label={t.bonusYears}
          hint={t.bonusHint}
          fault={faultAt('bonusYears')}
          optional
          short
          inputMode="numeric"
          maxLength={3}
          value={question.bonusYears}
          onChange={(bonusYears) => set({ bonusYears })}
        />
      )}
    </details>
  )
}

function StageUsed({
  id,
  title,
  question: { stages },
  set,
  faultAt,
}: Omit<FormPart, 'place'> & { id: string; title: string }) {
  const t = useCalculatorTexts()
  const typed = stages[id] ?? NOTHING_TYPED
  return (
    <fieldset className="field">
      <legend>{t.stage(title)}</legend>
      <div className="pair">
        {(['base', 'deductible', 'fund'] as const).map((key) => (
          <TextField
            key={key}
            path={`stages.${id}.${key}`}
            label={t.stageFields[key]}
            fault={faultAt(`stages.${id}.${key}`)}
            optional
            short
            inputMode="decimal"
            maxLength={20}
            value={typed[key]}
            onChange={(value) => set({ stages: { ...stages, [id]: { ...typed, [key]: value } } })}
          />
        ))}
      </div>
    </fieldset>
  )
}
