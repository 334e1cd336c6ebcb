import { useState } from 'react'
import type { z } from 'zod'
import type { Mandate } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { Problem } from '../../../shared/problem.ts'
import { Field, fieldId, TextField } from '../../parts/field.tsx'
import { ActionFailure } from '../../parts/loaded.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTexts } from '../../texts.ts'

type MandateRow = z.infer<typeof Mandate>
type Relation = MandateRow['relation']
const RELATIONS = ['spouse', 'parent', 'child', 'guardian', 'relative', 'helper', 'other'] as const

/** Names someone who may act for me: name, ID number, relation, until when. */
export function GrantForm({ onGranted }: { onGranted: (mandate: MandateRow) => void }) {
  const t = useTexts().mandates
  const [agentName, setName] = useState('')
  const [agentIdNumber, setIdNumber] = useState('')
  const [relation, setRelation] = useState<Relation>('child')
  const [to, setTo] = useState('')
  const [tried, setTried] = useState(false)
  const grant = useAction(
    (intent) =>
      call('grantMandate', {
        body: { agentName, agentIdNumber: agentIdNumber.trim().toUpperCase(), relation, to: to || null },
        intent,
      }),
    onGranted,
  )
  const idWrong = !/^\d{17}[\dXx]$/.test(agentIdNumber.trim())
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
        if (!idWrong && agentName.trim()) grant.run()
      }}
    >
      <TextField
        path="agentName"
        label={t.name}
        maxLength={60}
        value={agentName}
        onChange={setName}
        fault={faultAt('agentName')}
      />
      <TextField
        path="agentIdNumber"
        label={t.idNumber}
        hint={t.idHint}
        maxLength={18}
        value={agentIdNumber}
        onChange={setIdNumber}
        fault={tried && idWrong ? t.idWrong : faultAt('agentIdNumber')}
      />
      <Field id={fieldId('relation')} label={t.relationLabel}>
        {(aria) => (
          <select
            {...aria}
            className="input short"
            value={relation}
            onChange={(event) => setRelation(event.target.value as Relation)}
          >
            {RELATIONS.map((one) => (
              <option key={one} value={one}>
                {t.relation[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        path="to"
        type="date"
        label={t.until}
        hint={t.untilHint}
        optional
        value={to}
        onChange={setTo}
        fault={faultAt('to')}
      />
      <ActionFailure error={grant.error} />
      <button className="button primary" disabled={grant.pending}>
        {t.grant}
      </button>
    </form>
  )
}
