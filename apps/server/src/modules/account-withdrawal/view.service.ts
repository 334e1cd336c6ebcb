import type { ClaimContent } from '@yichuang/contracts'
import type { Situation } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import type { CaseRef, HandlerView } from '../cases/index.ts'
import { maskedContent } from '../claims/index.ts'
import { readAccount } from '../personal-accounts/index.ts'
import { calculationOf, explained, proposedOf } from './told.ts'
import type { DecisionRow } from './withdrawal-row.ts'
import { readWithdrawalAndDecision } from './withdrawal.queries.ts'

/**
 * A withdrawal as its case page shows it. The applicant reads of an amount once it is decided; staff see what was proposed,
 * and until then what the account holds. One statement, or two.
 */
export async function withdrawalView(
  db: Db,
  ref: CaseRef,
  viewer: 'applicant' | 'staff',
  language: Language,
): Promise<HandlerView> {
  const row = await readWithdrawalAndDecision(db, ref)
  const content = maskedContent(row)
  const decision = row.outcome === null ? null : decisionView(row as DecisionRow, language)
  const told = { content, situation: situationOf(content), coding: null, decision }
  if (viewer === 'applicant' || row.outcome === 'refused') return { ...told, calculation: null }
  const proposed = row.decided ?? row.proposed
  if (proposed) return { ...told, calculation: calculationOf(proposed, 'coded', language) }
  const account = await readAccount(db, ref.regionCode, row.personId)
  const held = account && account.closedOn === null ? proposedOf(account) : null
  return { ...told, calculation: calculationOf(held, 'estimate', language) }
}

/** Why the account is paid out decides which papers are asked for. */
export function situationOf({ withdrawal }: ClaimContent): Situation {
  return withdrawal?.reason ? { reason: withdrawal.reason } : {}
}

function decisionView(row: DecisionRow, language: Language): NonNullable<HandlerView['decision']> {
  return {
    outcome: row.outcome,
    decidedOn: row.decidedOn,
    by: row.byName,
    reviewedBy: row.reviewedByName,
    reason: row.reason,
    amounts: null,
    explanation: explained(row.decided, language),
    borrowed: null,
    pack: { id: row.packId, version: row.packVersion, hash: row.packHash },
    traceHash: null,
  }
}
