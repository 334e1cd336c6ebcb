import { sumFen, yuan, type Fen } from '@yichuang/kernel'
import type { PaymentRow } from './run-row.ts'

/** What each fund gives of something, by its name in the national interface, yuan. */
export type Split = Readonly<Record<string, string>>

const BASIC = 'hifp_pay'
/** The funds by their names in the national interface (setlinfo), in its order. */
const FUNDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  [BASIC]: { zh: '基本医疗保险统筹基金', en: 'Basic insurance fund' },
  cvlserv_pay: { zh: '公务员医疗补助', en: 'Civil servants’ supplement' },
  hifes_pay: { zh: '企业补充医疗保险', en: 'Employers’ supplement' },
  hifmi_pay: { zh: '居民大病保险', en: 'Critical-illness insurance' },
  hifob_pay: { zh: '职工大额医疗费用补助', en: 'Large-amount fund of employees' },
  maf_pay: { zh: '医疗救助基金', en: 'Medical aid' },
  oth_pay: { zh: '其他支出', en: 'Other' },
  acct_pay: { zh: '个人账户', en: 'Personal account' },
}
const ORDER = Object.keys(FUNDS)

/** What the bank did with the part of one fund; `open` is the rest. */
export interface FundSums {
  readonly payer: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly total: Fen
  readonly paid: Fen
  readonly rejected: Fen
}

type Paid = Pick<PaymentRow, 'amount' | 'payers'>

/** The split of a payment; an Error when its parts are not its amount to the fen, or of a fund nobody knows. */
export function splitOf({ amount, payers }: Paid): [payer: string, amount: Fen][] {
  const parts = Object.entries(payers ?? { [BASIC]: amount }).map(
    ([payer, part]) => [payer, yuan(part)] as [string, Fen],
  )
  if (sumFen(parts.map(([, part]) => part)) !== yuan(amount) || parts.some(([payer]) => !FUNDS[payer]))
    throw new Error(`The funds ${JSON.stringify(payers)} do not make up a payment of ${amount} yuan`)
  return parts.filter(([, part]) => part > 0).sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
}

/** What each fund gives to some payments, and how far the bank has paid it. To the fen these are the sums of the payments. */
export function fundSums(payments: readonly (Paid & Pick<PaymentRow, 'state'>)[]): FundSums[] {
  const sums = new Map<string, { total: number; paid: number; rejected: number }>()
  for (const payment of payments)
    for (const [payer, part] of splitOf(payment)) {
      const of = sums.get(payer) ?? { total: 0, paid: 0, rejected: 0 }
      of.total += part
      if (payment.state === 'paid' || payment.state === 'rejected') of[payment.state] += part
      sums.set(payer, of)
    }
  return ORDER.flatMap((payer) => {
    const { total, paid, rejected } = sums.get(payer) ?? {}
    if (total === undefined) return []
    return [
      { payer, title: FUNDS[payer]!, total: total as Fen, paid: paid as Fen, rejected: rejected as Fen },
    ]
  })
}

/** How the bank file says a split: `基本医疗保险统筹基金 35640.00；居民大病保险 4416.00`. */
export function splitWords(parts: readonly (readonly [payer: string, amount: string])[]): string {
  return parts.map(([payer, amount]) => `${FUNDS[payer]!.zh} ${amount}`).join('；')
}
