import { useState } from 'react'
import { Link } from 'wouter'
import type { CaseSummary } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { useSession } from '../../session.ts'
import { useCaseTexts } from '../../messages/case.ts'
import { useTexts } from '../../texts.ts'
import { CaseCard } from './case-card.tsx'

/** My cases and those of people I act for. */
export function CasesPage() {
  return (
    <SignedIn>
      <Cases />
    </SignedIn>
  )
}

function Cases() {
  const t = useCaseTexts()
  const { round } = useSession()
  const first = useLoad((signal) => call('myCases', { query: { limit: 20 }, signal }), ['my-cases', round])
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Loaded of={first}>
        {(page) => (page.items.length === 0 ? <NoCases /> : <CaseList key={round} first={page} />)}
      </Loaded>
    </Page>
  )
}

function CaseList({ first }: { first: { items: CaseSummary[]; next: string | null } }) {
  const { more: moreWord } = useTexts()
  const t = useCaseTexts()
  const [page, setPage] = useState(first)
  const more = useAction(
    () => call('myCases', { query: { limit: 20, cursor: page.next ?? '' } }),
    (next) => setPage({ items: [...page.items, ...next.items], next: next.next }),
  )
  return (
    <>
      <h2 className="visually-hidden">{t.title}</h2>
      {page.items.map((one) => (
        <CaseCard key={one.caseId} of={one} />
      ))}
      <ActionFailure error={more.error} />
      {page.next && (
        <p className="step-foot">
          <button type="button" className="button" disabled={more.pending} onClick={more.run}>
            {moreWord}
          </button>
        </p>
      )}
    </>
  )
}

function NoCases() {
  const t = useCaseTexts()
  return (
    <div className="empty stack">
      <h2>{t.empty}</h2>
      <p>{t.emptyText}</p>
      <p>
        <Link className="button primary" href="/">
          {t.emptyButton}
        </Link>
      </p>
    </div>
  )
}
