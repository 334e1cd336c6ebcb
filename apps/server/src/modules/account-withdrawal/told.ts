import type { Calculation, ExplanationStep } from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import type { Language, Sentences } from '../../platform/problem.ts'
import { totalOf, type Balance } from '../personal-accounts/index.ts'
import type { Proposed } from './withdrawal-row.ts'

/** The money does not come from the fund: it is the person's own. */
export const PAID_FROM: Sentences = { zh: '个人账户', en: 'the personal account' }

/** What an account holds, as a proposal keeps it. */
export function proposedOf(balance: Balance): Proposed {
  return {
    year: balance.year,
    currentYear: formatYuan(balance.currentYear),
    pastYears: formatYuan(balance.pastYears),
    fund: formatYuan(totalOf(balance)),
  }
}

/** The amount and what it is made of; null where a person gave it. */
export function explained(proposed: Proposed | null, language: Language): ExplanationStep | null {
  if (!proposed || 'byHand' in proposed) return null
  const zh = language === 'zh'
  const step = (id: string, sentence: string, amount: string): ExplanationStep => ({
    id,
    sentence,
    amount,
    citations: [],
    children: [],
  })
  const { year, currentYear, pastYears, fund } = proposed
  return {
    ...step('account', zh ? '个人账户余额全部支付' : 'All that the personal account holds is paid out', fund),
    children: [
      step('current-year', zh ? `当年（${year} 年）余额` : `Of this year (${year})`, currentYear),
      step('past-years', zh ? '历年余额' : 'Of the years before', pastYears),
    ],
  }
}

/** The same as a case page takes it; where no account is known, a person gives the amount. */
export function calculationOf(
  proposed: Proposed | null,
  basis: Calculation['basis'],
  language: Language,
): Calculation {
  const zh = language === 'zh'
  const missing = {
    id: 'personal-account',
    title: zh ? '个人账户余额' : 'Balance of the personal account',
    message: zh
      ? '平台没有这个人的个人账户余额，由工作人员核定金额；经办机构可用 yichuang load accounts 导入。'
      : 'The platform does not know the balance of this account, so a person gives the amount; the agency can bring it in with yichuang load accounts.',
  }
  return {
    basis: proposed && 'byHand' in proposed ? 'manual' : basis,
    amounts: null,
    explanation: explained(proposed, language),
    borrowed: null,
    missing: proposed ? [] : [missing],
    assumptions: [],
  }
}
