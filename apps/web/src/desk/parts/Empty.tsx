import type { ReactNode } from 'react'

/** An empty list says why it is empty and what one can do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  )
}
