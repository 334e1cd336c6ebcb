import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { call, Problem } from '../../../shared/api.ts'
import { readKept, useKept } from '../../parts/kept.ts'
import { useAct, type Reply } from '../../parts/queries.ts'
import { useCase, reloadCase, type CaseView } from './case-context.tsx'
import { codingOf, faultsOf, linesOf, rowsFrom, type CodingRow } from './coding.ts'

interface CodingState {
  /** the reviewer may change the coding now */
  editable: boolean
  rows: CodingRow[]
  change: (rows: CodingRow[]) => void
  changeRow: (lineId: string, part: Partial<CodingRow>) => void
  /** rows that still have a fault */
  faulty: number
  /** typed but not stored */
  unsaved: boolean
  calculation: CaseView['calculation']
  /** the coding on screen in full; absent while what the case holds is shown */
  workings: Reply<'calculateCase'>['workings'] | undefined
  calculating: boolean
  calculationError: unknown
  save: () => Promise<void>
  saving: boolean
  saveError: unknown
  /** after a proposal: nothing typed is left to keep */
  forget: () => void
}
const CodingContext = createContext<CodingState | null>(null)
const PAUSE_MS = 350

/** The coding table of the open case: what is typed is kept in the tab, and recomputed when typing pauses. */
export function CodingProvider({ children }: { children: ReactNode }) {
  const { view, noteConflict } = useCase()
  const editable = view.acts.includes('propose-grant')
  const key = editable ? `coding.${view.caseId}` : null
  const [typed, keep, forgetTyped] = useKept<CodingRow[] | null>(key, null)
  const [unsaved, setUnsaved] = useState(() => key !== null && readKept(key) !== undefined)
  const stored = useMemo(() => rowsFrom(view), [view])
  const rows = useMemo(() => merge(stored, typed), [stored, typed])
  const lines = useMemo(() => new Map(linesOf(view).map(({ lineId, line }) => [lineId, line])), [view])
  const coding = useMemo(() => codingOf(rows), [rows])
  const faulty = rows.filter((row) => faultsOf(row, lines.get(row.lineId)?.amount ?? '0').length > 0).length

  const settled = useSettled(coding, PAUSE_MS)
  const calculated = useQuery({
    queryKey: ['calculateCase', view.caseId, settled],
    queryFn: ({ signal }) =>
      call('calculateCase', {
        params: { caseId: view.caseId },
        body: { regionCode: view.regionCode, coding: settled },
        signal,
      }),
    enabled: editable && settled.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
  const saving = useAct('saveCoding')

  const change = (next: CodingRow[]) => {
    keep(next)
    setUnsaved(true)
  }
  const forget = () => {
    forgetTyped()
    setUnsaved(false)
  }
  const save = async () => {
    try {
      await saving.mutateAsync({
        params: { caseId: view.caseId },
        body: { regionCode: view.regionCode, version: view.version, coding },
      })
      forget()
    } catch (error) {
      if (error instanceof Problem && error.code === 'case-changed') noteConflict(view)
    }
    await reloadCase(view)
  }
  const state: CodingState = {
    editable,
    rows,
    change,
    changeRow: (lineId, part) =>
      change(rows.map((row) => (row.lineId === lineId ? { ...row, ...part } : row))),
    faulty,
    unsaved,
    calculation: (editable && settled.length > 0 && calculated.data) || storedCalculation(view),
    workings: editable && settled.length > 0 ? calculated.data?.workings : undefined,
    calculating: calculated.isFetching || settled !== coding,
    calculationError: calculated.error,
    save,
    saving: saving.isPending,
    saveError: saving.error,
    forget,
  }
  return <CodingContext value={state}>{children}</CodingContext>
}

export function useCoding(): CodingState {
  const state = useContext(CodingContext)
  if (!state) throw new Error('useCoding outside CodingProvider')
  return state
}

/** Typed rows win over stored ones, line by line; lines that came or went meanwhile follow the case. */
function merge(stored: CodingRow[], typed: CodingRow[] | null | undefined): CodingRow[] {
  const kept = new Map((typed ?? []).map((row) => [row.lineId, row]))
  return stored.map((row) => kept.get(row.lineId) ?? row)
}

/** The value once it has not changed for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

function storedCalculation({ calculation, decision }: CaseView): CaseView['calculation'] {
  return (
    calculation && { ...calculation, explanation: calculation.explanation ?? decision?.explanation ?? null }
  )
}
