import { useEffect, useMemo, useRef, useState, createContext, useContext, type ReactNode } from 'react'
import type { ClaimContent } from '@yichuang/contracts'
import { call, Problem } from '../../../shared/api.ts'
import { readKept, useKept } from '../../parts/kept.ts'
import { useAct, type Reply } from '../../parts/queries.ts'
import { showCase } from '../case/case-context.tsx'

type CaseView = Reply<'getCase'>
type Check = Reply<'checkCase'>
export type Content = ClaimContent

interface Typing {
  view: CaseView
  content: Content
  /** changes part of what is typed; it saves itself when typing pauses */
  change: (part: Partial<Content>) => void
  /** saves at once; answers the version then valid, or undefined when it did not work */
  saveNow: () => Promise<number | undefined>
  saving: boolean
  savedAt: string | null
  unsaved: boolean
  saveError: unknown
  noteVersion: (version: number) => void
  check: Check | null
  setCheck: (check: Check | null) => void
  /** the sentence about a field after a check, by its path */
  faultAt: (path: string) => string | undefined
  show: (view: CaseView) => Promise<unknown>
}
const TypingContext = createContext<Typing | null>(null)
const PAUSE_MS = 1200

/** What is being typed for one case: kept in the tab at once, saved at the server when typing pauses. */
export function TypingProvider({ view, children }: { view: CaseView; children: ReactNode }) {
  const key = `content.${view.caseId}`
  const [kept, keep, forget] = useKept<Content>(key, view.content)
  const content = kept ?? view.content
  const [unsaved, setUnsaved] = useState(() => readKept(key) !== undefined)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [check, setCheck] = useState<Check | null>(null)
  const version = useRef(view.version)
  const latest = useRef(content)
  useEffect(() => {
    latest.current = content
  })
  const saving = useAct('saveContent')

  useEffect(() => {
    version.current = Math.max(version.current, view.version)
  }, [view.version])

  const saveNow = async (): Promise<number | undefined> => {
    const sent = latest.current
    try {
      const reply = await saving.mutateAsync({
        params: { caseId: view.caseId },
        body: { regionCode: view.regionCode, version: version.current, content: sent },
      })
      version.current = reply.version
      setSavedAt(reply.savedAt)
      if (latest.current === sent) {
        forget()
        setUnsaved(false)
      }
      return reply.version
    } catch (error) {
      // A colleague changed the case: the next save is made on the newest version, by the clerk's own hand.
      if (error instanceof Problem && error.code === 'case-changed') {
        const now = await call('getCase', {
          params: { caseId: view.caseId },
          query: { regionCode: view.regionCode },
        })
        version.current = now.version
      }
      return undefined
    }
  }

  useEffect(() => {
    if (!unsaved || saving.isPending || saving.isError) return
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `saveNow` reads the latest content
    const timer = setTimeout(() => void saveNow(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content, unsaved, saving.isPending, saving.isError])

  // What could not be saved without a connection is saved when it is back.
  const { reset } = saving
  useEffect(() => {
    addEventListener('online', reset)
    return () => removeEventListener('online', reset)
  }, [reset])

  const faults = useMemo(
    () =>
      new Map(
        (check ? [...check.warnings, ...check.faults] : []).map((fault) => [fault.path, fault.message]),
      ),
    [check],
  )
  const typing: Typing = {
    view,
    content,
    change(part) {
      const next = { ...latest.current, ...part }
      latest.current = next
      keep(next)
      setUnsaved(true)
      if (saving.isError) saving.reset()
    },
    saveNow,
    saving: saving.isPending,
    savedAt,
    unsaved,
    saveError: saving.error,
    noteVersion: (next) => {
      version.current = Math.max(version.current, next)
    },
    check,
    setCheck,
    faultAt: (path) => faults.get(path),
    show: showCase,
  }
  return <TypingContext value={typing}>{children}</TypingContext>
}

export function useTyping(): Typing {
  const typing = useContext(TypingContext)
  if (!typing) throw new Error('useTyping outside TypingProvider')
  return typing
}
