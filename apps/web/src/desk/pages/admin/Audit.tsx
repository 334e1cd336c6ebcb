import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAuditSearch, type Found, type Subject } from './audit-search.ts'
import { AuditTrail } from './AuditTrail.tsx'
import { adminWords } from './words.ts'
import './admin.css'

const kinds = ['all', 'caseId', 'personId', 'userId'] as const
type Kind = (typeof kinds)[number]
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The audit trail of a case, a person, a member of staff or the whole city; each is found by what people call it. */
export function Audit() {
  const { audit: text } = useWords(adminWords)
  const [params, setParams] = useSearchParams()
  const kind = kinds.find((name) => name === params.get('by')) ?? 'all'
  const id = params.get('id') ?? ''
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Kind>(kind)
  const search = useAuditSearch()
  // Only the id stands in the address: names do not belong in a browser's history.
  const [name, setName] = useState('')
  const subjectShown = kind === 'all' || UUID.test(id)

  const show = (by: Subject, found: Found) => {
    search.reset()
    setName(found.label)
    setParams({ by, id: found.id })
  }
  const submit = () => {
    if (chosen === 'all') {
      search.reset()
      setName('')
      setParams({})
    } else if (UUID.test(typed.trim())) show(chosen, { id: typed.trim(), label: '' })
    else if (typed.trim().length >= 2) void search.find(chosen, typed.trim())
  }
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <form
        className="row panel audit-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Select
          className="filter"
          aria-label={text.by}
          value={chosen}
          onChange={(value) => {
            setChosen(value)
            setTyped('')
            search.reset()
          }}
          options={kinds.map((value) => ({ value, label: text.subjects[value] }))}
        />
        {chosen !== 'all' && (
          <Input
            className="audit-id"
            aria-label={text.find[chosen]}
            placeholder={text.find[chosen]}
            maxLength={60}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
        <Button
          type="primary"
          htmlType="submit"
          loading={search.busy}
          disabled={chosen !== 'all' && typed.trim().length < 2}
        >
          {chosen === 'all' ? text.show : text.search}
        </Button>
      </form>
      <ProblemAlert error={search.error} onRetry={submit} />
      {search.found && (
        <section className="panel" aria-live="polite">
          <h2>{text.choose}</h2>
          {search.found.length === 0 && <Empty title={text.nobody}>{text.nobodyText}</Empty>}
          <ul className="tree">
            {search.found.map((found) => (
              <li key={found.id}>
                <Button type="link" onClick={() => show(chosen as Subject, found)}>
                  {found.label}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {subjectShown && !search.found && (
        <>
          <h2 className="audit-subject">
            {text.subjects[kind]} {name}
          </h2>
          <AuditTrail
            key={kind + id}
            subject={kind === 'all' ? {} : { [kind]: id }}
            caseId={kind === 'caseId' ? id : null}
          />
        </>
      )}
    </div>
  )
}
