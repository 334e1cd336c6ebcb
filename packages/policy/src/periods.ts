import { addDays } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import type { InForce } from './types.ts'

/** Something wrong with a history: at which entry, and the days concerned. */
export type PeriodFault =
  | { readonly kind: 'until-before-from'; readonly index: number }
  | { readonly kind: 'overlap'; readonly index: number; readonly day: PlainDate }
  | { readonly kind: 'gap'; readonly index: number; readonly from: PlainDate; readonly to: PlainDate }

/** Faults of one value's history: every entry holds until the next begins, and `until` must fit that. */
export function periodFaults(history: readonly InForce[]): PeriodFault[] {
  const found: PeriodFault[] = []
  const order = history
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => (a.entry.from < b.entry.from ? -1 : 1))
  for (const [place, { entry, index }] of order.entries()) {
    if (entry.until !== undefined && entry.until < entry.from)
      found.push({ kind: 'until-before-from', index })
    const next = order[place + 1]
    if (!next) continue
    if (next.entry.from === entry.from || (entry.until !== undefined && entry.until >= next.entry.from))
      found.push({ kind: 'overlap', index: Math.max(index, next.index), day: next.entry.from })
    else if (entry.until !== undefined && addDays(entry.until, 1) < next.entry.from)
      found.push({
        kind: 'gap',
        index: next.index,
        from: addDays(entry.until, 1),
        to: addDays(next.entry.from, -1),
      })
  }
  return found
}

/** The entry in force on a day: the latest that has begun, unless it has ended. */
export function inForceOn<T extends InForce>(history: readonly T[], on: PlainDate): T | undefined {
  let latest: T | undefined
  for (const entry of history) if (entry.from <= on && (!latest || entry.from > latest.from)) latest = entry
  return latest && (latest.until === undefined || latest.until >= on) ? latest : undefined
}
