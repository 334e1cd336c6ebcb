import { Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { HallToday } from './HallToday.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { windowWords } from './words.ts'
import './window.css'

type Person = Reply<'findPersons'>['items'][number]

/** The counter: find who stands there, then start or go on with a case. */
export function Window() {
  const text = useWords(windowWords)
  const { office } = useDesk()
  const [chosen, setChosen] = useState<Person | null>(null)
  const [asked, setAsked] = useState({ idNumber: '', name: '', voucher: '' })
  const first = useRef<InputRef>(null)
  const search = useAct('findPersons', ({ items }) => setChosen(items.length === 1 ? items[0]! : null))
  const find = () => {
    const body = Object.fromEntries(Object.entries(asked).filter(([, value]) => value.trim() !== ''))
    if (Object.keys(body).length > 0) search.mutate({ body: { regionCode: office.regionCode, ...body } })
  }
  const another = () => {
    setChosen(null)
    setAsked({ idNumber: '', name: '', voucher: '' })
    search.reset()
    setTimeout(() => first.current?.focus())
  }
  if (chosen) return <PersonPanel person={chosen} onAnother={another} />
  const people = search.data?.items
  return (
    <div className="page narrow">
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <HallToday />
      <search className="panel">
        <form
          className="find-form"
          onSubmit={(event) => {
            event.preventDefault()
            find()
          }}
        >
          {(['voucher', 'idNumber', 'name'] as const).map((field, index) => (
            <label key={field} className="stack tight">
              {text[field]}
              <Input
                ref={index === 0 ? first : undefined}
                // The page is one search; the clerk types at once.
                // oxlint-disable-next-line jsx-a11y/no-autofocus
                autoFocus={index === 0}
                autoComplete="off"
                maxLength={field === 'idNumber' ? 18 : 60}
                value={asked[field]}
                onChange={({ target }) => setAsked({ ...asked, [field]: target.value })}
              />
            </label>
          ))}
          <Button type="primary" htmlType="submit" loading={search.isPending}>
            {text.find}
          </Button>
        </form>
      </search>
      <ProblemAlert error={search.error} onRetry={find} />
      {people?.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      {people && people.length > 1 && (
        <ul className="people">
          {people.map((person) => (
            <li key={person.personId} className="panel spread">
              <span>
                <strong>{person.name}</strong> <span className="muted">{person.idNumberMasked}</span>
              </span>
              <Button onClick={() => setChosen(person)}>{text.choose}</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
