import { fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { CLEARED_AMOUNTS, sumsByDay, type ClearedAmounts, type DaySums } from '../settlement/index.ts'
import { closingsOf, closingSums, type Closing, type ClosingSum, type DayRange } from './closing.queries.ts'

/** A closed day of an institution; over all its closings the sums are those of the settlements of the day. */
export interface ClosedDay {
  readonly day: PlainDate
  /** the first is the day; each later one a correction, only what came after the one before */
  readonly closings: readonly (Omit<Closing, 'day'> & { readonly sums: readonly ClosingSum[] })[]
}

/** Closed days of an institution with what clearing pays for them, in order. */
export async function closedDays(db: Db, regionCode: string, range: DayRange): Promise<ClosedDay[]> {
  const closings = await closingsOf(db, regionCode, range)
  if (closings.length === 0) return []
  const sums = await closingSums(db, regionCode, range)
  const days = new Map<PlainDate, ClosedDay['closings'][number][]>()
  for (const { day, ...closing } of closings) {
    const own = sums
      .filter((sum) => sum.day === day && sum.seq === closing.seq)
      .map(({ insurance, clrType, count, amounts }) => ({ insurance, clrType, count, amounts }))
    days.set(day, [...(days.get(day) ?? []), { ...closing, sums: own }])
  }
  return [...days].map(([day, all]) => ({ day, closings: all }))
}

/** Days with settlements that are not closed, or that got more since they were; days without any need no closing. */
export async function unclosedDays(db: Db, regionCode: string, range: DayRange): Promise<PlainDate[]> {
  const settled = await sumsByDay(db, regionCode, range)
  const closed = await closingSums(db, regionCode, range)
  const days = [...new Set(settled.map(({ day }) => day))]
  return days.filter((day) => sinceClosed(ofDay(settled, day), ofDay(closed, day)).length > 0)
}

/** What the settlements of a day come to beyond what its closings have; nothing when they are the same. */
export function sinceClosed(
  settled: readonly DaySums[],
  closed: readonly ClosingSum[],
): (ClosingSum & { readonly amounts: ClearedAmounts })[] {
  const parts = new Map<string, ClosingSum>()
  for (const { insurance, clrType, count, amounts } of settled)
    parts.set(`${insurance} ${clrType}`, { insurance, clrType, count, amounts })
  for (const { insurance, clrType, count, amounts } of closed) {
    const key = `${insurance} ${clrType}`
    const left = parts.get(key) ?? { insurance, clrType, count: 0, amounts: NOTHING }
    parts.set(key, { ...left, count: left.count - count, amounts: minus(left.amounts, amounts) })
  }
  return [...parts.values()].filter(
    ({ count, amounts }) => count !== 0 || CLEARED_AMOUNTS.some((name) => amounts[name] !== 0),
  )
}

const NOTHING = Object.fromEntries(CLEARED_AMOUNTS.map((name) => [name, fen(0)])) as ClearedAmounts

function minus(all: ClearedAmounts, some: ClearedAmounts): ClearedAmounts {
  return Object.fromEntries(
    CLEARED_AMOUNTS.map((name) => [name, fen(all[name] - some[name])]),
  ) as ClearedAmounts
}

function ofDay<T extends { readonly day: PlainDate }>(all: readonly T[], day: PlainDate): T[] {
  return all.filter((one) => one.day === day)
}
