import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../texts.ts'

/** All faults at once, each leading to its field, on this page (`#…`) or another; takes the focus when it appears. */
export function ErrorSummary({
  faults,
}: {
  faults: readonly { path: string; message: string; href: string }[]
}) {
  const t = useTexts().summary
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  return (
    <section ref={box} className="callout fault" tabIndex={-1} aria-labelledby="faults-title">
      <span aria-hidden="true" />
      <div className="stack">
        <h2 id="faults-title">{t.title(faults.length)}</h2>
        <p>{t.text}</p>
        <ul>
          {faults.map((fault) => (
            <li key={fault.path + fault.message}>
              {fault.href.startsWith('#') ? (
                <a className="back" href={fault.href}>
                  {fault.message}
                </a>
              ) : (
                <Link className="back" href={fault.href}>
                  {fault.message}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
