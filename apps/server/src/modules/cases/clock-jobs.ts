import { dayInChina } from '@yichuang/kernel'
import type { CalendarVersion } from '@yichuang/kernel'
import { within, type Db } from '../../platform/db.ts'
import { BEFORE_EVERY_ID } from '../../platform/uuid.ts'
import { SYSTEM } from '../audit/index.ts'
import { orNull, withDueDays } from './case-clock.ts'
import { casesToAlarm, casesWithOtherCalendar, keepCalendarKey } from './clock-jobs.queries.ts'
import { note, lockedCase } from './engine.ts'
import type { CaseRef } from './handler.ts'
import { tellDueMoved, tellOverdue } from './letters.ts'
import { calendarOf } from './rules.ts'

/** How many working days before its due day a case is called urgent to its owner (限时办结预警). */
const WARN_DAYS = 2

/**
 * Recomputes running cases of a place whose due day rests on other calendars than those known now: a new one was
 * published or loaded, or the demonstration day was moved. Old and new day are kept and told. Gives how many days moved.
 */
export async function recomputeClocks(db: Db, regionCode: string, at: Date): Promise<number> {
  const today = dayInChina(at)
  const known = await calendarOf(regionCode, today)
  return eachCase(
    db,
    (after) => casesWithOtherCalendar(db, regionCode, known.key, after),
    async (db, ref) => {
      const { row, rules } = await lockedCase(db, ref, { at })
      const clock = withDueDays(row, known)
      if (clock.calendarKey === row.calendarKey) return false
      const moved = clock.dueOn !== row.dueOn || clock.statutoryDueOn !== row.statutoryDueOn
      const { dueOn, statutoryDueOn, calendarKey } = clock
      if (!moved) {
        await keepCalendarKey(db, ref, calendarKey)
        return false
      }
      const why = reason(row.calendarKey ?? '', known.calendar.versions)
      const after = await note(db, row, {
        act: 'due-moved',
        actor: SYSTEM,
        at,
        detail: { from: row.dueOn, to: dueOn, why: why.zh, whyEn: why.en },
        // A day that has moved may be missed anew.
        patch: { dueOn, statutoryDueOn, calendarKey, ...(dueOn !== row.dueOn && { alarm: null }) },
      })
      await tellDueMoved(db, after, rules, { from: row.dueOn, to: dueOn, why: why.zh }, { at, today })
      return true
    },
  )
}

/**
 * Raises the alarms that are due, each once for a due day: two working days before it, and when it has passed. The owner
 * finds them in the inbox, the supervisor counts them, and the person is told when the agency is late. Gives how many.
 */
export async function raiseAlarms(db: Db, regionCode: string, at: Date): Promise<number> {
  const today = dayInChina(at)
  const { calendar } = await calendarOf(regionCode, today)
  const soon = orNull(() => calendar.nth(today, WARN_DAYS)) ?? today
  return eachCase(
    db,
    (after) => casesToAlarm(db, regionCode, soon, today, after),
    async (db, ref) => {
      const { row, rules } = await lockedCase(db, ref, { at })
      if (row.dueOn === null || row.decidedOn !== null || row.closedOn !== null) return false
      const alarm = row.dueOn < today ? 'overdue' : 'due-soon'
      if (row.alarm === alarm) return false
      const after = await note(db, row, {
        act: alarm,
        actor: SYSTEM,
        at,
        detail: { dueOn: row.dueOn, owner: row.ownerName },
        patch: { alarm },
      })
      if (alarm === 'overdue') await tellOverdue(db, after, rules, { at, today })
      return true
    },
  )
}

/** Each case in a transaction of its own, unless the caller has one: a fault in one does not keep the others waiting, and locks stay short. */
async function eachCase(
  db: Db,
  next: (after: string) => Promise<CaseRef[]>,
  work: (db: Db, ref: CaseRef) => Promise<boolean>,
): Promise<number> {
  let [after, count] = [BEFORE_EVERY_ID, 0]
  for (;;) {
    const refs = await next(after)
    for (const ref of refs) if (await within(db, (db) => work(db, ref))) count += 1
    const last = refs.at(-1)
    if (!last) return count
    after = last.caseId
  }
}

/** Names the notices that are in use now and were not before. */
function reason(before: string, versions: readonly CalendarVersion[]): { zh: string; en: string } {
  const known = new Set(before.split(' '))
  const added = versions.filter(({ year, document }) => !known.has(`${year}:${document}`))
  if (added.length === 0)
    return { zh: '采用的节假日安排发生变化', en: 'The published calendars in use have changed' }
  const citations = added.map(({ citation }) => citation)
  return { zh: `采用${citations.join('、')}`, en: `Now following ${citations.join(', ')}` }
}
