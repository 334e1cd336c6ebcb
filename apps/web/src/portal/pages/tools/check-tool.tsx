import { useState } from 'react'
import { call } from '../../../shared/api.ts'
import { Callout } from '../../parts/callout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Field, fieldId, TextField } from '../../parts/field.tsx'
import { ActionFailure } from '../../parts/loaded.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTexts } from '../../texts.ts'

const KINDS = ['resident-id', 'credit-code', 'region', 'item-code', 'case-number'] as const
type Kind = (typeof KINDS)[number]
type Verdict = Awaited<ReturnType<typeof call<'toolCheck'>>>

/** Form and check digit of a number. */
export function CheckTool() {
  const t = useTexts().tools
  const [kind, setKind] = useState<Kind>('resident-id')
  const [value, setValue] = useState('')
  const [verdict, setVerdict] = useState<Verdict>()
  const check = useAction(() => call('toolCheck', { body: { kind, value: value.trim() } }), setVerdict)
  return (
    <form
      className="pane"
      onSubmit={(event) => {
        event.preventDefault()
        setVerdict(undefined)
        check.run()
      }}
    >
      <Field id={fieldId('kind')} label={t.kind}>
        {(aria) => (
          <select
            {...aria}
            className="input"
            value={kind}
            onChange={(event) => setKind(event.target.value as Kind)}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t.kinds[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        path="value"
        label={t.value}
        hint={t.numberNote}
        maxLength={64}
        value={value}
        onChange={setValue}
      />
      <ActionFailure error={check.error} />
      <button className="button primary" disabled={check.pending || value.trim() === ''}>
        {t.check}
      </button>
      <div role="status" className="stack">
        {verdict && (
          <Callout kind={verdict.valid ? 'done' : 'fault'} title={verdict.valid ? t.valid : t.invalid}>
            {verdict.faults.map((fault) => (
              <p key={fault.message}>{fault.message}</p>
            ))}
          </Callout>
        )}
        {verdict?.valid && <Facts rows={Object.entries(verdict.parts)} />}
      </div>
    </form>
  )
}
