import { createContext, useContext, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../texts.ts'

let firstPage = true

const InsidePage = createContext(false)

/** The heading of what may be a whole page or a part of one: a page has one h1. */
export function TopHeading({ children }: { children: ReactNode }) {
  return useContext(InsidePage) ? <h2>{children}</h2> : <h1>{children}</h1>
}

/** Head and body of a page; after a change of page the focus goes to its heading, or to the field the address names. */
export function Page({
  title,
  lead,
  back,
  narrow,
  children,
}: {
  title: string
  lead?: ReactNode
  back?: { href: string; name: string }
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <div className="column">
      {back && (
        <Link href={back.href} className="back">
          <span aria-hidden="true">←</span> {back.name}
        </Link>
      )}
      <div className="page-head">
        <Heading title={title} />
        {lead && <p className="lead">{lead}</p>}
      </div>
      <InsidePage value>
        <div className={narrow ? 'narrow' : undefined}>{children}</div>
      </InsidePage>
    </div>
  )
}

/** The h1 of a page: names the tab and takes the focus when the page was reached from inside. */
export function Heading({ title }: { title: string }) {
  const t = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t.site}`
  }, [title, t])
  useEffect(() => {
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
    if (target) {
      target.scrollIntoView({ block: 'center' })
      target.focus({ preventScroll: true })
    } else if (!firstPage) {
      heading.current?.focus({ preventScroll: true })
    }
    firstPage = false
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  )
}
