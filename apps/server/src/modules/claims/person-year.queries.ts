import type { ChainUsed, StageUsed } from '@yichuang/benefits'
import { formatYuan, yuan, ZERO_FEN, type Fen } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import {
  accumulators,
  keyValues,
  usedValues,
  type AccumulatorKey,
  type UsedRow,
} from './accumulator.queries.ts'

/** What a year is kept under, beside the basic fund: a chain, or as much of it as names its payers and diseases. */
export interface YearNames {
  readonly stages: readonly { readonly id: string }[]
  readonly disease?: { readonly id: string; readonly cap?: { readonly diseases: readonly string[] } }
}
type LaterRow = readonly [kind: string, payer: string, base: string, deductible: string, paid: string]
type YearRow = { [K in keyof UsedRow]: UsedRow[K] | null } & { readonly later: readonly LaterRow[] }

const LATER = `jsonb_build_array(kind, payer, base_used::text, deductible_used::text, paid::text)`

const read = statement<YearRow>(
  'claims.read-person-year',
  `select deductible_used as "deductible", in_scope_used as "inScope", fund_paid as "fund", admissions,
     (select coalesce(jsonb_agg(${LATER}), '[]') from claims.payer_year p
      join unnest($6::text[], $7::text[]) as asked (kind, payer) using (kind, payer)
      where p.region_code = $1 and p.person_id = $2 and p.insurance = $3 and p.year = $5) as later
   from (select) as one left join claims.accumulator a
     on a.region_code = $1 and a.person_id = $2 and a.insurance = $3 and a.care_kind = $4 and a.year = $5`,
)
// The updates change nothing but lock the rows, new or old, and give them as the last decision left them. Payers are
// locked in the order of their names, so that two claims of a person cannot wait for each other.
const lock = statement<YearRow>(
  'claims.lock-person-year',
  `with later as (
     insert into claims.payer_year
       (region_code, person_id, insurance, year, kind, payer, base_used, deductible_used, paid, version)
     select $1, $2, $3, $5, kind, payer, 0, 0, 0, 0 from unnest($6::text[], $7::text[]) as asked (kind, payer)
     on conflict (region_code, person_id, insurance, year, kind, payer) do update set version = payer_year.version
     returning kind, payer, base_used, deductible_used, paid),
   basic as (
     insert into claims.accumulator
       (region_code, person_id, insurance, care_kind, year, deductible_used, in_scope_used, fund_paid, admissions, version)
     values ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0)
     on conflict (region_code, person_id, insurance, care_kind, year) do update set version = accumulator.version
     returning deductible_used as "deductible", in_scope_used as "inScope", fund_paid as "fund", admissions)
   select "deductible", "inScope", "fund", admissions,
     (select coalesce(jsonb_agg(${LATER}), '[]') from later) as later from basic`,
)
// Both parts are there or the year was not locked, and then the caller's transaction ends.
const book = statement<{ booked: boolean }>(
  'claims.book-person-year',
  `with later as (
     update claims.payer_year p set base_used = after.base, deductible_used = after.deductible, paid = after.paid,
       version = version + 1
     from unnest($10::text[], $11::text[], $12::numeric[], $13::numeric[], $14::numeric[])
       as after (kind, payer, base, deductible, paid)
     where p.region_code = $1 and p.person_id = $2 and p.insurance = $3 and p.year = $5
       and p.kind = after.kind and p.payer = after.payer
     returning 1),
   basic as (
     update claims.accumulator set deductible_used = $6, in_scope_used = $7, fund_paid = $8, admissions = $9,
       version = version + 1
     where region_code = $1 and person_id = $2 and insurance = $3 and care_kind = $4 and year = $5
     returning 1)
   select exists (select from basic) and (select count(*) from later) = cardinality($10::text[]) as booked`,
)

/**
 * What a person has used in a year: of the basic fund for a kind of care, and of every payer and disease of a chain
 * (compiled by `benefitChain`). What nobody has used yet is there as nothing. One statement.
 */
export async function readYear(db: Db, key: AccumulatorKey, chain: YearNames): Promise<ChainUsed> {
  return usedOf(key, chain, await db.one(read, [...keyValues(key), ...namesOf(chain)]))
}

/** The same, and nobody else may change it before this transaction ends. One statement. */
export async function lockYear(db: Db, key: AccumulatorKey, chain: YearNames): Promise<ChainUsed> {
  return usedOf(key, chain, await db.one(lock, [...keyValues(key), ...namesOf(chain)]))
}

/**
 * Sets what a person has used: the `after` of a calculation on what `lockYear` gave in this transaction. An Error when it
 * was not locked. One statement.
 */
export async function bookYear(db: Db, key: AccumulatorKey, after: ChainUsed): Promise<void> {
  const values = [...keyValues(key), ...usedValues(after.basic), ...laterValues(after)]
  if (!(await db.one(book, values)).booked)
    throw new Error(`The year ${key.year} of person ${key.personId} was booked without being locked`)
}

/** What was used of later payers and diseases, in the order of the columns: kinds, payers, bases, deductibles, paid. */
export function laterValues({ stages, diseases }: ChainUsed): unknown[] {
  const rows: (readonly [kind: string, payer: string, base: Fen, deductible: Fen, paid: Fen])[] = [
    ...Object.entries(stages).map(
      ([id, it]) => ['stage', id, it.inScopeUsed, it.deductibleUsed, it.fundPaid] as const,
    ),
    ...Object.entries(diseases).map(([id, paid]) => ['disease', id, ZERO_FEN, ZERO_FEN, paid] as const),
  ]
  const money = (at: 2 | 3 | 4) => rows.map((row) => formatYuan(row[at]))
  return [rows.map(([kind]) => kind), rows.map(([, payer]) => payer), money(2), money(3), money(4)]
}

function namesOf({ stages, disease }: YearNames): [kinds: string[], payers: string[]] {
  const names = [
    ...diseasesOf(disease).map((id) => ['disease', id] as const),
    ...stages.map(({ id }) => ['stage', id] as const),
  ].toSorted((a, b) => (a.join() < b.join() ? -1 : 1))
  return [names.map(([kind]) => kind), names.map(([, payer]) => payer)]
}

function diseasesOf(disease: YearNames['disease']): readonly string[] {
  return disease === undefined ? [] : [...new Set([disease.id, ...(disease.cap?.diseases ?? [])])]
}

/** Every payer of the chain in the order of the chain, used or not: the same year always reads the same. */
function usedOf({ year }: AccumulatorKey, { stages, disease }: YearNames, row: YearRow): ChainUsed {
  const found = new Map(row.later.map(([kind, payer, ...amounts]) => [`${kind} ${payer}`, amounts]))
  const amount = (name: string, at: 0 | 1 | 2) => yuan(found.get(name)?.[at] ?? '0.00')
  const stage = (id: string): StageUsed => ({
    inScopeUsed: amount(`stage ${id}`, 0),
    deductibleUsed: amount(`stage ${id}`, 1),
    fundPaid: amount(`stage ${id}`, 2),
  })
  return {
    basic: accumulators(year, row.deductible === null ? undefined : (row as UsedRow)),
    stages: Object.fromEntries(stages.map(({ id }) => [id, stage(id)])),
    diseases: Object.fromEntries(diseasesOf(disease).map((id) => [id, amount(`disease ${id}`, 2)])),
  }
}
