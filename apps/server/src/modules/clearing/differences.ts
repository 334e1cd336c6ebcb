import { fen, formatYuan, sumFen, type Fen } from '@yichuang/kernel'
import type { ClosedSums } from './world.ts'

/** What the institution says its settlements come to. */
export interface Claimed {
  readonly people: number
  readonly medical: Fen
  readonly recognised: Fen
  readonly fund: Fen
  readonly account: Fen
  readonly cash: Fen
}

export const rowsOf = (parts: readonly ClosedSums[]) => parts.reduce((so, { count }) => so + count, 0)
export const moneyOf = (parts: readonly ClosedSums[], name: keyof ClosedSums['amounts']) =>
  sumFen(parts.map(({ amounts }) => amounts[name]))

/**
 * Each figure on which the two sides differ, with both. What is recognised is what funds and person pay (A12).
 * `cancellations` of the rows: no text says whether they count as visits, and both readings are met.
 */
export function differencesOf(
  parts: readonly ClosedSums[],
  cancellations: number,
  claimed: Claimed,
): string[] {
  const [fund, account, cash] = [
    moneyOf(parts, 'fund_pay_sumamt'),
    moneyOf(parts, 'acct_pay'),
    moneyOf(parts, 'psn_cash_pay'),
  ]
  const figures: readonly [string, Fen, Fen][] = [
    ['医疗费总额（medfee_sumamt）', moneyOf(parts, 'medfee_sumamt'), claimed.medical],
    ['医保认可费用总额（med_sumfee）', fen(fund + account + cash), claimed.recognised],
    ['基金申报总额（fund_appy_sum）', fund, claimed.fund],
    ['个人账户支出（acct_pay）', account, claimed.account],
    ['现金支付金额（cash_payamt）', cash, claimed.cash],
  ]
  const different = figures
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([name, ours, theirs]) => `${name} 中心 ${formatYuan(ours)} 元、机构 ${formatYuan(theirs)} 元`)
  const rows = rowsOf(parts)
  const standing = rows - 2 * cancellations
  if (claimed.people === rows || claimed.people === standing) return different
  const counted = cancellations === 0 ? `${rows}` : `${rows}（不计退费 ${standing}）`
  return [`清算人次（psntime） 中心 ${counted}、机构 ${claimed.people}`, ...different]
}
