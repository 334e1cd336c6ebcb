import { Input } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { useDesk } from '../../parts/session.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { Coverage } from './Coverage.tsx'
import type { Only } from './institution.ts'
import { InstitutionList } from './InstitutionList.tsx'
import { institutionWords } from './words.ts'
import './institutions.css'

type Part = 'coverage' | 'list'

/** Designated institutions: how they cover the counties, and each with its agreements. Every figure opens its list. */
export function Institutions() {
  const text = useWords(institutionWords)
  const { office, session } = useDesk()
  const [part, setPart] = useState<Part>('coverage')
  const [only, setOnly] = useState<Only>({})
  const [on, setOn] = useState<string>(session.today)
  const id = useId()
  return (
    <div className="page stack">
      <h1>{text.title}</h1>
      <p className="muted flat">{text.intro}</p>
      <p className="labelled flat">
        <label htmlFor={id}>{text.on}</label>
        <Input
          id={id}
          type="date"
          className="institution-day"
          value={on}
          onChange={({ target }) => target.value && setOn(target.value)}
        />
      </p>
      <Tabs
        label={text.title}
        active={part}
        onChange={setPart}
        tabs={[
          { key: 'coverage', label: text.tabs.coverage },
          { key: 'list', label: text.tabs.list },
        ]}
      >
        {part === 'coverage' && (
          <Coverage
            regionCode={office.regionCode}
            on={on}
            onOpen={(what) => {
              setOnly(what)
              setPart('list')
            }}
          />
        )}
        {part === 'list' && (
          <InstitutionList regionCode={office.regionCode} on={on} only={only} onOnly={setOnly} />
        )}
      </Tabs>
    </div>
  )
}
