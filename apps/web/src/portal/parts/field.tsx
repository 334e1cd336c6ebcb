import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'

/** Id of the input for a path of the content, so that a fault can link to it: `bills.0.amount` → `f-bills-0-amount`. */
export function fieldId(path: string): string {
  return `f-${path.replace(/[^A-Za-z0-9_-]+/g, '-')}`
}

/** Label, hint and fault around one input; `describedBy` goes on the input. */
export function Field({
  id,
  label,
  hint,
  fault,
  optional,
  children,
}: {
  id: string
  label: string
  hint?: string | undefined
  fault?: string | undefined
  optional?: boolean | undefined
  children: (aria: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}) {
  const t = useTexts()
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional">{t.optional}</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span className="wrong-text" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(fault && { 'aria-invalid': true as const }),
      })}
    </div>
  )
}

/** One line of text. */
export function TextField({
  path,
  value,
  onChange,
  type = 'text',
  short,
  inputMode,
  autoComplete,
  maxLength,
  ...field
}: {
  path: string
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  fault?: string | undefined
  optional?: boolean
  type?: 'text' | 'date' | 'tel' | 'number'
  short?: boolean
  inputMode?: 'decimal' | 'numeric'
  autoComplete?: string
  maxLength?: number
}) {
  return (
    <Field id={fieldId(path)} {...field}>
      {(aria) => (
        <input
          {...aria}
          className={short || type === 'date' ? 'input short' : 'input'}
          type={type}
          value={value}
          inputMode={inputMode}
          autoComplete={autoComplete ?? 'off'}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Several lines of text. */
export function LongField({
  path,
  value,
  onChange,
  maxLength,
  ...field
}: {
  path: string
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  fault?: string | undefined
  optional?: boolean
  maxLength?: number
}) {
  return (
    <Field id={fieldId(path)} {...field}>
      {(aria) => (
        <textarea
          {...aria}
          className="input"
          value={value}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** One of a few, each with its words; the first radio carries the id a fault links to. */
export function Choices<T extends string>({
  path,
  label,
  hint,
  fault,
  value,
  options,
  onChange,
  className = 'choices',
}: {
  path: string
  label: string
  hint?: string | undefined
  fault?: string | undefined
  value: T | ''
  options: readonly { value: T; name: string; note?: string }[]
  onChange: (value: T) => void
  className?: string
}) {
  const id = fieldId(path)
  return (
    <fieldset className={fault ? 'field wrong' : 'field'}>
      <legend>{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      {fault && <span className="wrong-text">{fault}</span>}
      <div className={className}>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              id={index === 0 ? id : `${id}-${option.value}`}
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.name}
              {option.note && <small>{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
