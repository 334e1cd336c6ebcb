import { useId } from 'react'
import type { ReactNode } from 'react'

/** A titled part of a page that a screen reader can jump to. */
export function GuideSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
