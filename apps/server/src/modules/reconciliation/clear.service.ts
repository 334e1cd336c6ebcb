import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { record } from '../audit/index.ts'
import { detailByIds } from '../settlement/index.ts'
import { closeIfEven, type Closer } from './close.service.ts'
import { lockDays, recountDay } from './day.queries.ts'
import {
  clearRow,
  dayOfDifference,
  lockDifference,
  type ClearedHow,
  type DifferenceRow,
} from './difference.queries.ts'
import type { DifferenceKind } from './match.ts'
import {
  DayNotEven,
  DifferenceCleared,
  DifferenceNotReversed,
  DifferenceWay,
  ReconciliationUnknown,
} from './reconciliation.problems.ts'

/** Whoever clears: a hospital its own differences, the agency those of the region. */
export interface Clearer extends Closer {
  readonly side: 'hospital' | 'agency'
}

type Way = Exclude<ClearedHow, 'offset'>

/** How each kind of difference may be cleared: the centre's figures stand, so it is the other side that changes. */
export const WAYS: Readonly<Record<DifferenceKind, readonly Way[]>> = {
  'centre-only': ['booked', 'reversed'],
  'hospital-only': ['withdrawn'],
  unequal: ['booked', 'reversed'],
}

/** Clears a difference; the last open one of a day closes it. Gives the day. In a transaction. */
export async function clearDifference(
  db: Db,
  regionCode: string,
  institutionCode: string,
  asked: { readonly differenceId: string; readonly how: Way; readonly reason: string },
  by: Clearer,
): Promise<PlainDate> {
  const { differenceId, how, reason } = asked
  const of = await dayOfDifference(db, regionCode, institutionCode, differenceId)
  if (!of) throw ReconciliationUnknown()
  // The day first, as comparisons do, so that neither waits for the other in a circle.
  await lockDays(db, regionCode, institutionCode, [of])
  const found = await lockDifference(db, regionCode, institutionCode, differenceId)
  if (!found) throw ReconciliationUnknown()
  if (found.state !== 'open') throw DifferenceCleared()
  if (!WAYS[found.kind].includes(how)) throw DifferenceWay()
  if (how === 'reversed' && !(await wasReversed(db, regionCode, found))) throw DifferenceNotReversed()
  await clearRow(db, regionCode, institutionCode, differenceId, {
    clearedHow: how,
    reason,
    clearedBy: by.actor.name,
    clearedSide: by.side,
    clearedAt: by.at,
  })
  await record(db, {
    regionCode,
    stream: `institution:${institutionCode}`,
    actor: by.actor,
    at: by.at,
    act: 'reconciliation-difference-cleared',
    detail: { day: found.day, differenceId, kind: found.kind, how, reason },
  })
  const day = await recountDay(db, regionCode, institutionCode, found.day)
  await closeIfEven(db, regionCode, institutionCode, day, by)
  return found.day
}

/** Closes a day of which only the sums were compared and are even. In a transaction. */
export async function closeOnTotals(
  db: Db,
  regionCode: string,
  institutionCode: string,
  day: PlainDate,
  reason: string,
  by: Clearer,
): Promise<void> {
  const [row] = await lockDays(db, regionCode, institutionCode, [day])
  if (!row || !(await closeIfEven(db, regionCode, institutionCode, row, by, { reason }))) throw DayNotEven()
}

/** A settlement that was taken back, or what takes one back. */
async function wasReversed(db: Db, regionCode: string, { centre }: DifferenceRow): Promise<boolean> {
  if (!centre) return false
  const row = (await detailByIds(db, regionCode, [centre.setl_id])).get(centre.setl_id)
  return row !== undefined && (row.cancelledBy !== null || row.cancels !== null)
}
