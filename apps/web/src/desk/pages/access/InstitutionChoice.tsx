import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { accessWords } from './words.ts'

export interface Chosen {
  readonly code: string
  readonly name: string
}

/** One institution of the city, found by name or code. */
export function InstitutionChoice(props: {
  chosen: Chosen | null
  onChange: (chosen: Chosen | null) => void
}) {
  const text = useWords(accessWords)
  const { office } = useDesk()
  const [q, setQ] = useState('')
  const found = useGet(
    'findHospitals',
    { query: { q: q.trim(), regionCode: office.regionCode } },
    { enabled: q.trim() !== '', keepPrevious: true },
  )
  const { chosen } = props
  const listed = found.data?.items.map(({ hospitalCode, name }) => ({ code: hospitalCode, name })) ?? []
  const shown = listed.some(({ code }) => code === chosen?.code) || !chosen ? listed : [chosen, ...listed]
  return (
    <Select
      className="filter"
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      aria-label={text.institution}
      placeholder={text.find}
      popupMatchSelectWidth={false}
      value={chosen?.code ?? null}
      options={shown.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
      onChange={(code) => props.onChange(shown.find((one) => one.code === code) ?? null)}
    />
  )
}
