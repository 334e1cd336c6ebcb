import { Radio, Select } from 'antd'
import { formatYuan } from '@yichuang/kernel'
import { useWords } from '../../parts/lang.ts'
import { typedFen } from '../../parts/money.ts'
import { PlaceChoice } from '../../parts/PlaceChoice.tsx'
import { Labelled } from '../hospital/Labelled.tsx'
import type { Entry } from './entry.ts'
import { treatFirstWords } from './words.ts'

/** What is typed of a person and of what they owe. */
export interface Debt {
  personName: string
  idNumber: string
  insuredPlace: string
  situation: Entry['situation']
  amount: string
  payer: Entry['payer']
  payerName: string
  reference: string
}

/** What is sent of it; undefined until all that must be there is there. */
export function sentOf(debt: Debt) {
  const { personName, idNumber, insuredPlace, situation, payer, payerName, reference } = debt
  const fen = typedFen(debt.amount)
  if (personName.trim() === '' || fen === undefined) return undefined
  if (payer === 'other' && payerName.trim().length < 2) return undefined
  return {
    personName: personName.trim(),
    ...(idNumber.trim() !== '' && { idNumber: idNumber.trim() }),
    ...(insuredPlace !== '' && { insuredPlace }),
    situation,
    amount: formatYuan(fen),
    payer,
    ...(payer === 'other' && { payerName: payerName.trim() }),
    ...(reference.trim() !== '' && { reference: reference.trim() }),
  }
}

/** Asks who it is, why it cannot be settled, what it has come to and who is to pay. */
export function DebtFields({ debt, onChange }: { debt: Debt; onChange: (debt: Debt) => void }) {
  const text = useWords(treatFirstWords)
  const line = (name: 'personName' | 'idNumber' | 'amount' | 'payerName' | 'reference') => (
    <Labelled
      label={text[name === 'personName' ? 'person' : name]}
      value={debt[name]}
      onChange={(value) => onChange({ ...debt, [name]: value })}
      maxLength={60}
    />
  )
  return (
    <>
      {line('personName')}
      {line('idNumber')}
      <PlaceChoice
        label={text.insuredPlace}
        asks="insured"
        value={debt.insuredPlace}
        onChange={(insuredPlace) => onChange({ ...debt, insuredPlace })}
      />
      <fieldset className="kind-choice">
        <legend>{text.situation}</legend>
        <Radio.Group
          value={debt.situation}
          onChange={({ target }) => onChange({ ...debt, situation: target.value as Debt['situation'] })}
          options={(['elsewhere', 'identity', 'enrolment'] as const).map((value) => ({
            value,
            label: text.situations[value],
          }))}
        />
      </fieldset>
      {line('amount')}
      {debt.amount.trim() !== '' && typedFen(debt.amount) === undefined && (
        <p role="alert" className="bad-text flat">
          {text.amountFault}
        </p>
      )}
      <Labelled label={text.payer}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            value={debt.payer}
            onChange={(payer) => onChange({ ...debt, payer })}
            options={(['insured-place', 'state', 'other', 'unknown'] as const).map((value) => ({
              value,
              label: text.payers[value],
            }))}
          />
        )}
      </Labelled>
      {debt.payer === 'other' && line('payerName')}
      {line('reference')}
    </>
  )
}
