import type { Accumulators, CareKind, Insurance } from '@yichuang/benefits'
import { formatYuan, yuan, ZERO_FEN } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** Care that counts in a year of its own; chronic and special diseases (门诊慢特病) have tables of their own. */
export type YearKind = CareKind | 'chronic'

/** Whose use of which benefit in which year. */
export interface AccumulatorKey {
  readonly regionCode: string
  readonly personId: string
  readonly insurance: Insurance
  readonly kind: YearKind
  readonly year: number
}

export interface UsedRow {
  readonly deductible: string
  readonly inScope: string
  readonly fund: string
  readonly admissions: number
}

const USED = `deductible_used as "deductible", in_scope_used as "inScope", fund_paid as "fund", admissions`

const read = statement<UsedRow>(
  'claims.read-accumulator',
  `select ${USED} from claims.accumulator
   where region_code = $1 and person_id = $2 and insurance = $3 and care_kind = $4 and year = $5`,
)
// The update changes nothing but locks the row, new or old, and gives it as the last decision left it.
const lock = statement<UsedRow>(
  'claims.lock-accumulator',
  `insert into claims.accumulator
     (region_code, person_id, insurance, care_kind, year, deductible_used, in_scope_used, fund_paid, admissions, version)
   values ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0)
   on conflict (region_code, person_id, insurance, care_kind, year) do update set version = accumulator.version
   returning ${USED}`,
)
const put = statement(
  'claims.put-accumulator',
  `insert into claims.accumulator
     (region_code, person_id, insurance, care_kind, year, deductible_used, in_scope_used, fund_paid, admissions, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
   on conflict (region_code, person_id, insurance, care_kind, year) do update set
     deductible_used = excluded.deductible_used, in_scope_used = excluded.in_scope_used,
     fund_paid = excluded.fund_paid, admissions = excluded.admissions, version = accumulator.version + 1`,
)

/** In the order of the key. */
export const keyValues = ({ regionCode, personId, insurance, kind, year }: AccumulatorKey) => [
  regionCode,
  personId,
  insurance,
  kind,
  year,
]

/** What a person has used; nothing when there is no row. */
export async function usedBy(db: Db, key: AccumulatorKey): Promise<Accumulators> {
  return accumulators(key.year, await db.maybe(read, keyValues(key)))
}

/** The same, and nobody else may change it before this transaction ends. */
export async function lockUsed(db: Db, key: AccumulatorKey): Promise<Accumulators> {
  return accumulators(key.year, await db.one(lock, keyValues(key)))
}

/** Sets what a person has used, for a locked row or one brought over from elsewhere. */
export async function putUsed(db: Db, key: AccumulatorKey, used: Accumulators): Promise<void> {
  await db.run(put, [...keyValues(key), ...usedValues(used)])
}

/** In the order of the columns: deductible, in scope, fund, admissions. */
export function usedValues(used: Accumulators): unknown[] {
  const { deductibleUsed, inScopeUsed, fundPaid, admissions } = used
  return [formatYuan(deductibleUsed), formatYuan(inScopeUsed), formatYuan(fundPaid), admissions]
}

/** A row as the calculation takes it; nothing is used where there is none. */
export function accumulators(year: number, row: UsedRow | undefined): Accumulators {
  if (!row)
    return { year, deductibleUsed: ZERO_FEN, inScopeUsed: ZERO_FEN, fundPaid: ZERO_FEN, admissions: 0 }
  const { deductible, inScope, fund, admissions } = row
  return {
    year,
    deductibleUsed: yuan(deductible),
    inScopeUsed: yuan(inScope),
    fundPaid: yuan(fund),
    admissions,
  }
}
