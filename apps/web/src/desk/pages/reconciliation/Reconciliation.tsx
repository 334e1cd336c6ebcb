import { Input } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { useDesk } from '../../parts/session.tsx'
import { Days } from './Days.tsx'
import { Overview } from './Overview.tsx'
import { isMonth } from './reconciliation.ts'
import { reconciliationWords } from './words.ts'
import './reconciliation.css'

const STORE = 'yichuang.desk.reconciliation-month'

/** Reconciliation: a hospital's insurance office sees its own days, the agency every institution or one of them. */
export function Reconciliation({ institution }: { institution?: string }) {
  const text = useWords(reconciliationWords)
  const { session, has } = useDesk()
  const [month, setMonth] = useState(() => sessionStorage.getItem(STORE) ?? session.today.slice(0, 7))
  const id = useId()
  const agency = has('finance', 'supervisor')
  const choose = (chosen: string) => {
    setMonth(chosen)
    if (isMonth(chosen)) sessionStorage.setItem(STORE, chosen)
  }
  return (
    <div className="page stack">
      <h1>{text.title}</h1>
      <p className="muted flat">{agency ? text.introCity : text.intro}</p>
      <div>
        <label htmlFor={id}>{text.month}</label>{' '}
        <Input
          id={id}
          type="month"
          className="reconciliation-month"
          value={month}
          onChange={({ target }) => choose(target.value)}
        />
      </div>
      {isMonth(month) &&
        (agency && institution === undefined ? (
          <Overview month={month} />
        ) : (
          <Days month={month} institution={institution} />
        ))}
    </div>
  )
}
