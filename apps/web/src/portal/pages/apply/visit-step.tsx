import type { ClaimContent } from '@yichuang/contracts'
import { Choices, LongField, TextField } from '../../parts/field.tsx'
import { Heading } from '../../parts/page.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { useTexts } from '../../texts.ts'
import { HospitalField } from './hospital-field.tsx'

const CARE_PLACES = ['local', 'out-filed', 'out-referred', 'out-unreferred'] as const

/** Where and when the care was, and for what. */
export function VisitStep() {
  const texts = useTexts()
  const t = useApplyTexts().visit
  const { content, change, faultAt, view } = useDraft()
  const { visit } = content
  const set = (part: Partial<ClaimContent['visit']>) =>
    change((before) => ({ ...before, visit: { ...before.visit, ...part } }))
  const inpatient = view.itemId.includes('inpatient')
  return (
    <>
      <div className="page-head">
        <Heading title={t.title} />
      </div>
      <HospitalField visit={visit} onChange={set} fault={faultAt('visit.hospitalName')} />
      <div className="pair">
        <TextField
          path="visit.from"
          type="date"
          label={inpatient ? t.fromIn : t.fromOut}
          value={visit.from}
          onChange={(from) => set({ from })}
          fault={faultAt('visit.from')}
        />
        <TextField
          path="visit.to"
          type="date"
          label={inpatient ? t.toIn : t.toOut}
          hint={inpatient ? undefined : t.toOutHint}
          value={visit.to}
          onChange={(to) => set({ to })}
          fault={faultAt('visit.to')}
        />
      </div>
      <TextField
        path="visit.recordNumber"
        label={inpatient ? t.recordIn : t.recordOut}
        hint={inpatient ? t.recordInHint : t.recordOutHint}
        optional={!inpatient}
        maxLength={120}
        value={visit.recordNumber}
        onChange={(recordNumber) => set({ recordNumber })}
        fault={faultAt('visit.recordNumber')}
      />
      <LongField
        path="visit.diagnosis"
        label={t.diagnosis}
        hint={t.diagnosisHint}
        maxLength={500}
        value={visit.diagnosis}
        onChange={(diagnosis) => set({ diagnosis })}
        fault={faultAt('visit.diagnosis')}
      />
      <Choices
        path="visit.carePlace"
        label={t.care}
        value={visit.carePlace}
        onChange={(carePlace) => set({ carePlace })}
        fault={faultAt('visit.carePlace')}
        options={CARE_PLACES.map((value) => ({ value, name: t.carePlace[value] }))}
      />
      <Choices
        path="visit.accident"
        label={t.accident}
        hint={t.accidentHint}
        value={visit.accident ? 'yes' : 'no'}
        onChange={(answer) => set({ accident: answer === 'yes' })}
        fault={faultAt('visit.accident')}
        options={[
          { value: 'no', name: texts.no },
          { value: 'yes', name: texts.yes },
        ]}
      />
    </>
  )
}
