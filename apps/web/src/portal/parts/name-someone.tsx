import { useState } from 'react'
import type { ReactNode } from 'react'
import { Problem } from '../../shared/problem.ts'
import { TextField } from './field.tsx'
import { ActionFailure } from './loaded.tsx'
import { SelectField } from './select-field.tsx'
import { useAction } from './use-action.ts'

interface Someone<R extends string> {
  readonly name: string
  readonly idNumber: string
  readonly relation: R
}

interface Words<R extends string> {
  readonly name: string
  readonly nameMissing: string
  readonly idNumber: string
  readonly idHint: string
  readonly idWrong: string
  readonly relationLabel: string
  readonly relation: Readonly<Record<R, string>>
  readonly grant: string
}

/** A form that names another person and what they are to me; `relations` offers the words, the first of them chosen. */
export function NameSomeone<R extends string, T>({
  words,
  relations,
  fields,
  send,
  onDone,
  before,
  children,
}: {
  words: Words<R>
  relations: readonly R[]
  /** what the fields are called in what is sent, so that faults find them */
  fields: { readonly name: string; readonly idNumber: string }
  send: (who: Someone<R>, intent: string) => Promise<T>
  onDone: (result: T) => void
  before?: ReactNode
  /** what stands below the three fields; it may ask for the fault of a field of its own */
  children?: (faultAt: (path: string) => string | undefined) => ReactNode
}) {
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [chosen, setRelation] = useState<R>()
  const [tried, setTried] = useState(false)
  const relation = chosen !== undefined && relations.includes(chosen) ? chosen : relations[0]!
  const grant = useAction(
    (intent) => send({ name: name.trim(), idNumber: idNumber.trim().toUpperCase(), relation }, intent),
    onDone,
  )
  const nameMissing = name.trim() === ''
  const idWrong = !/^\d{17}[\dXx]$/.test(idNumber.trim())
  const faultAt = (path: string) =>
    grant.error instanceof Problem
      ? grant.error.errors.find((fault) => fault.path === path)?.message
      : undefined
  return (
    <form
      className="pane"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!idWrong && !nameMissing) grant.run()
      }}
    >
      {before}
      <TextField
        path={fields.name}
        label={words.name}
        maxLength={60}
        value={name}
        onChange={setName}
        fault={tried && nameMissing ? words.nameMissing : faultAt(fields.name)}
      />
      <TextField
        path={fields.idNumber}
        label={words.idNumber}
        hint={words.idHint}
        maxLength={18}
        value={idNumber}
        onChange={setIdNumber}
        fault={tried && idWrong ? words.idWrong : (faultAt(fields.idNumber) ?? faultAt('idNumber'))}
      />
      <SelectField
        short
        path="relation"
        label={words.relationLabel}
        value={relation}
        options={relations.map((one) => ({ value: one, name: words.relation[one] }))}
        onChange={setRelation}
      />
      {children?.(faultAt)}
      <ActionFailure error={grant.error} />
      <p className="below">
        <button className="button primary" disabled={grant.pending}>
          {words.grant}
        </button>
      </p>
    </form>
  )
}
