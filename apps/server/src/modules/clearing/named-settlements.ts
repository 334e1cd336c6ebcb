import { fen, formatYuan, sumFen, yuan, type Fen } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { rowsToClear } from '../settlement/index.ts'
import type { ApplicationRow } from './application-row.ts'
import { ClearingReviewFaulty } from './clearing.problems.ts'

const AT_ONCE = 5000

/** That each settlement a deduction names is one of those applied for, and loses no more than was paid for it. */
export async function checkSettlements(
  db: Db,
  regionCode: string,
  row: ApplicationRow,
  deductions: readonly { readonly amount: string; readonly settlementId?: string | undefined }[],
): Promise<void> {
  const named = Map.groupBy(deductions, ({ settlementId }) => settlementId)
  named.delete(undefined)
  let place: Parameters<typeof rowsToClear>[3]
  while (named.size > 0) {
    const rows = await rowsToClear(db, regionCode, row, place, AT_ONCE)
    for (const { settlementId, fund, account } of rows) {
      const off = named.get(settlementId)
      if (!off) continue
      const paid = fen(yuan(fund) + yuan(account))
      if (sumFen(off.map(({ amount }) => yuan(amount))) > paid) throw moreThanPaid(settlementId, paid)
      named.delete(settlementId)
    }
    const last = rows.at(-1)
    if (rows.length < AT_ONCE || !last) break
    place = { day: last.settledOn, settlementId: last.settlementId }
  }
  const [unknown] = named.keys()
  if (unknown !== undefined) throw notBehind(unknown)
}

const notBehind = (settlementId: string) =>
  ClearingReviewFaulty({
    zh: `结算 ${settlementId} 不在这份申请中，不能就它扣款。请从申请的结算明细中选择。`,
    en: `Settlement ${settlementId} is not one of this application. Choose one of those behind it.`,
  })
const moreThanPaid = (settlementId: string, paid: Fen) =>
  ClearingReviewFaulty({
    zh: `对结算 ${settlementId} 的扣款超过了该结算由基金和个人账户支付的 ${formatYuan(paid)} 元。`,
    en: `Deductions of settlement ${settlementId} are more than the ${formatYuan(paid)} yuan that funds and account paid of it.`,
  })
