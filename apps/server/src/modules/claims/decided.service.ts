import type { CareKind, ChainUsed, Insurance } from '@yichuang/benefits'
import { fen, yearOf, yuan, ZERO_FEN, type Fen } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { CaseRow } from '../cases/index.ts'
import { around } from './claims-world.ts'
import { grantedOf, type DecidedRow } from './decided.queries.ts'
import { kindOf } from './open-content.ts'
import { costsAgain } from './read-content.ts'
import { usedOf } from './replay-record.ts'
import { isScheme, schemeFor } from './scheme-shelf.ts'
import { standingOn, type Standing, type Worked } from './standing.ts'

/** A granted claim in the year it counts in, as it was decided. */
export interface DecidedClaim {
  readonly row: CaseRow
  readonly decidedAt: Date
  readonly insurance: Insurance
  readonly kind: CareKind
  readonly year: number
  readonly standing: Standing
  /** of one worked out by hand: the bills less what others paid, above which no fund pays */
  readonly most?: Fen
}

/** The granted claims among decided cases, in the order they were decided. Cases that are no claims are left out. */
export async function decidedClaims(
  db: Db,
  regionCode: string,
  cases: readonly CaseRow[],
): Promise<DecidedClaim[]> {
  const byId = new Map(cases.map((row) => [row.caseId, row]))
  const decided = await grantedOf(db, regionCode, [...byId.keys()])
  const claims = await Promise.all(decided.map((one) => claimOf(one, byId.get(one.caseId)!)))
  return claims.flatMap((claim) => claim ?? [])
}

async function claimOf(decided: DecidedRow, row: CaseRow): Promise<DecidedClaim | undefined> {
  const { facts, decidedAt } = decided
  const kind = kindOf(row)
  if (!facts || !('scheme' in facts)) {
    const costs = costsAgain(decided.content, kind)
    if (row.insurance === null || costs === undefined) return undefined
    const year = yearOf(costs.on)
    const worked = { by: 'hand', fund: yuan(decided.fund) } as const
    const { standing } = standingOn(worked, undefined, unused(year), kind === 'inpatient' ? 1 : 0)
    const most = fen(costs.total - costs.otherPaid)
    return { row, decidedAt, insurance: row.insurance, kind, year, standing, most }
  }
  const { scheme, claim } = facts
  const worked: Worked = {
    by: 'rules',
    pack: { id: decided.packId, hash: decided.packHash },
    facts: scheme,
    lines: claim.lines,
    ...(claim.otherPaid !== undefined && { otherPaid: claim.otherPaid }),
  }
  const chain = schemeFor(await around().packs.byHash(worked.pack.id, worked.pack.hash), scheme)
  if (!isScheme(chain))
    throw new Error(`The pack of case ${row.caseId} no longer has the rules it was decided by`)
  const { standing } = standingOn(worked, chain, usedOf(claim), 0)
  if (standing.fund !== decided.fund)
    throw new Error(`Case ${row.caseId} does not give its own answer again, so nothing can be built on it`)
  return { row, decidedAt, insurance: scheme.insurance, kind: scheme.kind, year: yearOf(scheme.on), standing }
}

function unused(year: number): ChainUsed {
  const basic = { year, deductibleUsed: ZERO_FEN, inScopeUsed: ZERO_FEN, fundPaid: ZERO_FEN, admissions: 0 }
  return { basic, stages: {}, diseases: {} }
}
