import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

const lock = statement<{ used: number }>(
  'measures.lock-hall-day',
  `insert into measures.hall_day (region_code, office_id, day, used) values ($1, $2, $3, 0)
   on conflict on constraint hall_day_key do update set used = measures.hall_day.used
   returning used`,
)
const count = statement(
  'measures.count-hall-number',
  `update measures.hall_day set used = used + 1 where region_code = $1 and office_id = $2 and day = $3`,
)
const ofDay = statement<{ officeId: string; used: number }>(
  'measures.hall-numbers-used',
  `select office_id as "officeId", used from measures.hall_day
   where region_code = $1 and office_id = any($2::uuid[]) and day = $3`,
)

/** How many numbers of a hall are used on a day; whoever else takes one waits for this transaction. */
export const lockHallDay = async (db: Db, regionCode: string, officeId: string, day: PlainDate) =>
  (await db.one(lock, [regionCode, officeId, day])).used
export const countHallNumber = (db: Db, regionCode: string, officeId: string, day: PlainDate) =>
  db.run(count, [regionCode, officeId, day])
export const numbersUsed = (db: Db, regionCode: string, officeIds: readonly string[], day: PlainDate) =>
  db.many(ofDay, [regionCode, officeIds, day])
