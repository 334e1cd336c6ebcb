import { Button, Input } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, type Reply } from '../../parts/queries.ts'
import { referralWords } from './words.ts'

export type Patient = NonNullable<Reply<'findPatient'>['patient']>

/** Finds who stands at the counter: by the whole ID number, or by the code on their phone. */
export function FindPatient({ onFound }: { onFound: (patient: Patient) => void }) {
  const text = useWords(referralWords)
  const [asked, setAsked] = useState({ idNumber: '', voucher: '' })
  const search = useAct('findPatient', ({ patient }) => patient && onFound(patient))
  const find = () => {
    const { idNumber, voucher } = asked
    if (voucher.trim() !== '') search.mutate({ body: { voucher: voucher.trim() } })
    else if (idNumber.trim() !== '') search.mutate({ body: { idNumber: idNumber.trim() } })
  }
  return (
    <>
      <form
        className="find-form"
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        {(['idNumber', 'voucher'] as const).map((field) => (
          <label key={field} className="stack tight">
            {text.find[field]}
            <Input
              autoComplete="off"
              maxLength={field === 'idNumber' ? 18 : 64}
              value={asked[field]}
              onChange={({ target }) => setAsked({ ...asked, [field]: target.value })}
            />
          </label>
        ))}
        <Button type="primary" htmlType="submit" loading={search.isPending}>
          {text.find.button}
        </Button>
      </form>
      <ProblemAlert error={search.error} onRetry={find} />
      {search.data?.patient === null && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
    </>
  )
}

/** Who was found, in one line. */
export function PatientLine({ patient, onAnother }: { patient: Patient; onAnother: () => void }) {
  const text = useWords(referralWords)
  return (
    <div className="spread">
      <p className="flat">
        <strong>{patient.name}</strong> <span className="muted">{patient.idNumberMasked}</span>{' '}
        <span className="muted">
          {text.born} {showDay(patient.birth)}
        </span>
      </p>
      <Button onClick={onAnother}>{text.find.another}</Button>
    </div>
  )
}
