import type { ClaimContent } from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import { itemOn } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { ContentFaulty, type CaseFacts, type HandInFacts, type HandlerCheck } from '../cases/index.ts'
import { Findings, plainContent } from '../claims/index.ts'
import { getPerson } from '../insured/index.ts'
import { balanceOn, totalOf, type Balance } from '../personal-accounts/index.ts'
import { readWithdrawal } from './read-withdrawal.ts'
import { calculationOf, proposedOf } from './told.ts'
import { WithdrawalUnderWay } from './withdrawals.problems.ts'
import { around } from './withdrawals-world.ts'
import { caseUnderWay, lastGranted, readWithdrawal as readRow, takeAccount } from './withdrawal.queries.ts'

/** Every fault of what was typed and of the account it is about, and what the account holds. Three statements. */
export async function checked(
  db: Db,
  found: Findings,
  at: CaseFacts,
  content: ClaimContent,
): Promise<Balance | undefined> {
  const { regionCode, personId, today } = at
  const [person, balance, before] = await Promise.all([
    getPerson(db, regionCode, personId),
    balanceOn(db, regionCode, personId, today),
    lastGranted(db, regionCode, personId),
  ])
  const item = itemOn(at.pack, at.itemId, today) ?? { situations: [] }
  readWithdrawal(found, content, { item, personName: person.name, today })
  if (balance?.closedOn)
    found.fault('withdrawal.reason', 'account-closed', {
      zh: `个人账户已于 ${balance.closedOn} 支取并结清，没有可支取的余额。对金额有疑问的，请查看原办件的决定书。`,
      en: `The account was paid out and closed on ${balance.closedOn}; nothing is left in it. If the amount was wrong, see the decision of that case.`,
    })
  else if (balance && totalOf(balance) === 0)
    found.fault('withdrawal.reason', 'account-empty', {
      zh: '个人账户余额为 0，没有可支取的余额。对余额有疑问的，请到窗口核对账目。',
      en: 'The account holds nothing that could be paid out. If that is wrong, have the entries checked at a window.',
    })
  else if (!balance && before)
    found.warn('withdrawal.reason', 'withdrawn-before', {
      zh: `这个人的个人账户已于 ${before.decidedOn} 批准支取 ${before.fund} 元。请核对是否重复申请。`,
      en: `A withdrawal of ${before.fund} yuan was granted to this person on ${before.decidedOn}. Check whether this is the same money.`,
    })
  return balance
}

/** What the person is told before they hand in: every fault, and what the account holds. */
export async function checkWithdrawal(db: Db, at: CaseFacts): Promise<HandlerCheck> {
  const found = new Findings(at.language)
  const row = await readRow(db, at)
  const [balance, other] = await Promise.all([
    checked(db, found, at, plainContent(row, around().cipher)),
    caseUnderWay(db, at.regionCode, at.personId),
  ])
  if (other !== undefined && other !== at.caseId)
    found.fault('withdrawal.reason', WithdrawalUnderWay.code, {
      zh: '这个人的个人账户已有一件支取申请在办。请在原办件中补充，或先撤回原办件。',
      en: 'An application for this account is under way. Add to that case, or withdraw it first.',
    })
  const calculation = calculationOf(balance ? proposedOf(balance) : null, 'estimate', at.language)
  return {
    faults: found.faults,
    warnings: found.warnings,
    estimate: found.faults.length === 0 ? calculation : null,
    missing: calculation.missing,
  }
}

/** Hands a withdrawal in: from now on no other case may ask for the same account. */
export async function handInWithdrawal(
  db: Db,
  at: CaseFacts & HandInFacts,
): Promise<{ total: string | null }> {
  const found = new Findings(at.language)
  const content = at.content ?? plainContent(await readRow(db, at), around().cipher)
  const balance = await checked(db, found, at, content)
  const faults = [...at.faults, ...found.faults]
  if (faults.length > 0) throw ContentFaulty({ faults })
  if (!(await takeAccount(db, at, at.personId))) throw WithdrawalUnderWay()
  return { total: balance ? formatYuan(totalOf(balance)) : null }
}
