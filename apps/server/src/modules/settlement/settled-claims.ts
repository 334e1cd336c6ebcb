import type { CareKind, Insurance } from '@yichuang/benefits'
import { fen, formatYuan, type Fen } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { isScheme, schemeFor, standingOn, type Standing, type Worked } from '../claims/index.ts'
import { takings } from './account.ts'
import { claimLine } from './fee-lines.ts'
import { feeDetails } from './fees.queries.ts'
import { findSettlement, standingOf, type SettlementRow } from './settlement.queries.ts'
import { netLines } from './stay/net-lines.ts'
import { sameAdmission } from './stay/stay-settle.ts'
import { around, itemsByCode } from './world.ts'

/** A settlement that nobody has taken back, in the year it counts in, as it was settled. */
export interface SettledClaim {
  readonly settlementId: string
  readonly visitId: string
  readonly institutionCode: string
  readonly settledAt: Date
  readonly insurance: Insurance
  readonly kind: CareKind
  readonly year: number
  readonly standing: Standing
  /** what personal accounts paid of it, in the order in which they did; empty where none did */
  readonly accounts: readonly AccountPart[]
}

/** One account's part of a settlement in fen, and what the account had left after it. */
export interface AccountPart {
  readonly personId: string
  /** of a relative's account: the leave to use it */
  readonly shareId?: string
  /** the year its money counted in */
  readonly year: number
  readonly currentYear: Fen
  readonly pastYears: Fen
  readonly left: { readonly currentYear: Fen; readonly pastYears: Fen }
}

/** The settlements of a person's year that stand, in the order they were settled; births count in none. Two statements each, and one. */
export async function settledClaims(
  db: Db,
  regionCode: string,
  personId: string,
  of: { readonly insurance: Insurance; readonly year: number },
): Promise<SettledClaim[]> {
  const claims: SettledClaim[] = []
  for (const row of await standingOf(db, regionCode, personId, of))
    if (!row.workings.maternity) claims.push(await claimOf(db, regionCode, row))
  return claims
}

/** Whose settlement it is and in which year it counts; undefined when there is none, or it was taken back. */
export async function standingSettlement(db: Db, regionCode: string, settlementId: string) {
  const row = await findSettlement(db, regionCode, settlementId)
  return row && row.cancels === null && row.cancelledBy === null ? row : undefined
}

async function claimOf(db: Db, regionCode: string, row: SettlementRow): Promise<SettledClaim> {
  const { settlementId, visitId, institutionCode, settledAt, insurance, careKind: kind, year, workings } = row
  const { pack, facts, before, after, transferred, later } = workings
  const worked: Worked = {
    by: 'rules',
    pack,
    facts,
    lines: await linesOf(db, regionCode, row),
    ...(transferred && { transferred }),
  }
  const nobody = { stages: {}, diseases: {} }
  const known = schemeFor(await around().packs.byHash(pack.id, pack.hash), facts)
  if (!isScheme(known)) throw new Error(`The pack of settlement ${settlementId} no longer has its rules`)
  const chain = transferred ? sameAdmission(known) : known
  const { standing } = standingOn(worked, chain, { basic: before, ...(later?.before ?? nobody) }, 0)
  if (standing.fund !== formatYuan(row.amounts.fund_pay_sumamt))
    throw new Error(
      `Settlement ${settlementId} does not give its own answer again, so nothing can be built on it`,
    )
  return {
    settlementId,
    visitId,
    institutionCode,
    settledAt,
    insurance,
    kind,
    year,
    standing: { ...standing, after: { basic: after, ...(later?.after ?? nobody) } },
    accounts: accountParts(row),
  }
}

function accountParts(row: SettlementRow): AccountPart[] {
  return takings([row]).map(({ personId, shareId, held, currentYear, pastYears }) => ({
    personId,
    ...(shareId !== undefined && { shareId }),
    year: held.year,
    currentYear,
    pastYears,
    left: {
      currentYear: fen(held.currentYear - currentYear),
      pastYears: fen(held.pastYears - pastYears),
    },
  }))
}

/** The lines it was settled on, under the names people know. */
async function linesOf(
  db: Db,
  regionCode: string,
  { visitId, settlementId, careKind, workings: { facts } }: SettlementRow,
) {
  const uploads = await feeDetails(db, regionCode, visitId, settlementId)
  const sent = uploads.flatMap((upload) => upload.sent)
  const classed = uploads.flatMap((upload) => upload.classed)
  const codes = new Map(sent.map((line) => [line.feedetl_sn, line.med_list_codg]))
  const items = await itemsByCode(db, regionCode, [...codes.values()], facts.on)
  const left = careKind === 'inpatient' ? [...netLines(classed).values()] : classed
  return left
    .filter(({ amount }) => amount !== 0)
    .map((line) => {
      const code = codes.get(line.sn) ?? line.sn
      return { ...claimLine(line), name: items.get(code)?.name ?? code }
    })
}
