import type { Pause, PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** What the due day of a running case follows from. */
export interface RunningClock {
  readonly caseId: string
  readonly itemId: string
  readonly handedInOn: PlainDate
  readonly acceptedOn: PlainDate
  readonly statutoryDays: number | null
  readonly promisedDays: number | null
  readonly dueOn: PlainDate | null
  readonly pauses: readonly Pause[]
}

const running = statement<RunningClock>(
  'cases.running-clocks',
  `select case_id as "caseId", item_id as "itemId", handed_in_on as "handedInOn", accepted_on as "acceptedOn",
     statutory_days as "statutoryDays", promised_days as "promisedDays", due_on as "dueOn", pauses
   from cases."case"
   where region_code = $1 and accepted_on is not null and handed_in_on is not null and paused_since is null
     and decided_on is null and closed_on is null and case_id > $2
   order by case_id limit 1000`,
)

/** Cases of a region whose clock runs, in pieces. */
export const runningClocks = (db: Db, regionCode: string, after: string) =>
  db.many(running, [regionCode, after])
