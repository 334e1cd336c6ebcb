import type { Accumulators, CareKind, ChainUsed, StageUsed } from '@yichuang/benefits'
import { yuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { accumulators, usedValues, type AccumulatorKey, type UsedRow } from './accumulator.queries.ts'
import { laterValues } from './person-year.queries.ts'

/** What a person has used in a year: of the basic fund by kind of care, of every later payer and disease together. */
export interface WholeYear extends Pick<ChainUsed, 'stages' | 'diseases'> {
  readonly basic: Readonly<Record<CareKind, Accumulators>>
}
export type YearOf = Omit<AccumulatorKey, 'kind'>

interface LaterRow {
  readonly kind: 'stage' | 'disease'
  readonly payer: string
  readonly base: string
  readonly deductible: string
  readonly paid: string
}

// The update changes nothing but locks both rows, new or old; everybody else takes the basic fund's row first as well.
const lockBasic = statement<UsedRow & { kind: CareKind }>(
  'claims.lock-whole-year-basic',
  `insert into claims.accumulator
     (region_code, person_id, insurance, care_kind, year, deductible_used, in_scope_used, fund_paid, admissions, version)
   values ($1, $2, $3, 'inpatient', $4, 0, 0, 0, 0, 0), ($1, $2, $3, 'outpatient', $4, 0, 0, 0, 0, 0)
   on conflict (region_code, person_id, insurance, care_kind, year) do update set version = accumulator.version
   returning care_kind as kind, deductible_used as "deductible", in_scope_used as "inScope", fund_paid as "fund", admissions`,
)
const readBasic = statement<UsedRow & { kind: CareKind }>(
  'claims.read-whole-year-basic',
  `select care_kind as kind, deductible_used as "deductible", in_scope_used as "inScope", fund_paid as "fund", admissions
   from claims.accumulator where region_code = $1 and person_id = $2 and insurance = $3 and year = $4`,
)
const LATER = `select kind, payer, base_used as base, deductible_used as deductible, paid from claims.payer_year
  where region_code = $1 and person_id = $2 and insurance = $3 and year = $4 order by kind, payer`
const readLater = statement<LaterRow>('claims.read-whole-year-later', LATER)
const lockLater = statement<LaterRow>('claims.lock-whole-year-later', `${LATER} for update`)
const bookBasic = statement(
  'claims.book-whole-year-basic',
  `update claims.accumulator set deductible_used = $6, in_scope_used = $7, fund_paid = $8, admissions = $9,
     version = version + 1
   where region_code = $1 and person_id = $2 and insurance = $3 and care_kind = $4 and year = $5`,
)
const bookLater = statement(
  'claims.book-whole-year-later',
  `insert into claims.payer_year
     (region_code, person_id, insurance, year, kind, payer, base_used, deductible_used, paid, version)
   select $1, $2, $3, $4, kind, payer, base, deductible, paid, 1
   from unnest($5::text[], $6::text[], $7::numeric[], $8::numeric[], $9::numeric[])
     as after (kind, payer, base, deductible, paid)
   on conflict (region_code, person_id, insurance, year, kind, payer) do update set
     base_used = excluded.base_used, deductible_used = excluded.deductible_used, paid = excluded.paid,
     version = payer_year.version + 1`,
)

/** The whole year of a person; what nobody has used is not there or nothing. Two statements. */
export function readWholeYear(db: Db, of: YearOf): Promise<WholeYear> {
  return whole(db, of, readBasic, readLater)
}

/** The same, and nobody else may change it before this transaction ends. */
export function lockWholeYear(db: Db, of: YearOf): Promise<WholeYear> {
  return whole(db, of, lockBasic, lockLater)
}

/** Sets the whole year, locked in this transaction. Three statements. */
export async function bookWholeYear(
  db: Db,
  of: YearOf,
  { basic, stages, diseases }: WholeYear,
): Promise<void> {
  const { regionCode, personId, insurance, year } = of
  for (const kind of KINDS) {
    const booked = await db.run(bookBasic, [
      regionCode,
      personId,
      insurance,
      kind,
      year,
      ...usedValues(basic[kind]),
    ])
    if (booked === 0)
      throw new Error(`The year ${year} of person ${personId} was booked without being locked`)
  }
  const later = laterValues({ basic: basic.inpatient, stages, diseases })
  await db.run(bookLater, [regionCode, personId, insurance, year, ...later])
}
const KINDS = ['inpatient', 'outpatient'] as const

async function whole(
  db: Db,
  { regionCode, personId, insurance, year }: YearOf,
  basic: typeof lockBasic,
  later: typeof lockLater,
): Promise<WholeYear> {
  const key = [regionCode, personId, insurance, year]
  const byKind = new Map((await db.many(basic, key)).map((row) => [row.kind, row]))
  const rows = await db.many(later, key)
  const stages = rows.flatMap((row) => (row.kind === 'stage' ? [[row.payer, stageOf(row)] as const] : []))
  const diseases = rows.flatMap((row) =>
    row.kind === 'disease' ? [[row.payer, yuan(row.paid)] as const] : [],
  )
  return {
    basic: {
      inpatient: accumulators(year, byKind.get('inpatient')),
      outpatient: accumulators(year, byKind.get('outpatient')),
    },
    stages: Object.fromEntries(stages),
    diseases: Object.fromEntries(diseases),
  }
}

function stageOf({ base, deductible, paid }: LaterRow): StageUsed {
  return { inScopeUsed: yuan(base), deductibleUsed: yuan(deductible), fundPaid: yuan(paid) }
}
