import { Button } from 'antd'
import { useState } from 'react'
import { typedDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { plainAmount } from '../../parts/money.ts'
import { Choice, FaultText, Field } from './Field.tsx'
import { LineGrid } from './LineGrid.tsx'
import { emptyLine, nextId } from './paste.ts'
import { useTyping, type Content } from './typing-state.tsx'
import { windowWords } from './words.ts'

type Bill = Content['bills'][number]

function emptyBill(id: string): Bill {
  const fields = { code: '', number: '', checkCode: '', issuedOn: '', amount: '' }
  return { id, kind: 'electronic', ...fields, lines: [emptyLine('1')] }
}
const FIRST: Bill[] = [emptyBill('1')]

/** The bills of the claim, each with its lines. */
export function BillForms() {
  const { content, change, faultAt } = useTyping()
  const text = useWords(windowWords)
  // There is always a form to type into; it is stored with the first thing typed.
  const bills = content.bills.length > 0 ? content.bills : FIRST
  const setBill = (index: number, part: Partial<Bill>) =>
    change({ bills: bills.map((bill, at) => (at === index ? { ...bill, ...part } : bill)) })
  const add = () => {
    const kind = bills.at(-1)?.kind ?? 'electronic'
    change({ bills: [...bills, { ...emptyBill(nextId(bills)), kind }] })
  }
  return (
    <section className="panel" id="bills">
      <h2>{text.steps.bills}</h2>
      <FaultText>{faultAt('bills')}</FaultText>
      {bills.map((bill, index) => (
        <BillForm
          key={bill.id}
          bill={bill}
          index={index}
          onChange={(part) => setBill(index, part)}
          onRemove={() => change({ bills: bills.filter((_, at) => at !== index) })}
        />
      ))}
      <Button onClick={add}>{text.addBill}</Button>
    </section>
  )
}

function BillForm(props: {
  bill: Bill
  index: number
  onChange: (part: Partial<Bill>) => void
  onRemove: () => void
}) {
  const { bill, index, onChange } = props
  const text = useWords(windowWords)
  const path = (field: string) => `bills.${index}.${field}`
  const [open, setOpen] = useState(true)
  return (
    <fieldset className="bill">
      <legend>
        <button type="button" className="legend-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text.bill(index + 1)} {!open && `${bill.number} ${bill.amount}`}
        </button>
      </legend>
      {open && (
        <>
          <div className="field-grid">
            <Choice
              label={text.kind}
              path={path('kind')}
              value={bill.kind}
              options={text.kinds}
              onChange={(kind) => onChange({ kind })}
            />
            <Field
              label={text.billCode}
              path={path('code')}
              value={bill.code}
              onChange={(code) => onChange({ code })}
            />
            <Field
              label={text.billNumber}
              path={path('number')}
              value={bill.number}
              onChange={(number) => onChange({ number })}
            />
            <Field
              label={text.checkCode}
              path={path('checkCode')}
              value={bill.checkCode}
              onChange={(checkCode) => onChange({ checkCode })}
            />
            <Field
              label={text.issuedOn}
              path={path('issuedOn')}
              hint={text.dayHint}
              value={bill.issuedOn}
              onChange={(issuedOn) => onChange({ issuedOn })}
              onBlur={(issuedOn) => onChange({ issuedOn: typedDay(issuedOn) })}
            />
            <Field
              numeric
              label={text.billAmount}
              path={path('amount')}
              value={bill.amount}
              onChange={(amount) => onChange({ amount })}
              onBlur={(amount) => onChange({ amount: plainAmount(amount) })}
            />
          </div>
          <LineGrid bill={bill} path={path('lines')} onChange={(lines) => onChange({ lines })} />
          <p className="bill-foot">
            <Button size="small" type="text" danger onClick={props.onRemove}>
              {text.removeBill}
            </Button>
          </p>
        </>
      )}
    </fieldset>
  )
}
