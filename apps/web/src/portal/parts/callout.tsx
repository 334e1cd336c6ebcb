import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { Icon } from './icons.tsx'

/** A boxed remark; its kind shows by icon and title as well as by colour. */
export function Callout({
  kind,
  title,
  children,
}: {
  kind: 'info' | 'done' | 'care' | 'fault'
  title: string
  children?: ReactNode
}) {
  return (
    <div className={`callout ${kind}`}>
      <Icon name={kind} />
      <div className="stack" style={{ '--gap': '0.35rem' } as React.CSSProperties}>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  )
}

/** Says plainly that figures are another place's. */
export function Borrowed({ from }: { from: { from: string; why: string } | null | undefined }) {
  const t = useTexts()
  if (!from) return null
  return (
    <Callout kind="care" title={t.borrowed.title(from.from)}>
      <p>{t.borrowed.text(from.why)}</p>
    </Callout>
  )
}

/** Rules no pack has for this place and day, and who can load them. */
export function MissingRules({
  rules,
}: {
  rules: readonly { id: string; title: string; message: string }[]
}) {
  const t = useTexts()
  if (rules.length === 0) return null
  return (
    <Callout kind="care" title={t.missing.title}>
      <p>{t.missing.text}</p>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>{rule.message}</li>
        ))}
      </ul>
    </Callout>
  )
}
