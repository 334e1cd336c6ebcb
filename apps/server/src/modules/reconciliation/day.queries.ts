import { formatYuan, yuan, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { DayRange } from './closing.queries.ts'
import type { Covered } from './compare.ts'

/** A day of an institution in reconciliation. */
export interface DayRow {
  readonly day: PlainDate
  readonly openDifferences: number
  /** found so far that still count: open or cleared */
  readonly differences: number
  readonly closings: number
  readonly version: number
}

const COLUMNS = `day, open_differences as "openDifferences", differences, closings, version`

const begin = statement(
  'reconciliation.begin-days',
  `insert into reconciliation.day (region_code, institution_code, day, open_differences, differences, closings, version)
   select $1, $2, day, 0, 0, 0, 0 from unnest($3::date[]) as sent (day) order by day
   on conflict (region_code, institution_code, day) do nothing`,
)
const lock = statement<DayRow>(
  'reconciliation.lock-days',
  `select ${COLUMNS} from reconciliation.day
   where region_code = $1 and institution_code = $2 and day = any($3::date[]) order by day for update`,
)
const inRange = statement<DayRow>(
  'reconciliation.days',
  `select ${COLUMNS} from reconciliation.day
   where region_code = $1 and institution_code = $2 and day between $3 and $4 order by day`,
)
const recount = statement<DayRow>(
  'reconciliation.recount-day',
  `update reconciliation.day d set version = d.version + 1,
     open_differences = (select count(*) from reconciliation.difference f where f.region_code = $1
       and f.institution_code = $2 and f.day = $3 and f.state = 'open'),
     differences = (select count(*) from reconciliation.difference f where f.region_code = $1
       and f.institution_code = $2 and f.day = $3 and f.state <> 'gone')
   where d.region_code = $1 and d.institution_code = $2 and d.day = $3
   returning ${COLUMNS}`,
)
const close = statement(
  'reconciliation.count-closing',
  `update reconciliation.day set closings = closings + 1, version = version + 1
   where region_code = $1 and institution_code = $2 and day = $3`,
)
const cover = statement(
  'reconciliation.cover',
  `insert into reconciliation.covered (region_code, institution_code, day, clr_type, comparison_id, count, medfee_sumamt,
     fund_pay_sumamt, acct_pay)
   select $1, $2, day, clr_type, $3, count, medfee_sumamt, fund_pay_sumamt, acct_pay
   from json_to_recordset($4::json) as made (day date, clr_type text, count int, medfee_sumamt numeric,
     fund_pay_sumamt numeric, acct_pay numeric)
   on conflict (region_code, institution_code, day, clr_type) do update set comparison_id = excluded.comparison_id,
     count = excluded.count, medfee_sumamt = excluded.medfee_sumamt, fund_pay_sumamt = excluded.fund_pay_sumamt,
     acct_pay = excluded.acct_pay`,
)
type Amount = 'medfee_sumamt' | 'fund_pay_sumamt' | 'acct_pay'
const covered = statement<Omit<Covered, Amount> & Record<Amount, string>>(
  'reconciliation.covered',
  `select day, clr_type as "clrType", count, medfee_sumamt, fund_pay_sumamt, acct_pay from reconciliation.covered
   where region_code = $1 and institution_code = $2 and day between $3 and $4 order by day, clr_type`,
)

/** Days, begun where they are new, that nobody else compares, clears or closes before this transaction ends. */
export async function lockDays(
  db: Db,
  regionCode: string,
  institutionCode: string,
  days: readonly PlainDate[],
): Promise<DayRow[]> {
  await db.run(begin, [regionCode, institutionCode, days])
  return db.many(lock, [regionCode, institutionCode, days])
}

export function daysOf(db: Db, regionCode: string, { institutionCode, from, to }: DayRange) {
  return db.many(inRange, [regionCode, institutionCode, from, to])
}

/** Counts the differences of a day anew. */
export function recountDay(db: Db, regionCode: string, institutionCode: string, day: PlainDate) {
  return db.one(recount, [regionCode, institutionCode, day])
}

export function countClosing(db: Db, regionCode: string, institutionCode: string, day: PlainDate) {
  return db.run(close, [regionCode, institutionCode, day])
}

/** Notes over which sums of the centre days were compared row by row. */
export async function putCovered(
  db: Db,
  regionCode: string,
  institutionCode: string,
  comparisonId: string,
  parts: readonly Covered[],
): Promise<void> {
  if (parts.length === 0) return
  const rows = parts.map(({ day, clrType, count, ...amounts }) => ({
    day,
    clr_type: clrType,
    count,
    medfee_sumamt: formatYuan(amounts.medfee_sumamt),
    fund_pay_sumamt: formatYuan(amounts.fund_pay_sumamt),
    acct_pay: formatYuan(amounts.acct_pay),
  }))
  await db.run(cover, [regionCode, institutionCode, comparisonId, JSON.stringify(rows)])
}

export async function coveredOf(
  db: Db,
  regionCode: string,
  { institutionCode, from, to }: DayRange,
): Promise<Covered[]> {
  const rows = await db.many(covered, [regionCode, institutionCode, from, to])
  return rows.map(({ medfee_sumamt, fund_pay_sumamt, acct_pay, ...row }) => ({
    ...row,
    medfee_sumamt: yuan(medfee_sumamt),
    fund_pay_sumamt: yuan(fund_pay_sumamt),
    acct_pay: yuan(acct_pay),
  }))
}
