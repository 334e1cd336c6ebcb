import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { FundRow } from './application-row.ts'

/** Deposits held back in a year and not given back; yuan. */
export interface HeldRow {
  readonly institutionCode: string
  readonly institutionName: string
  /** held of applications that are approved or paid */
  readonly held: string
  /** of that, being given back or given back already */
  readonly released: string
}

const heldOfYear = statement<HeldRow>(
  'clearing.deposits-of-year',
  `select institution_code as "institutionCode", max(institution_name) as "institutionName", sum(deposit)::text as held,
     coalesce(sum(deposit) filter (where released_by is not null), 0)::numeric(16, 2)::text as released
   from clearing.application
   where region_code = $1 and period between $2 and $3 and kind = 'settled' and state in ('approved', 'in-run', 'paid')
     and deposit > 0
   group by institution_code order by institution_code`,
)
const lockHeld = statement<{ applicationId: string }>(
  'clearing.lock-deposits-of-year',
  `select application_id as "applicationId" from clearing.application
   where region_code = $1 and institution_code = $2 and period between $3 and $4 and kind = 'settled'
     and state in ('approved', 'in-run', 'paid') and deposit > 0 and released_by is null
   order by application_id for update`,
)
const funds = statement<Pick<FundRow, 'insurance' | 'payer'> & { amount: string }>(
  'clearing.deposits-by-fund',
  `select insurance, payer, sum(deposit)::text as amount from clearing.application_fund
   where region_code = $1 and application_id = any ($2::uuid[]) and deposit > 0
   group by insurance, payer order by insurance, payer`,
)
const mark = statement(
  'clearing.mark-released',
  `update clearing.application set released_by = $3 where region_code = $1 and application_id = any ($2::uuid[])`,
)
const unmark = statement(
  'clearing.unmark-released',
  `update clearing.application set released_by = null
   where region_code = $1 and institution_code = $2 and released_by = $3`,
)

const monthsOf = (year: number) => [`${year}-01`, `${year}-12`]

export const depositsOfYear = (db: Db, regionCode: string, year: number) =>
  db.many(heldOfYear, [regionCode, ...monthsOf(year)])
/** Applications of a year whose deposit nobody gives back yet, locked. */
export const lockDeposits = (db: Db, regionCode: string, institutionCode: string, year: number) =>
  db.many(lockHeld, [regionCode, institutionCode, ...monthsOf(year)])
export const depositsByFund = (db: Db, regionCode: string, ids: readonly string[]) =>
  db.many(funds, [regionCode, ids])
export const markReleased = (db: Db, regionCode: string, ids: readonly string[], by: string) =>
  db.run(mark, [regionCode, ids, by])
/** The deposits an application would have given back are held again. */
export const holdAgain = (db: Db, regionCode: string, institutionCode: string, by: string) =>
  db.run(unmark, [regionCode, institutionCode, by])
