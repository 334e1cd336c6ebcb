import { App, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { formatYuan } from '@yichuang/kernel'
import { useWords } from '../../parts/lang.ts'
import { typedFen } from '../../parts/money.ts'
import { useAct, useGet } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { refreshPrepayments, type Listing } from './prepayment.ts'
import { prepaymentWords } from './words.ts'

/** Asks which hospital, how much, of which fund, and by which authority. */
export function GrantForm(props: { regionCode: string; measures: Listing['measures']; onClose: () => void }) {
  const text = useWords(prepaymentWords)
  const { regionCode, measures } = props
  const { message } = App.useApp()
  const [q, setQ] = useState('')
  const [hospitalCode, setHospital] = useState<string>()
  const [insurance, setInsurance] = useState<'employee' | 'resident'>('employee')
  const [amount, setAmount] = useState('')
  const [by, setBy] = useState<string>(measures[0]?.measureId ?? 'document')
  const [document, setDocument] = useState('')
  const id = useId()
  const found = useGet('findHospitals', { query: { q: q || '医院', regionCode } }, { keepPrevious: true })
  const act = useAct('grantPrepayment', refreshPrepayments)
  const fen = typedFen(amount)
  return (
    <ReasonDialog
      open
      title={text.grant}
      label={text.reason}
      placeholder={text.reasonHint}
      ready={
        hospitalCode !== undefined &&
        fen !== undefined &&
        fen > 0 &&
        (by !== 'document' || document.trim().length >= 4)
      }
      error={act.error}
      busy={act.isPending}
      onClose={props.onClose}
      onSubmit={async (reason) => {
        const authority = by === 'document' ? { document } : { measureId: by }
        const asked = { regionCode, hospitalCode: hospitalCode!, insurance, authority, reason }
        await act.mutateAsync({ body: { ...asked, amount: formatYuan(fen!) } })
        void message.success(text.granted)
        return true
      }}
    >
      <div className="prepayment-form">
        <div>
          <label htmlFor={`${id}-hospital`}>{text.hospital}</label>
          <Select
            id={`${id}-hospital`}
            className="wide"
            showSearch={{ filterOption: false, onSearch: setQ }}
            placeholder={text.find}
            value={hospitalCode}
            onChange={setHospital}
            options={found.data?.items.map((hospital) => ({
              value: hospital.hospitalCode,
              label: `${hospital.name} ${hospital.hospitalCode}`,
            }))}
          />
        </div>
        <fieldset>
          <legend>{text.insurance}</legend>
          <Radio.Group
            value={insurance}
            onChange={({ target }) => setInsurance(target.value as typeof insurance)}
            options={(['employee', 'resident'] as const).map((value) => ({
              value,
              label: text.insurances[value],
            }))}
          />
        </fieldset>
        <div>
          <label htmlFor={`${id}-amount`}>{text.amount}</label>
          <Input
            id={`${id}-amount`}
            inputMode="decimal"
            value={amount}
            onChange={({ target }) => setAmount(target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-by`}>{text.authority}</label>
          <Select
            id={`${id}-by`}
            className="wide"
            value={by}
            onChange={setBy}
            options={[
              ...measures.map(({ measureId, title, citation }) => ({
                value: measureId,
                label: `${text.byMeasure}：${title}（${citation}）`,
              })),
              { value: 'document', label: text.byDocument },
            ]}
          />
        </div>
        {by === 'document' && (
          <div>
            <label htmlFor={`${id}-document`}>{text.document}</label>
            <Input
              id={`${id}-document`}
              maxLength={200}
              value={document}
              onChange={({ target }) => setDocument(target.value)}
            />
          </div>
        )}
      </div>
    </ReasonDialog>
  )
}
