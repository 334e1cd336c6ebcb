import { formatYuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { ContentFaulty, type CaseFacts, type DecisionInput, type ProposalInput } from '../cases/index.ts'
import { Findings, plainContent, readAmount } from '../claims/index.ts'
import type { DecisionContent } from '../letters/index.ts'
import { lockedBalance, payOut, totalOf } from '../personal-accounts/index.ts'
import { checked } from './check.service.ts'
import { explained, PAID_FROM, proposedOf } from './told.ts'
import { AccountNotKnown, BalanceChanged, WithdrawalUnderWay } from './withdrawals.problems.ts'
import { around } from './withdrawals-world.ts'
import type { Proposed } from './withdrawal-row.ts'
import {
  freeAccount,
  insertDecision,
  readWithdrawal,
  takeAccount,
  updateProposed,
} from './withdrawal.queries.ts'

/**
 * Keeps what a proposal rests on; gives what is to be paid. What the account holds is what is paid; only where no account
 * is known does the reviewer give the amount and its basis.
 */
export async function proposeWithdrawal(
  db: Db,
  at: CaseFacts,
  proposal: ProposalInput,
): Promise<{ fund: string }> {
  if (proposal.outcome === 'refuse') {
    await updateProposed(db, at, null)
    return { fund: '0.00' }
  }
  const found = new Findings(at.language)
  const row = await readWithdrawal(db, at)
  // A notice may have changed what was typed: it is checked again, whole.
  const balance = await checked(db, found, at, plainContent(row, around().cipher))
  const proposed = balance ? proposedOf(balance) : byHand(found, proposal)
  if (balance && proposal.manualFund !== undefined)
    found.fault('manualFund', 'manual-not-needed', {
      zh: `个人账户余额 ${proposed.fund} 元，支取的就是余额。请清空人工核定的金额；余额有误的，请先更正账目。`,
      en: `The account holds ${proposed.fund} yuan, and that is what is paid out. Clear the amount worked out by hand; if the balance is wrong, correct the account.`,
    })
  if (found.faults.length > 0) throw ContentFaulty({ faults: found.faults })
  if (!(await takeAccount(db, at, row.personId))) throw WithdrawalUnderWay()
  await updateProposed(db, at, proposed)
  return { fund: proposed.fund }
}

/** What a person worked out, on a basis that is written down. */
function byHand(found: Findings, { manualFund, reason }: ProposalInput): Proposed {
  if (manualFund === undefined) throw AccountNotKnown()
  const field = { zh: '人工核定的金额', en: 'The amount worked out by hand' }
  const amount = readAmount(found, 'manualFund', field, manualFund)
  if (reason.trim().length < 2)
    found.fault('reason', 'manual-reason', {
      zh: '人工核定须在理由中写明核对余额的依据。',
      en: 'An amount worked out by hand needs its basis, written in the reason.',
    })
  return { byHand: true, fund: amount === undefined ? '0.00' : formatYuan(amount) }
}

/**
 * Makes a decision final. A grant pays all of the account out and closes it; a balance that is no longer the one proposed
 * is not decided (`balance-changed`).
 */
export async function decideWithdrawal(
  db: Db,
  at: CaseFacts,
  { outcome, reason, proposal }: DecisionInput,
): Promise<{ fund: string; letterContent: DecisionContent }> {
  const { pack, personId } = at
  const { proposed } = await readWithdrawal(db, at)
  const granted = outcome === 'granted'
  if (granted && !proposed) throw new Error(`Case ${at.caseId} was proposed without an amount`)
  if (granted && proposed) await settle(db, at, proposed)
  const decided = granted ? proposed : null
  const fund = decided?.fund ?? '0.00'
  await insertDecision(db, at, {
    personId,
    outcome,
    decidedOn: at.today,
    decidedAt: at.now,
    byId: at.actor.id!,
    byName: at.actor.name,
    reviewedById: proposal.byUserId,
    reviewedByName: proposal.by,
    reason: reason || proposal.reason,
    fund,
    proposed: decided,
    packId: pack.id,
    packVersion: pack.version,
    packHash: pack.hash,
  })
  if (granted) await freeAccount(db, at, personId)
  return {
    fund,
    letterContent: {
      outcome,
      reason: reason || proposal.reason,
      amounts: null,
      explanation: explained(decided, 'zh'),
      borrowed: null,
      missing: decided && 'byHand' in decided ? ['个人账户余额（平台没有，由工作人员核对后核定）'] : [],
      pack: { id: pack.id, version: pack.version, hash: pack.hash },
      traceHash: null,
      paidFrom: PAID_FROM,
    },
  }
}

/** Books what was proposed. An account that has come to be known since is one that has changed. */
async function settle(db: Db, at: CaseFacts, proposed: Proposed): Promise<void> {
  const { regionCode, personId, caseId, today: day } = at
  const now = await lockedBalance(db, regionCode, personId, day)
  const held = now && formatYuan(totalOf(now))
  if (!held && 'byHand' in proposed) return
  if (now?.closedOn || 'byHand' in proposed || held !== proposed.fund)
    throw BalanceChanged({ before: proposed.fund, now: held ?? '0.00' })
  await payOut(db, regionCode, personId, { caseId, day })
}
