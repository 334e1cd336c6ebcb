import { Input } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { ReferralTable } from './ReferralTable.tsx'
import { referralWords } from './words.ts'
import './hospital.css'

/** What the agency sees: the referrals of every hospital of its city. */
export function Referrals() {
  const text = useWords(referralWords)
  const [number, setNumber] = useState('')
  const id = useId()
  return (
    <div className="page">
      <h1>{text.ofCity}</h1>
      <p className="muted">{text.agencyIntro}</p>
      <search className="panel row">
        <label htmlFor={id}>{text.numberFind}</label>
        <Input.Search
          id={id}
          allowClear
          maxLength={40}
          onSearch={(value) => setNumber(value.trim())}
          className="number-search"
        />
      </search>
      <section className="panel">
        <ReferralTable base="/referrals" number={number} />
      </section>
    </div>
  )
}
