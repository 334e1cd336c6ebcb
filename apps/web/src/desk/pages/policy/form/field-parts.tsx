import type { ReactNode } from 'react'
import { fieldLabel } from './field-words.ts'
import { useRuleForm } from './form-context.ts'
import { nameOf, type Path, type Schema } from './schema.ts'

export interface FieldProps {
  readonly schema: Schema
  readonly value: unknown
  readonly path: Path
  /** what it is called: the field's name in its file */
  readonly name: string
}

/** A label, the field, and what is wrong with it. */
export function Labelled(props: {
  path: Path
  name: string
  hint?: string | undefined
  children: ReactNode
}) {
  const { kind, language, faultsAt } = useRuleForm()
  const faults = faultsAt(props.path)
  return (
    <div className={faults.length > 0 ? 'rule-field at-fault' : 'rule-field'}>
      <label htmlFor={nameOf(props.path)}>{fieldLabel(kind, props.name, language)}</label>
      {props.children}
      <Faults faults={faults} />
    </div>
  )
}

export function Faults({ faults }: { faults: readonly string[] }) {
  return faults.map((sentence) => (
    <p key={sentence} className="rule-fault">
      {sentence}
    </p>
  ))
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}
