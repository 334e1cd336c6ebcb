import { checkClaim, type ClaimFault } from '../check-claim.ts'
import { withAccumulators } from './calculate-chain.ts'
import type { ChainClaim } from './chain.ts'

/** Everything that keeps a claim from being worked through a chain; empty when nothing does. */
export function checkChainClaim(claim: ChainClaim): ClaimFault[] {
  const faults = checkClaim(withAccumulators(claim))
  const report = (code: string, zh: string, en: string) =>
    void faults.push({ code, values: {}, sentences: { 'zh-CN': zh, en } })

  const { lines, used, bonusYears = 0, accounts = {}, transferred } = claim
  const outside = lines.findIndex((line) => !line.inPlan && line.class !== 'C')
  if (outside >= 0 && lines.some((line) => line.inPlan))
    report(
      'plan-mixed',
      `第 ${outside + 1} 行不在国家规定的诊疗方案内，却和方案内的费用一起申报。请把方案内和方案外的费用分开申报。`,
      `line ${outside + 1} is not in the treatment plan of the state but claimed together with lines that are. Claim them apart.`,
    )
  if (!isCount(bonusYears))
    report(
      'bonus-years-invalid',
      '连续参保年数应为不小于 0 的整数。请重新填写。',
      'the years of unbroken enrolment must be a whole number, not negative. Enter it again.',
    )
  if (!Object.values(accounts).every(isCount))
    report(
      'account-invalid',
      '个人账户余额不能为负数，也不能有不足一分的零头。请重新填写。',
      'what lies in the personal account must not be negative or have a fraction of a fen. Enter it again.',
    )
  if (transferred && (!isCount(transferred.deducted) || !isCount(transferred.admission - 1)))
    report(
      'transfer-invalid',
      '转院前的住院次数应从 1 起，已承担的起付线不能为负数。请重新填写。',
      'the admission before the transfer counts from 1, and what was deducted must not be negative. Enter them again.',
    )
  for (const [id, stage] of Object.entries(used.stages))
    if (
      ![stage.inScopeUsed, stage.deductibleUsed, stage.fundPaid].every(isCount) ||
      stage.deductibleUsed > stage.inScopeUsed
    )
      report(
        'stage-used-invalid',
        `“${id}”的年度累计有负数，或起付线超过了计算基数。请更正后再算。`,
        `what was used of “${id}” this year is negative, or its deductible is more than its base. Correct it first.`,
      )
  if (!Object.values(used.diseases).every(isCount))
    report(
      'disease-used-invalid',
      '病种的年度累计不能为负数。请更正后再算。',
      'what was paid for a disease this year must not be negative. Correct it first.',
    )
  return faults
}

function isCount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0
}
