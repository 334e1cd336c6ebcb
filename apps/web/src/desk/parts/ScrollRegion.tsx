import type { ReactNode } from 'react'

/** A wide table scrolls in its own place; it can have the focus, so that the arrow keys scroll it too. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={className ? `scroll ${className}` : 'scroll'} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
