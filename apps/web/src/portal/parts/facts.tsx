import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'

/** Names and values; an empty value says that it was not filled in. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  const t = useTexts()
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' || value === undefined ? <span className="soft">{t.notFilled}</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
