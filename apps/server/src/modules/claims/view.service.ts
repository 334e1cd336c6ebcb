import type { TraceStep } from '@yichuang/benefits'
import type { Calculation, Decision, Workings } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { borrowedOf, explanationOf, payersIn } from '../catalogue/index.ts'
import type { CaseRef, HandlerView } from '../cases/index.ts'
import { calculationView, workAgain } from './calculate.ts'
import { readClaimAndDecision } from './claim.queries.ts'
import type { ClaimRow, DecisionRow } from './claim-row.ts'
import { around } from './claims-world.ts'
import { maskedContent } from './open-content.ts'
import { costsAgain } from './read-content.ts'
import { isScheme, schemeFor } from './scheme-shelf.ts'
import { workingsOf } from './workings.ts'

type DecisionView = z.output<typeof Decision>

/**
 * A claim as its case page shows it. The applicant sees no figures between estimate and decision, staff see the last
 * calculation; once decided, both see what the decision rests on. One statement.
 */
export async function claimView(
  db: Db,
  ref: CaseRef,
  viewer: 'applicant' | 'staff',
  language: Language,
): Promise<HandlerView> {
  const row = await readClaimAndDecision(db, ref)
  const decision = row.outcome === null ? null : decisionView(row as DecisionRow, language)
  const content = maskedContent(row)
  const { accident, carePlace } = content.visit
  const situation = { accident, carePlace }
  if (viewer === 'applicant') return { content, situation, coding: null, calculation: null, decision }
  const coding = row.coding ? [...row.coding] : null
  const calculation = decision ? decided(row, decision, language) : await proposed(row, language)
  return { content, situation, coding, calculation, decision }
}

/** What the case page's calculation rests on, in full: the trace of the decision, else of the last calculation. One statement. */
export async function storedWorkings(db: Db, ref: CaseRef, language: Language): Promise<Workings | null> {
  const row = await readClaimAndDecision(db, ref)
  if (row.outcome === 'refused') return null
  const trace =
    row.outcome === null ? (await workedAgain(row))?.trace : row.trace && (JSON.parse(row.trace) as TraceStep)
  return trace ? workingsOf(trace, language) : null
}

function decisionView(row: DecisionRow, language: Language): DecisionView {
  const trace = row.trace === null ? null : (JSON.parse(row.trace) as TraceStep)
  return {
    outcome: row.outcome,
    decidedOn: row.decidedOn,
    by: row.byName,
    reviewedBy: row.reviewedByName,
    reason: row.reason,
    amounts: row.amounts,
    payers: (trace && payersIn(trace, language)) ?? undefined,
    explanation: trace && explanationOf(trace, language),
    borrowed: trace && borrowedOf(trace, language),
    pack: { id: row.packId, version: row.packVersion, hash: row.packHash },
    traceHash: row.traceHash,
  }
}

/** Its explanation stands with the decision; said twice it would be a third of the page. */
function decided(
  { calculation }: Pick<ClaimRow, 'calculation'>,
  { outcome, amounts, payers, borrowed }: DecisionView,
  language: Language,
): Calculation | null {
  if (outcome === 'refused' || !calculation) return null
  const { basis, missing } = calculationView(calculation, undefined, language)
  return { basis, amounts, payers, explanation: null, borrowed, missing, assumptions: [] }
}

async function proposed(row: Omit<ClaimRow, 'bills'>, language: Language): Promise<Calculation | null> {
  if (!row.calculation) return null
  if (!row.calculation.scheme) return calculationView(row.calculation, undefined, language)
  const worked = await workedAgain(row)
  return worked ? calculationView(row.calculation, worked, language) : null
}

/** The stored calculation from its own facts; undefined where there is none, or a notice has changed its lines since. */
async function workedAgain({ calculation, content, coding }: Omit<ClaimRow, 'bills'>) {
  if (!calculation?.scheme) return undefined
  const { scheme: facts, pack: version } = calculation
  const scheme = schemeFor(await around().packs.byHash(version.id, version.hash), facts)
  const costs = costsAgain(content, facts.kind)
  // A notice that is being answered may have changed the lines: figures of other lines are no longer shown.
  const known = new Set(
    [...(coding ?? []), ...calculation.assumed.map((line) => line.coding)].map(({ lineId }) => lineId),
  )
  if (!costs || !isScheme(scheme) || !costs.lines.every(({ lineId }) => known.has(lineId))) return undefined
  return workAgain(calculation, scheme, costs, coding ?? [])
}
