import { formatYuan, yuan } from '@yichuang/kernel'
import { measureNamed, type MeasureInForce, type Pack } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { citationOf } from '../catalogue/index.ts'
import { addSums, stateOf, sumsView } from './ledger.ts'
import {
  entries,
  findGrant,
  grantsOf,
  reportedUse,
  type EntryRow,
  type GrantRow,
} from './prepayment.queries.ts'
import { sumsOf } from './prepayment.service.ts'
import { PrepaymentNotFound } from './prepayments.problems.ts'

/** For whom advances are shown. */
export interface Read {
  readonly regionCode: string
  readonly pack: Pack
  readonly language: Language
}

/** Advances of a city, newest first, with the sums of all and of each hospital, and what they may be granted by today. */
export async function listing(db: Db, read: Read, measures: readonly MeasureInForce[]) {
  const { regionCode, pack, language } = read
  const rows = await grantsOf(db, regionCode)
  const use = new Map((await reportedUse(db, regionCode)).map((row) => [row.hospitalCode, row]))
  const hospitals = [...Map.groupBy(rows, ({ hospitalCode }) => hospitalCode)]
  return {
    items: rows.map((row) => prepaymentView(row, pack, language)),
    total: sumsView(addSums(rows.map(sumsOf))),
    byHospital: hospitals.map(([hospitalCode, grants]) => ({
      hospitalCode,
      hospitalName: grants[0]!.hospitalName,
      sums: sumsView(addSums(grants.map(sumsOf))),
      patients: use.get(hospitalCode)?.patients ?? 0,
      medicalTotal: formatYuan(yuan(use.get(hospitalCode)?.medicalTotal ?? '0.00')),
    })),
    measures: measures.map(({ measure, acting, source }) => ({
      measureId: acting.measure,
      title: measure.title[language],
      citation: citationOf(source, language).citation,
    })),
  }
}

/** Advances of one hospital, newest first, with their sums, as its own office sees them. */
export async function listingOf(db: Db, { regionCode, pack, language }: Read, hospitalCode: string) {
  const rows = (await grantsOf(db, regionCode)).filter((row) => row.hospitalCode === hospitalCode)
  return {
    items: rows.map((row) => prepaymentView(row, pack, language)),
    total: sumsView(addSums(rows.map(sumsOf))),
  }
}

/** An advance with its ledger. Throws `prepayment-not-found`. */
export async function wholePrepayment(db: Db, { regionCode, pack, language }: Read, grantId: string) {
  const row = await findGrant(db, regionCode, grantId)
  if (!row) throw PrepaymentNotFound()
  const ledger = await entries(db, regionCode, grantId)
  return { prepayment: prepaymentView(row, pack, language), entries: ledger.map(entryView) }
}

/** An advance as others see it. */
export function prepaymentView(row: GrantRow, pack: Pack, language: Language) {
  const measure = row.measureId === null ? undefined : measureNamed(pack, row.measureId)
  const sums = sumsOf(row)
  return {
    grantId: row.grantId,
    number: row.number,
    hospitalCode: row.hospitalCode,
    hospitalName: row.hospitalName,
    insurance: row.insurance,
    authority: measure?.measure.title[language] ?? row.document ?? row.measureId ?? '',
    grantedOn: row.grantedOn,
    grantedBy: row.grantedBy,
    reason: row.reason,
    sums: sumsView(sums),
    state: stateOf(sums),
    version: row.entries,
  }
}

function entryView(entry: EntryRow, _: number, all: readonly EntryRow[]) {
  const corrected = all.some(({ corrects }) => corrects === entry.seq)
  return { ...entry, corrected, at: entry.at.toISOString() }
}
