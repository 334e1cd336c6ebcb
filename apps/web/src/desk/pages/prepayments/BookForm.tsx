import { App, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { formatYuan } from '@yichuang/kernel'
import { useWords } from '../../parts/lang.ts'
import { typedFen } from '../../parts/money.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import { refreshPrepayments, type Prepayment } from './prepayment.ts'
import { prepaymentWords } from './words.ts'

const KINDS = ['arrived', 'used', 'offset', 'returned', 'cancelled'] as const
type Kind = (typeof KINDS)[number]

/** Books what the bank slip or the hospital's report says. */
export function BookForm(props: { prepayment: Prepayment; regionCode: string; onClose: () => void }) {
  const text = useWords(prepaymentWords)
  const { save, cancel } = useWords(common)
  const { prepayment, regionCode } = props
  const { grantId, version } = prepayment
  const { message } = App.useApp()
  const { session } = useDesk()
  const [kind, setKind] = useState<Kind>('arrived')
  const [values, setValues] = useState({
    amount: '',
    day: session.today,
    patients: '',
    medicalTotal: '',
    reference: '',
    note: '',
  })
  const id = useId()
  const act = useAct('bookPrepayment', refreshPrepayments)
  const amount = typedFen(values.amount)
  const medicalTotal = values.medicalTotal === '' ? undefined : typedFen(values.medicalTotal)
  const patients = /^\d{1,6}$/.test(values.patients) ? Number(values.patients) : undefined
  const ready = amount !== undefined && amount > 0 && values.day !== ''
  const field = (
    name: keyof typeof values,
    label: string,
    more: { type?: string; decimal?: boolean } = {},
  ) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input
        id={`${id}-${name}`}
        type={more.type ?? 'text'}
        {...(more.decimal && { inputMode: 'decimal' })}
        maxLength={120}
        value={values[name]}
        onChange={({ target }) => setValues({ ...values, [name]: target.value })}
      />
    </div>
  )
  const submit = async () => {
    const { day, reference, note } = values
    const said = {
      ...(kind === 'used' && patients && { patients }),
      ...(kind === 'used' && medicalTotal !== undefined && { medicalTotal: formatYuan(medicalTotal) }),
      ...(reference && { reference }),
      ...(note && { note }),
    }
    const body = { regionCode, version, kind, amount: formatYuan(amount!), day, ...said }
    await act.mutateAsync({ params: { grantId }, body })
    void message.success(text.booked)
    props.onClose()
  }
  return (
    <Modal
      open
      title={text.bookTitle}
      okText={save}
      cancelText={cancel}
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={() => void submit().catch(() => undefined)}
      onCancel={props.onClose}
    >
      <div className="prepayment-form">
        <fieldset>
          <legend>{text.kind}</legend>
          <Radio.Group
            value={kind}
            onChange={({ target }) => setKind(target.value as Kind)}
            options={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          />
        </fieldset>
        {field('amount', text.amount, { decimal: true })}
        {field('day', text.day, { type: 'date' })}
        {kind === 'used' && field('patients', text.patients, { decimal: true })}
        {kind === 'used' && field('medicalTotal', text.medicalTotal, { decimal: true })}
        {field('reference', text.reference)}
        {field('note', text.note)}
        <ProblemAlert error={act.error} />
      </div>
    </Modal>
  )
}
