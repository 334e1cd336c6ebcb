import { useId, type ReactNode } from 'react'
import { useTyping } from './typing-state.tsx'

/** A labelled field of the form; `path` is its place in the content, by which a check finds it. */
export function Field(props: {
  label: string
  path: string
  value: string
  onChange: (value: string) => void
  onBlur?: (value: string) => void
  hint?: string
  numeric?: boolean
  maxLength?: number
  autoFocus?: boolean
}) {
  const { faultAt } = useTyping()
  const id = useId()
  const fault = faultAt(props.path)
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className={props.numeric ? 'cell num' : 'cell'}
        data-path={props.path}
        data-step
        autoComplete="off"
        // The clerk has just opened this form to type it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={props.autoFocus}
        inputMode={props.numeric ? 'decimal' : 'text'}
        maxLength={props.maxLength ?? 120}
        placeholder={props.hint}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
        onBlur={({ target }) => props.onBlur?.(target.value)}
      />
      <FaultText id={`${id}-fault`}>{fault}</FaultText>
    </div>
  )
}

/** A choice among a few; a plain select, because it is the fastest by keyboard. */
export function Choice<V extends string>(props: {
  label: string
  path: string
  value: V
  options: Readonly<Record<V, string>>
  onChange: (value: V) => void
}) {
  const { faultAt } = useTyping()
  const id = useId()
  const fault = faultAt(props.path)
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="cell"
        data-path={props.path}
        data-step
        value={props.value}
        onChange={({ target }) => props.onChange(target.value as V)}
      >
        {(Object.entries(props.options) as [V, string][]).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <FaultText id={`${id}-fault`}>{fault}</FaultText>
    </div>
  )
}

export function FaultText({ id, children }: { id?: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={id} className="bad-text small flat">
      {children}
    </p>
  )
}
