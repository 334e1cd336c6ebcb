import { auditJson, explain } from '@yichuang/benefits'
import type { Accumulators, TraceStep } from '@yichuang/benefits'
import type { Amounts } from '@yichuang/contracts'
import { fen, yuan } from '@yichuang/kernel'
import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { amountsOf, borrowedOf, explanationOf } from '../catalogue/index.ts'
import type { CaseFacts, DecisionInput } from '../cases/index.ts'
import type { DecisionContent } from '../letters/index.ts'
import { lockUsed, type AccumulatorKey } from './accumulator.queries.ts'
import { accumulatorKey } from './calculate.ts'
import { readClaim } from './claim.queries.ts'
import { claimLines } from './claim-lines.ts'
import type { ClaimRow, DecisionFacts, StoredCalculation } from './claim-row.ts'
import { AmountsChanged } from './claims.problems.ts'
import { insertDecision } from './decision.queries.ts'
import { kindOf } from './open-content.ts'
import { costsAgain } from './read-content.ts'
import { relieved, type Relieved } from './relieved.ts'
import { isScheme, schemeFor } from './scheme-shelf.ts'

interface Granted {
  readonly fund: string
  readonly amounts: Amounts | null
  readonly trace: TraceStep | null
  readonly facts: DecisionFacts
  readonly booked: { readonly key: AccumulatorKey; readonly after: Accumulators } | undefined
}

/**
 * Makes a decision final. A grant is worked out again with the year locked, so that claims decided at once never pass a
 * cap; figures that differ from those proposed are not decided (`amounts-changed`). Three statements.
 */
export async function decideClaim(
  db: Db,
  at: CaseFacts,
  input: DecisionInput,
): Promise<{ fund: string; letterContent: DecisionContent } & Relieved> {
  const granted = input.outcome === 'granted' ? await grant(db, at) : undefined
  const trace = granted?.trace ? auditJson(granted.trace) : null
  const traceHash = trace === null ? null : createHash('sm3').update(trace, 'utf8').digest('hex')
  const { outcome, reason, proposal } = input
  const { pack } = at
  const fund = granted?.fund ?? '0.00'
  const amounts = granted?.amounts ?? null
  await insertDecision(
    db,
    at,
    {
      outcome,
      decidedOn: at.today,
      decidedAt: at.now,
      byId: at.actor.id!,
      byName: at.actor.name,
      reviewedById: proposal.byUserId,
      reviewedByName: proposal.by,
      reason: reason || proposal.reason,
      fund,
      amounts,
      facts: granted?.facts ?? null,
      trace,
      traceHash,
      packId: pack.id,
      packVersion: pack.version,
      packHash: pack.hash,
    },
    granted?.booked,
  )
  const missing = granted && 'missing' in granted.facts ? granted.facts.missing : []
  return {
    fund,
    ...(granted ? relieved(at, granted) : {}),
    letterContent: {
      outcome,
      reason: reason || proposal.reason,
      amounts,
      explanation: granted?.trace ? explanationOf(granted.trace, 'zh') : null,
      borrowed: granted?.trace ? borrowedOf(granted.trace, 'zh') : null,
      missing: missing.map(({ sentence }) => sentence.zh),
      pack: { id: pack.id, version: pack.version, hash: pack.hash },
      traceHash,
    },
  }
}

async function grant(db: Db, at: CaseFacts): Promise<Granted> {
  const row = await readClaim(db, at)
  const { calculation } = row
  const costs = costsAgain(row.content, kindOf(at))
  if (!calculation || !costs) throw new Error(`Case ${at.caseId} was proposed without a calculation`)
  const key = accumulatorKey(at, costs)
  const used = key && (await lockUsed(db, key))
  if (calculation.manualFund !== undefined) return byHand(calculation, calculation.manualFund, key, used, at)

  const scheme = calculation.scheme && schemeFor(at.pack, calculation.scheme)
  if (!scheme || !isScheme(scheme) || !key || !used)
    throw new Error(`Case ${at.caseId} was proposed by rules that its pack does not have`)
  const claim = {
    lines: claimLines(costs.lines, codingByLine(row)),
    accumulators: used,
    otherPaid: costs.otherPaid,
  }
  const { result, trace } = explain(scheme, claim)
  const amounts = amountsOf(result)
  if (!sameAmounts(calculation.amounts, amounts))
    throw AmountsChanged({ before: calculation.amounts, now: amounts })
  return {
    fund: amounts.fund,
    amounts,
    trace,
    facts: { scheme: calculation.scheme, claim },
    booked: { key, after: result.after },
  }
}

/** A figure worked out by hand counts towards the year's cap; what it used of deductible and bands nobody knows. */
function byHand(
  { missing }: StoredCalculation,
  manualFund: string,
  key: AccumulatorKey | undefined,
  used: Accumulators | undefined,
  at: CaseFacts,
): Granted {
  const paid = yuan(manualFund)
  const booked = key &&
    used && {
      key,
      after: {
        ...used,
        fundPaid: fen(used.fundPaid + paid),
        admissions: used.admissions + (kindOf(at) === 'inpatient' ? 1 : 0),
      },
    }
  return { fund: manualFund, amounts: null, trace: null, facts: { manualFund, missing }, booked }
}

function codingByLine({ coding }: ClaimRow) {
  return new Map((coding ?? []).map((line) => [line.lineId, line]))
}

function sameAmounts(before: Amounts | null, now: Amounts): boolean {
  return (
    before !== null && Object.entries(now).every(([name, amount]) => before[name as keyof Amounts] === amount)
  )
}
