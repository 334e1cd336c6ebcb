import { auditJson } from '@yichuang/benefits'
import type { ChainUsed, TraceStep } from '@yichuang/benefits'
import type { Amounts } from '@yichuang/contracts'
import { fen, yuan } from '@yichuang/kernel'
import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { isBasicOnly } from '@yichuang/policy'
import { borrowedOf, explanationOf, payersIn } from '../catalogue/index.ts'
import type { CaseFacts, DecisionInput } from '../cases/index.ts'
import type { DecisionContent } from '../letters/index.ts'
import { lockUsed, type AccumulatorKey } from './accumulator.queries.ts'
import { accumulatorKey } from './calculate.ts'
import { readClaim } from './claim.queries.ts'
import { claimLines } from './claim-lines.ts'
import type { ClaimRow, DecisionFacts, PayerAmounts, StoredCalculation } from './claim-row.ts'
import { AmountsChanged } from './claims.problems.ts'
import { insertDecision } from './decision.queries.ts'
import { kindOf } from './open-content.ts'
import { lockYear } from './person-year.queries.ts'
import { costsAgain } from './read-content.ts'
import { relieved, type Relieved } from './relieved.ts'
import { isScheme, schemeFor } from './scheme-shelf.ts'
import { claimOn, workOut } from './work-out.ts'

interface Granted {
  readonly fund: string
  readonly amounts: Amounts | null
  readonly payers: PayerAmounts | null
  readonly trace: TraceStep | null
  readonly facts: DecisionFacts
  readonly booked: { readonly key: AccumulatorKey; readonly after: ChainUsed } | undefined
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
      payers: granted?.payers ?? null,
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
      payers: (granted?.trace && payersIn(granted.trace, 'zh')) ?? null,
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
  // The day that counted for the calculation decides the year; where a person worked it out, that of the discharge.
  const key = accumulatorKey(at, calculation.scheme ?? costs)
  if (calculation.manualFund !== undefined)
    return byHand(calculation, calculation.manualFund, key, key && (await lockBasic(db, key)), at)

  const scheme = calculation.scheme && schemeFor(at.pack, calculation.scheme)
  if (!scheme || !isScheme(scheme) || !key)
    throw new Error(`Case ${at.caseId} was proposed by rules that its pack does not have`)
  const used = isBasicOnly(scheme) ? await lockBasic(db, key) : await lockYear(db, key, scheme)
  const lines = claimLines(costs.lines, codingByLine(row))
  const claim = claimOn(scheme, { lines, otherPaid: costs.otherPaid }, used)
  const { amounts, payers, trace, after } = workOut(scheme, claim)
  if (!same(calculation.amounts, amounts) || !same(calculation.payers ?? null, payers))
    throw AmountsChanged({ before: calculation.amounts, now: amounts })
  const facts = { scheme: calculation.scheme, claim }
  return { fund: amounts.fund, amounts, payers, trace, facts, booked: { key, after } }
}

async function lockBasic(db: Db, key: AccumulatorKey): Promise<ChainUsed> {
  return { basic: await lockUsed(db, key), stages: {}, diseases: {} }
}

/** A figure worked out by hand counts towards the year's cap; what it used of deductible and bands nobody knows. */
function byHand(
  { missing }: StoredCalculation,
  manualFund: string,
  key: AccumulatorKey | undefined,
  used: ChainUsed | undefined,
  at: CaseFacts,
): Granted {
  const paid = yuan(manualFund)
  const booked = key &&
    used && {
      key,
      after: {
        ...used,
        basic: {
          ...used.basic,
          fundPaid: fen(used.basic.fundPaid + paid),
          admissions: used.basic.admissions + (kindOf(at) === 'inpatient' ? 1 : 0),
        },
      },
    }
  return {
    fund: manualFund,
    amounts: null,
    payers: null,
    trace: null,
    facts: { manualFund, missing },
    booked,
  }
}

function codingByLine({ coding }: ClaimRow) {
  return new Map((coding ?? []).map((line) => [line.lineId, line]))
}

/** Whether two sets of amounts say the same of everything the second names. */
function same<T extends object>(before: T | null, now: T | null): boolean {
  if (before === null || now === null) return before === now
  return Object.entries(now).every(([name, amount]) => before[name as keyof T] === amount)
}
