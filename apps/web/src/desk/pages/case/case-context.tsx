import { createContext, useContext, type ReactNode, useMemo, useState } from 'react'
import { Problem, type EndpointName } from '../../../shared/api.ts'
import { queryClient, refresh, useAct, type Reply, type Request } from '../../parts/queries.ts'

export type CaseView = Reply<'getCase'>
export type Bill = CaseView['content']['bills'][number]

interface OpenCase {
  view: CaseView
  /** the case as it was when someone else changed it under our hands; null when nothing did */
  before: CaseView | null
  noteConflict: (before: CaseView | null) => void
}
const CaseContext = createContext<OpenCase | null>(null)

/** The key under which a case is cached, the same as `useGet('getCase', …)` makes. */
const keyOf = (of: { caseId: string; regionCode: string }) => [
  'getCase',
  { params: { caseId: of.caseId }, query: { regionCode: of.regionCode } },
]

/** Puts a case the server answered on screen and lets lists be read again. */
export function showCase(view: CaseView): Promise<unknown> {
  queryClient.setQueryData(keyOf(view), view)
  return refresh('inbox', 'getLedger', 'getWorkings', 'suggestGaps', 'searchCases')
}

/** Reads the case again, for replies that do not carry it. */
export function reloadCase(of: { caseId: string; regionCode: string }): Promise<unknown> {
  return queryClient.invalidateQueries({ queryKey: keyOf(of) })
}

export function CaseProvider({ view, children }: { view: CaseView; children: ReactNode }) {
  const [before, noteConflict] = useState<CaseView | null>(null)
  const open = useMemo(() => ({ view, before, noteConflict }), [view, before])
  return <CaseContext value={open}>{children}</CaseContext>
}

export function useCase(): OpenCase {
  const open = useContext(CaseContext)
  if (!open) throw new Error('useCase outside CaseProvider')
  return open
}

type ActName = {
  [N in EndpointName]: Reply<N> extends CaseView
    ? CaseView extends Reply<N>
      ? Request<N> extends { params: { caseId: string } }
        ? N
        : never
      : never
    : never
}[EndpointName]

/**
 * An act on the open case, sent with the version that is on screen. When someone else changed the case meanwhile the
 * case is read again and the difference is shown; forms keep what was typed because they are not closed.
 */
export function useCaseAct(name: ActName) {
  const { view, noteConflict } = useCase()
  const act = useAct(name, (reply) => {
    noteConflict(null)
    return showCase(reply)
  })
  const run = async (body: object = {}): Promise<boolean> => {
    try {
      await act.mutateAsync({
        params: { caseId: view.caseId },
        body: { regionCode: view.regionCode, version: view.version, ...body },
      })
      return true
    } catch (error) {
      if (error instanceof Problem && error.code === 'case-changed') {
        noteConflict(view)
        await reloadCase(view)
      }
      return false
    }
  }
  return { run, error: act.error, busy: act.isPending, reset: act.reset }
}
