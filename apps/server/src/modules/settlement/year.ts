import type { Accumulators, ChainUsed, StageUsed } from '@yichuang/benefits'
import { fen, yearOf, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import {
  bookMany,
  bookYear,
  lockYear,
  usedByMany,
  type AccumulatorKey,
  type UsedVersion,
  type YearKind,
  type YearNames,
} from '../claims/index.ts'
import type { SettlementRow, Workings } from './settlement.queries.ts'
import type { VisitRow } from './visit.queries.ts'

/** A settlement's part of a person's year. */
export interface YearOfOne {
  readonly key: AccumulatorKey
  /** the basic fund's part, as it was read */
  readonly before: UsedVersion
  readonly worked: { readonly workings: Workings }
}

/** Whose year care on a day counts in. */
export function yearKeyOn(
  regionCode: string,
  { personId, insurance }: Pick<VisitRow, 'personId' | 'insurance'>,
  kind: YearKind,
  on: PlainDate,
): AccumulatorKey {
  return { regionCode, personId, insurance, kind, year: yearOf(on) }
}

/** Whose year a stored settlement counts in. */
export function yearKeyOf(
  regionCode: string,
  { personId, insurance, careKind, year, workings }: SettlementRow,
): AccumulatorKey {
  const kind = workings.facts.disease === undefined ? careKind : 'chronic'
  return { regionCode, personId, insurance, kind, year }
}

/**
 * Books years as they were worked out; false when somebody else changed one since it was read, and then the transaction is
 * taken back. One statement for all whom the basic fund pays alone, two more for each who has later payers.
 */
export async function bookYears(db: Db, regionCode: string, years: readonly YearOfOne[]): Promise<boolean> {
  const alone = years.filter(({ worked }) => worked.workings.later === undefined)
  const rows = alone.map(({ key, before, worked }) => ({ key, before, after: worked.workings.after }))
  if (rows.length > 0 && (await bookMany(db, regionCode, rows)) < rows.length) return false
  // In the order of the people, as `bookMany`, so that two batches wait for each other once at most.
  const others = years
    .filter(({ worked }) => worked.workings.later !== undefined)
    .toSorted((a, b) => (a.key.personId < b.key.personId ? -1 : 1))
  for (const { key, worked } of others) {
    const { before, after, later } = worked.workings
    const now = await lockYear(db, key, namesOf(later!))
    if (!sameUsed(now, { basic: before, ...later!.before })) return false
    await bookYear(db, key, { basic: after, ...later!.after })
  }
  return true
}

/** Takes what one settlement added out of its person's year; false as `bookYears`. Two statements. */
export async function giveYearBack(db: Db, regionCode: string, settled: SettlementRow): Promise<boolean> {
  const { workings } = settled
  const key = yearKeyOf(regionCode, settled)
  const { later } = workings
  if (later !== undefined) {
    const now = await lockYear(db, key, namesOf(later))
    await bookYear(db, key, withoutAll(now, workings))
    return true
  }
  const [before] = await usedByMany(db, regionCode, [key])
  const after = without(before!.used, workings)
  return (await bookMany(db, regionCode, [{ key, before: before!, after }])) > 0
}

/** What a settlement's later payers and diseases are kept under. */
function namesOf({ after }: NonNullable<Workings['later']>): YearNames {
  const diseases = Object.keys(after.diseases)
  const [id] = diseases
  return {
    stages: Object.keys(after.stages).map((stage) => ({ id: stage })),
    ...(id !== undefined && { disease: { id, cap: { diseases } } }),
  }
}

/** The basic fund's year without what one settlement added to it. */
export function without(
  used: Accumulators,
  { before, after }: Pick<Workings, 'before' | 'after'>,
): Accumulators {
  return {
    year: used.year,
    deductibleUsed: less(used.deductibleUsed, before.deductibleUsed, after.deductibleUsed),
    inScopeUsed: less(used.inScopeUsed, before.inScopeUsed, after.inScopeUsed),
    fundPaid: less(used.fundPaid, before.fundPaid, after.fundPaid),
    admissions: used.admissions - (after.admissions - before.admissions),
  }
}

function withoutAll(used: ChainUsed, workings: Workings): ChainUsed {
  const { before, after } = workings.later!
  const stage = (id: string, it: StageUsed): StageUsed => {
    const [was, is] = [before.stages[id]!, after.stages[id]!]
    return {
      inScopeUsed: less(it.inScopeUsed, was.inScopeUsed, is.inScopeUsed),
      deductibleUsed: less(it.deductibleUsed, was.deductibleUsed, is.deductibleUsed),
      fundPaid: less(it.fundPaid, was.fundPaid, is.fundPaid),
    }
  }
  return {
    basic: without(used.basic, workings),
    stages: Object.fromEntries(Object.entries(used.stages).map(([id, it]) => [id, stage(id, it)])),
    diseases: Object.fromEntries(
      Object.entries(used.diseases).map(([id, paid]) => [
        id,
        less(paid, before.diseases[id]!, after.diseases[id]!),
      ]),
    ),
  }
}

const less = (used: Fen, before: Fen, after: Fen): Fen => fen(used - (after - before))

const inOrder = <T>(record: Readonly<Record<string, T>>) =>
  Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))

function sameUsed(a: ChainUsed, b: ChainUsed): boolean {
  const flat = ({ basic, stages, diseases }: ChainUsed) =>
    JSON.stringify([
      [basic.deductibleUsed, basic.inScopeUsed, basic.fundPaid, basic.admissions],
      inOrder(stages).map(([id, it]) => [id, it.inScopeUsed, it.deductibleUsed, it.fundPaid]),
      inOrder(diseases),
    ])
  return flat(a) === flat(b)
}
