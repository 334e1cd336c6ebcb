import { Skeleton } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { FindPatient, PatientLine, type Patient } from '../hospital/FindPatient.tsx'
import { referralWords } from '../hospital/words.ts'
import { ChronicTable } from './ChronicTable.tsx'
import { CollectForm } from './CollectForm.tsx'
import { Months, Sources } from './Months.tsx'
import { NoRules } from './NoRules.tsx'
import { chronicWords } from './words.ts'
import '../hospital/hospital.css'

/** The insurance office of a hospital: recognise at once, collect, and hand over once a month. */
export function Chronic() {
  const text = useWords(chronicWords)
  const { notInsured } = useWords(referralWords)
  const [patient, setPatient] = useState<Patient | null>(null)
  const months = useGet('chronicMonths', {})
  return (
    <div className="page">
      <h1>{text.title}</h1>
      {!months.data?.missing && <p className="muted">{text.intro}</p>}
      <ProblemAlert error={months.error} onRetry={() => void months.refetch()} />
      {months.isLoading && <Skeleton active />}
      {months.data?.missing && <NoRules regionCode={months.data.regionCode} missing={months.data.missing} />}
      {months.data && !months.data.missing && (
        <>
          <section className="panel stack">
            <h2>{text.start}</h2>
            {!patient && <FindPatient onFound={setPatient} />}
            {patient && <PatientLine patient={patient} onAnother={() => setPatient(null)} />}
            {patient && !patient.insured && <p className="bad-text flat">{notInsured}</p>}
            {patient?.insured && (
              <CollectForm key={patient.personId} patient={patient} designated={months.data.designated} />
            )}
          </section>
          <section className="panel stack">
            <div>
              <h2>{text.months}</h2>
              <p className="muted flat">{text.monthsIntro}</p>
            </div>
            {months.data.items.length === 0 ? (
              <p className="muted flat">{text.noMonths}</p>
            ) : (
              <Months items={months.data.items} handsOver />
            )}
            <div>
              <Sources basis={months.data.basis} />
            </div>
          </section>
          <section className="panel">
            <h2>{text.mine}</h2>
            <ChronicTable base="/chronic" />
          </section>
        </>
      )}
    </div>
  )
}
