import type { Accumulators } from '@yichuang/benefits'
import { formatYuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { accumulators, type AccumulatorKey, type UsedRow } from './accumulator.queries.ts'

/** What somebody has used, and which version of it this is. */
export interface UsedVersion {
  readonly used: Accumulators
  /** 0 when there is no row yet */
  readonly version: number
}

const read = statement<UsedRow & { at: number; version: number }>(
  'claims.read-accumulators',
  `select asked.at::int as at, a.deductible_used as "deductible", a.in_scope_used as "inScope", a.fund_paid as "fund",
     a.admissions, a.version
   from unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) with ordinality
     as asked (person_id, insurance, care_kind, year, at)
   join claims.accumulator a using (person_id, insurance, care_kind, year)
   where a.region_code = $1 and a.person_id = any($2::uuid[])`,
)
// The version to come travels in the row; a row that is not the one before it is left alone. In the order of the people,
// so that two batches wait for each other and never for one another's lock.
const book = statement(
  'claims.book-accumulators',
  `insert into claims.accumulator
     (region_code, person_id, insurance, care_kind, year, deductible_used, in_scope_used, fund_paid, admissions, version)
   select $1, person_id, insurance, care_kind, year, deductible, in_scope, fund, admissions, version
   from unnest($2::uuid[], $3::text[], $4::text[], $5::int[], $6::numeric[], $7::numeric[], $8::numeric[], $9::int[],
     $10::int[]) as sent (person_id, insurance, care_kind, year, deductible, in_scope, fund, admissions, version)
   order by person_id, insurance, care_kind, year
   on conflict (region_code, person_id, insurance, care_kind, year) do update set
     deductible_used = excluded.deductible_used, in_scope_used = excluded.in_scope_used,
     fund_paid = excluded.fund_paid, admissions = excluded.admissions, version = excluded.version
   where accumulator.version = excluded.version - 1`,
)

/** What people of one region have used, in the order of the keys, without locking anything. One statement. */
export async function usedByMany(
  db: Db,
  regionCode: string,
  keys: readonly AccumulatorKey[],
): Promise<UsedVersion[]> {
  const rows = await db.many(read, [regionCode, ...keyColumns(keys)])
  const found = new Map(rows.map((row) => [row.at, row]))
  return keys.map(({ year }, index) => {
    const row = found.get(index + 1)
    return { used: accumulators(year, row), version: row?.version ?? 0 }
  })
}

/**
 * Sets what people of one region have used, where nobody has changed it since it was read; how many could be set. The
 * caller takes its transaction back when some could not. No key may occur twice. One statement.
 */
export function bookMany(
  db: Db,
  regionCode: string,
  years: readonly {
    readonly key: AccumulatorKey
    readonly before: UsedVersion
    readonly after: Accumulators
  }[],
): Promise<number> {
  const amounts = (pick: (used: Accumulators) => Accumulators['fundPaid']) =>
    years.map(({ after }) => formatYuan(pick(after)))
  return db.run(book, [
    regionCode,
    ...keyColumns(years.map(({ key }) => key)),
    amounts(({ deductibleUsed }) => deductibleUsed),
    amounts(({ inScopeUsed }) => inScopeUsed),
    amounts(({ fundPaid }) => fundPaid),
    years.map(({ after }) => after.admissions),
    years.map(({ before }) => before.version + 1),
  ])
}

function keyColumns(keys: readonly AccumulatorKey[]): unknown[] {
  return [
    keys.map(({ personId }) => personId),
    keys.map(({ insurance }) => insurance),
    keys.map(({ kind }) => kind),
    keys.map(({ year }) => year),
  ]
}
