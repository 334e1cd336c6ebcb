import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRef } from './handler.ts'

const withOtherCalendar = statement<CaseRef>(
  'cases.clocks-to-recompute',
  `select region_code as "regionCode", case_id as "caseId" from cases."case"
   where region_code = $1 and accepted_on is not null and paused_since is null and decided_on is null
     and closed_on is null and calendar_key <> $2 and case_id > $3
   order by case_id limit 200`,
)
const toAlarm = statement<CaseRef>(
  'cases.clocks-to-alarm',
  `select region_code as "regionCode", case_id as "caseId" from cases."case"
   where region_code = $1 and due_on <= $2 and due_on is not null and decided_on is null and closed_on is null
     and (alarm is null or (alarm = 'due-soon' and due_on < $3)) and case_id > $4
   order by case_id limit 200`,
)

/** Running cases whose due day was computed with other calendars than those of `key`, in pieces. */
export function casesWithOtherCalendar(
  db: Db,
  regionCode: string,
  key: string,
  after: string,
): Promise<CaseRef[]> {
  return db.many(withOtherCalendar, [regionCode, key, after])
}

/** Undecided cases due on or before a day that were not alarmed for it yet, and those that are overdue by `today`. */
export function casesToAlarm(
  db: Db,
  regionCode: string,
  dueUntil: PlainDate,
  today: PlainDate,
  after: string,
): Promise<CaseRef[]> {
  return db.many(toAlarm, [regionCode, dueUntil, today, after])
}

const keepKey = statement(
  'cases.keep-calendar-key',
  `update cases."case" set calendar_key = $3 where region_code = $1 and case_id = $2`,
)

/** Notes that a case was looked at with other calendars and its days stay as they are. */
export async function keepCalendarKey(
  db: Db,
  { regionCode, caseId }: CaseRef,
  key: string | null,
): Promise<void> {
  await db.run(keepKey, [regionCode, caseId, key])
}
