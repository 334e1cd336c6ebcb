import { App, Radio, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { useAct, useGet } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { Labelled } from '../hospital/Labelled.tsx'
import { DebtFields, sentOf, type Debt } from './DebtFields.tsx'
import { refreshEntries } from './entry.ts'
import { treatFirstWords } from './words.ts'

const EMPTY: Debt = {
  personName: '',
  idNumber: '',
  insuredPlace: '',
  situation: 'elsewhere',
  amount: '',
  payer: 'insured-place',
  payerName: '',
  reference: '',
}

/** Enters a patient: an institution for itself, the agency for one of its city. */
export function OpenForm(props: { regionCode: string; outside: boolean; onClose: () => void }) {
  const text = useWords(treatFirstWords)
  const { regionCode, outside } = props
  const { message } = App.useApp()
  const { session } = useDesk()
  const [debt, setDebt] = useState(EMPTY)
  const [careKind, setCareKind] = useState<'inpatient' | 'outpatient'>('inpatient')
  const [beganOn, setBeganOn] = useState(session.today)
  const [hospitalCode, setHospital] = useState<string>()
  const act = useAct('openTreatFirst', refreshEntries)
  const sent = sentOf(debt)
  return (
    <ReasonDialog
      open
      title={text.open}
      label={text.reason}
      placeholder={text.reasonHint}
      ready={sent !== undefined && beganOn !== '' && (outside || hospitalCode !== undefined)}
      error={act.error}
      busy={act.isPending}
      onClose={props.onClose}
      onSubmit={async (reason) => {
        const where = hospitalCode === undefined ? {} : { hospitalCode }
        const { number } = await act.mutateAsync({
          body: { regionCode, ...where, ...sent!, careKind, beganOn, reason },
        })
        void message.success(text.opened(number))
        return true
      }}
    >
      {!outside && <HospitalChoice regionCode={regionCode} value={hospitalCode} onChange={setHospital} />}
      <DebtFields debt={debt} onChange={setDebt} />
      <fieldset className="kind-choice">
        <legend>{text.careKind}</legend>
        <Radio.Group
          value={careKind}
          onChange={({ target }) => setCareKind(target.value as typeof careKind)}
          options={(['inpatient', 'outpatient'] as const).map((value) => ({
            value,
            label: text.careKinds[value],
          }))}
        />
      </fieldset>
      <Labelled label={text.beganOn} type="date" value={beganOn} onChange={setBeganOn} />
    </ReasonDialog>
  )
}

function HospitalChoice(props: {
  regionCode: string
  value: string | undefined
  onChange: (hospitalCode: string) => void
}) {
  const text = useWords(treatFirstWords)
  const [q, setQ] = useState('')
  const { regionCode } = props
  const found = useGet('findHospitals', { query: { q: q || '医院', regionCode } }, { keepPrevious: true })
  return (
    <Labelled label={text.hospital}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          showSearch={{ filterOption: false, onSearch: setQ }}
          placeholder={text.hospitalFind}
          value={props.value}
          onChange={props.onChange}
          options={found.data?.items.map(({ hospitalCode, name }) => ({
            value: hospitalCode,
            label: `${name} ${hospitalCode}`,
          }))}
        />
      )}
    </Labelled>
  )
}
