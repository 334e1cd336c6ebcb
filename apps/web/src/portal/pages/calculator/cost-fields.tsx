import { useCalculatorTexts } from '../../messages/calculator.ts'
import { Choices, TextField } from '../../parts/field.tsx'
import { CostLines } from './cost-lines.tsx'
import type { FormPart } from './form-part.ts'
import { optionsOf } from '../../parts/select-field.tsx'

/** The costs: as sums by class, or item by item. */
export function CostFields(part: FormPart) {
  const t = useCalculatorTexts()
  const { question, set } = part
  const otherPaid = <AmountField {...part} field="otherPaid" label={t.otherPaid} optional />
  return (
    <>
      <Choices
        path="way"
        label={t.way}
        className="pair choices"
        value={question.way}
        options={optionsOf(t.ways)}
        onChange={(way) => set({ way })}
      />
      {question.way === 'lines' ? (
        <>
          <CostLines {...part} />
          {otherPaid}
        </>
      ) : (
        <>
          <AmountField {...part} field="total" label={t.total} />
          <p className="field soft">{t.splitHint}</p>
          <div className="pair">
            <AmountField {...part} field="classB" label={t.classB} optional />
            <AmountField {...part} field="ratioB" label={t.ratioB} hint={t.ratioBHint} optional />
            <AmountField {...part} field="classC" label={t.classC} optional />
            {otherPaid}
          </div>
        </>
      )}
    </>
  )
}

function AmountField({
  question,
  set,
  faultAt,
  field,
  label,
  hint,
  optional = false,
}: FormPart & {
  field: 'total' | 'classB' | 'ratioB' | 'classC' | 'otherPaid'
  label: string
  hint?: string
  optional?: boolean
}) {
  return (
    <TextField
      path={field}
      label={label}
      hint={hint}
      fault={faultAt(field)}
      optional={optional}
      short
      inputMode="decimal"
      maxLength={20}
      value={question[field]}
      onChange={(value) => set({ [field]: value })}
    />
  )
}
