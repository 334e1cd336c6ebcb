import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet } from '../../parts/queries.ts'
import { InstitutionChoice, type Chosen } from '../access/InstitutionChoice.tsx'
import { adminWords } from './words.ts'

/** The medical institution an account of a hospital's office or of an expert acts for. */
export function InstitutionOf({ userId }: { userId: string }) {
  const { staff: text } = useWords(adminWords)
  const found = useGet('getStaffInstitution', { params: { userId } })
  const [chosen, setChosen] = useState<Chosen | null>()
  const place = useAct('setStaffInstitution', () => refresh('getStaffInstitution'))
  const { institution } = found.data ?? {}
  const stored = institution ? { code: institution.hospitalCode, name: institution.name } : null
  const shown = chosen === undefined ? stored : chosen
  return (
    <fieldset className="bill">
      <legend>{text.institution}</legend>
      <div className="row">
        <InstitutionChoice chosen={shown} onChange={setChosen} />
        <Button
          loading={place.isPending}
          disabled={shown?.code === stored?.code}
          onClick={() => place.mutate({ params: { userId }, body: { hospitalCode: shown?.code ?? null } })}
        >
          {text.place}
        </Button>
        {place.isSuccess && shown?.code === stored?.code && <Mark tone="good">{text.placed}</Mark>}
      </div>
      <p className="muted flat">{text.institutionNote}</p>
      <ProblemAlert error={found.error ?? place.error} />
    </fieldset>
  )
}
