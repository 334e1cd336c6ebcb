import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import type { CaseView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useSession } from '../../session.ts'

/** Loads the case of the address for a signed-in person; `set` shows what an act answered. */
export function WithCase({
  children,
}: {
  children: (view: CaseView, set: (view: CaseView) => void, reload: () => void) => ReactNode
}) {
  return (
    <SignedIn>
      <LoadCase>{children}</LoadCase>
    </SignedIn>
  )
}

function LoadCase({ children }: Parameters<typeof WithCase>[0]) {
  const { regionCode = '', caseId = '' } = useParams()
  const { round } = useSession()
  const found = useLoad(
    (signal) => call('getCase', { params: { caseId }, query: { regionCode }, signal }),
    ['case', regionCode, caseId, round],
  )
  return <Loaded of={found}>{(view) => children(view, found.set, found.reload)}</Loaded>
}

/** Address of a page of a case. */
export function caseHref(view: Pick<CaseView, 'regionCode' | 'caseId'>, page = ''): string {
  return `/cases/${view.regionCode}/${view.caseId}${page && `/${page}`}`
}
