import { dayInChina } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import { itemsOn } from '@yichuang/policy'
import type { Pack } from '@yichuang/policy'
import { inTransaction, type Db } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { BEFORE_EVERY_ID } from '../../platform/uuid.ts'
import { SYSTEM } from '../audit/index.ts'
import { sendToAll } from '../letters/index.ts'
import { readersOf } from './access.ts'
import { withDueDays } from './case-clock.ts'
import type { CaseRow } from './case-row.ts'
import { lockedCase, note } from './engine.ts'
import type { CaseRef } from './handler.ts'
import { casesOnOtherRules } from './move-rules.queries.ts'
import { calendarOf, rulesFor, type CaseRules } from './rules.ts'

/** The publication that cases are moved by. */
export interface MovedTo {
  readonly pack: Pack
  readonly title: string
  readonly at: Date
}

/**
 * Moves running cases of a place to a newly published pack where the item says so (`runningCases: move`); all others stay
 * on the version they were handed in under. A case whose state or item the new rules do not know stays too. Everybody
 * concerned is told. Safe to repeat: a case that was moved is not found again. Gives how many moved.
 */
export async function moveRunningCases(db: Db, regionCode: string, to: MovedTo): Promise<number> {
  const today = dayInChina(to.at)
  const items = itemsOn(to.pack, today).filter(({ runningCases }) => runningCases === 'move')
  if (items.length === 0) return 0
  const ids = items.map(({ id }) => id)
  let [after, count] = [BEFORE_EVERY_ID, 0]
  for (;;) {
    const refs = await casesOnOtherRules(db, regionCode, ids, to.pack.hash, after)
    for (const ref of refs) if (await inTransaction(db, (db) => moveOne(db, ref, to, today))) count += 1
    const last = refs.at(-1)
    if (!last) return count
    after = last.caseId
  }
}

async function moveOne(db: Db, ref: CaseRef, to: MovedTo, today: PlainDate): Promise<boolean> {
  const { row } = await lockedCase(db, ref, { at: to.at })
  if (row.decidedOn !== null || row.closedOn !== null || row.packHash === to.pack.hash) return false
  const rules = rulesOrNone(to.pack, row)
  if (!rules?.process.states.some(({ id }) => id === row.state)) return false
  const { statutory, promised } = rules.item.limits
  const days = (limit: typeof promised) => (limit?.instant ? 0 : (limit?.workingDays ?? null))
  const limits =
    row.acceptedOn === null ? {} : { statutoryDays: days(statutory), promisedDays: days(promised) }
  const clock = withDueDays({ ...row, ...limits }, await calendarOf(row.regionCode, today))
  const { dueOn, statutoryDueOn, calendarKey } = clock
  const moved = await note(db, row, {
    act: 'rules-moved',
    actor: SYSTEM,
    at: to.at,
    detail: { title: to.title, fromHash: row.packHash, toHash: to.pack.hash, from: row.dueOn, to: dueOn },
    patch: {
      packId: to.pack.id,
      packHash: to.pack.hash,
      itemVersion: rules.item.version,
      ...limits,
      dueOn,
      statutoryDueOn,
      calendarKey,
      ...(dueOn !== row.dueOn && { alarm: null }),
    },
  })
  await sendToAll(db, await readersOf(db, moved, today), {
    regionCode: row.regionCode,
    caseId: row.caseId,
    kind: 'rules-moved',
    detail: { number: row.number ?? '', title: to.title, from: row.dueOn ?? '', to: dueOn ?? '' },
    day: today,
    at: to.at,
  })
  return true
}

function rulesOrNone(pack: Pack, row: CaseRow): CaseRules | undefined {
  try {
    return rulesFor(pack, row.itemId, row.handedInOn!)
  } catch (error) {
    // The new rules no longer offer the item: whoever has applied is answered by the rules they applied under.
    if (error instanceof Problem) return undefined
    throw error
  }
}
