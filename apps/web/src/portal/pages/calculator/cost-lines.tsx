import { useEffect, useState } from 'react'
import { useCalculatorTexts } from '../../messages/calculator.ts'
import { fieldId } from '../../parts/field.tsx'
import type { FormPart } from './form-part.ts'
import { newLine } from './question.ts'
import type { CostLine } from './question.ts'
import { optionsOf } from '../../parts/select-field.tsx'

/** The most items the form takes; longer lists belong into an application. */
const MOST_LINES = 200

/** The items of the costs, each with its class of the catalogue. */
export function CostLines({ question: { lines }, set, faultAt }: FormPart) {
  const t = useCalculatorTexts()
  const [focus, setFocus] = useState<string>()
  useEffect(() => {
    if (focus) document.getElementById(focus)?.focus()
  }, [focus])
  const change = (id: string, part: Partial<CostLine>) =>
    set({ lines: lines.map((line) => (line.id === id ? { ...line, ...part } : line)) })
  return (
    <div className="lines field">
      <table>
        <thead>
          <tr>
            <th scope="col" className="wide">
              {t.columns.name}
            </th>
            <th scope="col">{t.columns.amount}</th>
            <th scope="col">{t.columns.class}</th>
            <th scope="col">{t.columns.ratio}</th>
            <th scope="col">
              <span className="visually-hidden">{t.columns.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Row
              key={line.id}
              line={line}
              at={at}
              faultAt={faultAt}
              change={(part) => change(line.id, part)}
              remove={
                lines.length > 1 ? () => set({ lines: lines.filter(({ id }) => id !== line.id) }) : undefined
              }
            />
          ))}
        </tbody>
      </table>
      {lines.length < MOST_LINES && (
        <p>
          <button
            type="button"
            className="button small"
            onClick={() => {
              set({ lines: [...lines, newLine()] })
              setFocus(fieldId(`lines.${lines.length}.name`))
            }}
          >
            {t.addLine}
          </button>
        </p>
      )}
    </div>
  )
}

function Row({
  line,
  at,
  faultAt,
  change,
  remove,
}: {
  line: CostLine
  at: number
  faultAt: FormPart['faultAt']
  change: (part: Partial<CostLine>) => void
  remove: (() => void) | undefined
}) {
  const t = useCalculatorTexts()
  const cell = (key: 'name' | 'amount' | 'ratio') => {
    const fault = faultAt(`lines.${at}.${key}`)
    const id = fieldId(`lines.${at}.${key}`)
    return (
      <td data-label={t.columns[key]} className={key === 'name' ? 'wide' : 'amount'}>
        <input
          id={id}
          aria-label={t.cell(t.columns[key], at + 1)}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault && `${id}-fault`}
          inputMode={key === 'name' ? undefined : 'decimal'}
          maxLength={key === 'name' ? 120 : 20}
          autoComplete="off"
          disabled={key === 'ratio' && line.class !== 'B'}
          value={key === 'ratio' && line.class !== 'B' ? '' : line[key]}
          onChange={(event) => change({ [key]: event.target.value })}
        />
        {fault && (
          <span className="wrong-text" id={`${id}-fault`}>
            {fault}
          </span>
        )}
      </td>
    )
  }
  return (
    <tr>
      {cell('name')}
      {cell('amount')}
      <td data-label={t.columns.class}>
        <select
          className="input"
          style={{ marginBlockStart: 0 }}
          aria-label={t.cell(t.columns.class, at + 1)}
          value={line.class}
          onChange={(event) => change({ class: event.target.value as CostLine['class'] })}
        >
          {optionsOf(t.lineClasses).map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </td>
      {cell('ratio')}
      <td>
        {remove && (
          <button type="button" className="remove" aria-label={t.removeLine(at + 1)} onClick={remove}>
            ×
          </button>
        )}
      </td>
    </tr>
  )
}
