import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useTexts } from '../texts.ts'
import { DemoBar } from './demo-bar.tsx'
import { SiteFoot } from './site-foot.tsx'
import { SiteHead } from './site-head.tsx'

/** The frame of every page: skip link, demo bar, head, main, foot. */
export function Layout({ children }: { children: ReactNode }) {
  const t = useTexts()
  const [location] = useLocation()
  const before = useRef(location)
  useEffect(() => {
    if (before.current !== location && !window.location.hash) window.scrollTo(0, 0)
    before.current = location
  }, [location])
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <DemoBar />
      <SiteHead />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SiteFoot />
    </>
  )
}
