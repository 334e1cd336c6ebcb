import { Button, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { AuditTrail } from './AuditTrail.tsx'
import { adminWords } from './words.ts'
import './admin.css'

const kinds = ['all', 'caseId', 'personId', 'userId'] as const
type Kind = (typeof kinds)[number]
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The audit trail of a case, a person, a member of staff or the whole city. */
export function Audit() {
  const { audit: text } = useWords(adminWords)
  const { office } = useDesk()
  const [params, setParams] = useSearchParams()
  const kind = kinds.find((name) => name === params.get('by')) ?? 'all'
  const id = params.get('id') ?? ''
  const [typed, setTyped] = useState(id)
  const [kindTyped, setKindTyped] = useState<Kind>(kind)
  const bad = kindTyped !== 'all' && kindTyped !== 'caseId' && typed !== '' && !UUID.test(typed.trim())
  const searching = kindTyped === 'caseId' && typed.trim().length >= 2 && !UUID.test(typed.trim())
  const found = useGet(
    'searchCases',
    { query: { regionCode: office.regionCode, q: typed.trim().slice(0, 60), limit: 10 } },
    { enabled: searching },
  )
  const show = (value: string) => setParams(kindTyped === 'all' ? {} : { by: kindTyped, id: value.trim() })
  const ready = kind === 'all' || UUID.test(id)
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <form
        className="row panel"
        onSubmit={(event) => {
          event.preventDefault()
          if (kindTyped === 'all' || UUID.test(typed.trim())) show(typed)
        }}
      >
        <Select
          className="filter"
          aria-label={text.by}
          value={kindTyped}
          onChange={setKindTyped}
          options={kinds.map((value) => ({ value, label: text.subjects[value] }))}
        />
        {kindTyped !== 'all' && (
          <Input
            className="audit-id"
            aria-label={kindTyped === 'caseId' ? text.caseNumber : text.id}
            placeholder={kindTyped === 'caseId' ? text.caseNumber : text.id}
            status={bad ? 'error' : undefined}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
        <Button type="primary" htmlType="submit">
          {text.show}
        </Button>
        {bad && (
          <span role="alert" className="bad-text">
            {text.badId}
          </span>
        )}
      </form>
      <ProblemAlert error={found.error} />
      {searching && found.isLoading && <Skeleton active />}
      {searching && found.data && (
        <section className="panel">
          <h2>{text.choose}</h2>
          {found.data.items.length === 0 && <Empty title={text.none} />}
          <ul className="tree">
            {found.data.items.map((row) => (
              <li key={row.caseId}>
                <Button
                  type="link"
                  onClick={() => {
                    setTyped(row.caseId)
                    show(row.caseId)
                  }}
                >
                  {row.number ?? row.itemName} · {row.applicantName} · {row.stateName}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ready && !searching && (
        <AuditTrail subject={kind === 'all' ? {} : { [kind]: id }} caseId={kind === 'caseId' ? id : null} />
      )}
    </div>
  )
}
