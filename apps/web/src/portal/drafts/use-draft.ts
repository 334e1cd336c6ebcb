import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { CaseView, ClaimContent } from '@yichuang/contracts'
import { call, newIntent } from '../../shared/api.ts'
import { DraftKeeper } from './draft-keeper.ts'
import type { DraftSnapshot } from './draft-keeper.ts'
import { dropLocal, findLocal, keepLocal } from './local-draft.ts'
import type { LocalDraft } from './local-draft.ts'

/** A draft being filled in: its case, what is typed, and how safe that is. */
export interface Draft extends DraftSnapshot {
  view: CaseView
  keeper: DraftKeeper
  recovered: boolean
  change: (edit: (content: ClaimContent) => ClaimContent) => void
  /** fault of the last check at this path, unless the value has changed since */
  faultAt: (path: string) => string | undefined
  setFaults: (faults: readonly { path: string; message: string }[]) => void
}
export const DraftContext = createContext<Draft | null>(null)

/** The draft of the page around. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error('useDraft outside a draft')
  return draft
}

/** The case with what this device still holds of it. */
export async function loadDraft(caseId: string, regionCode: string, personId: string, signal: AbortSignal) {
  const view = await call('getCase', { params: { caseId }, query: { regionCode }, signal })
  return { view, local: await findLocal(caseId, personId) }
}

/** Starts keeping a loaded draft; saves again as soon as the connection is back. */
export function useKeptDraft(view: CaseView, local: LocalDraft | undefined, personId: string): Draft | null {
  const [keeper, setKeeper] = useState<DraftKeeper>()
  useEffect(() => {
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- one keeper per case, started from what was loaded
    const started = startKeeper(view, local, personId)
    const online = () => void started.flush()
    window.addEventListener('online', online)
    window.addEventListener('pagehide', online)
    // oxlint-disable-next-line react/set-state-in-effect -- the keeper has a timer, so it lives as long as the effect
    setKeeper(started)
    return () => {
      window.removeEventListener('online', online)
      window.removeEventListener('pagehide', online)
      void started.flush()
      started.stop()
    }
  }, [view.caseId])
  const snapshot = useSyncExternalStore(keeper?.subscribe ?? nothing, keeper?.snapshot ?? none)
  const [faults, setFaults] = useState<ReadonlyMap<string, { message: string; value: unknown }>>(new Map())
  if (!keeper || !snapshot) return null
  return {
    ...snapshot,
    view,
    keeper,
    recovered: local !== undefined,
    change: (edit) => keeper.change(edit(keeper.snapshot().content)),
    faultAt: (path) => {
      const found = faults.get(path)
      return found && found.value === valueAt(snapshot.content, path) ? found.message : undefined
    },
    setFaults: (list) =>
      setFaults(
        new Map(list.map(({ path, message }) => [path, { message, value: valueAt(snapshot.content, path) }])),
      ),
  }
}

function startKeeper(view: CaseView, local: LocalDraft | undefined, personId: string): DraftKeeper {
  const { caseId, regionCode } = view
  const params = { caseId }
  return new DraftKeeper(
    {
      save: (content, version, intent) =>
        call('saveContent', { params, body: { regionCode, version, content }, intent }),
      load: () => call('getCase', { params, query: { regionCode } }),
      keep: (content, base, version) => keepLocal({ caseId, personId, content, base, version }),
      drop: () => dropLocal(caseId),
      newIntent,
    },
    local ?? { content: view.content, base: view.content, version: view.version },
  )
}

const nothing = () => () => undefined
const none = () => null

function valueAt(content: unknown, path: string): unknown {
  let value = content
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}
