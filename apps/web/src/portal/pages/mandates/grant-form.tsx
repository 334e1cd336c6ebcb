import { useState } from 'react'
import type { z } from 'zod'
import type { Mandate } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { TextField } from '../../parts/field.tsx'
import { NameSomeone } from '../../parts/name-someone.tsx'
import { useTexts } from '../../texts.ts'

type MandateRow = z.infer<typeof Mandate>
const RELATIONS = ['child', 'spouse', 'parent', 'guardian', 'relative', 'helper', 'other'] as const
const FIELDS = { name: 'agentName', idNumber: 'agentIdNumber' }

/** Names someone who may act for me: name, ID number, relation, until when. */
export function GrantForm({ onGranted }: { onGranted: (mandate: MandateRow) => void }) {
  const t = useTexts().mandates
  const [to, setTo] = useState('')
  return (
    <NameSomeone
      words={t}
      relations={RELATIONS}
      fields={FIELDS}
      send={({ name, idNumber, relation }, intent) =>
        call('grantMandate', {
          body: { agentName: name, agentIdNumber: idNumber, relation, to: to || null },
          intent,
        })
      }
      onDone={onGranted}
    >
      {(faultAt) => (
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
      )}
    </NameSomeone>
  )
}
