import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { FindPatient, PatientLine, type Patient } from './FindPatient.tsx'
import { ReferForm } from './ReferForm.tsx'
import { ReferralTable } from './ReferralTable.tsx'
import { referralWords } from './words.ts'
import './hospital.css'

/** The insurance office of a hospital: refer a patient, and what was referred before. */
export function Refer() {
  const text = useWords(referralWords)
  const [patient, setPatient] = useState<Patient | null>(null)
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <section className="panel stack">
        <h2>{text.start}</h2>
        {!patient && <FindPatient onFound={setPatient} />}
        {patient && <PatientLine patient={patient} onAnother={() => setPatient(null)} />}
        {patient && !patient.insured && <p className="bad-text flat">{text.notInsured}</p>}
        {patient?.insured && <ReferForm key={patient.personId} patient={patient} />}
      </section>
      <section className="panel">
        <h2>{text.mine}</h2>
        <ReferralTable base="/refer" />
      </section>
    </div>
  )
}
