import { formatYuan, sumFen, yuan } from '@yichuang/kernel'
import { inOrder, sameFund } from '../sums.ts'
import type { FundPart, PaymentRow } from './run-row.ts'

type Paid = Pick<PaymentRow, 'funds' | 'state'>

/** What each fund gives to the payments of a run; together the run's total. Sums that come to nothing are left out. */
export function fundsOfRun(payments: readonly Paid[]): FundPart[] {
  return fundsByOutcome(payments)
    .map(({ insurance, payer, amount }) => ({ insurance, payer, amount }))
    .filter(({ amount }) => yuan(amount) !== 0)
}

/** The same, with what the bank has paid of it and what it rejected. */
export function fundsByOutcome(payments: readonly Paid[]) {
  const all = payments.flatMap(({ funds, state }) => funds.map((part) => ({ ...part, state })))
  const keys = all.filter((part, at) => all.findIndex((other) => sameFund(part, other)) === at)
  return keys.toSorted(inOrder).map(({ insurance, payer }) => {
    const same = all.filter((part) => sameFund(part, { insurance, payer }))
    const sum = (some: typeof same) => formatYuan(sumFen(some.map(({ amount }) => yuan(amount))))
    return {
      insurance,
      payer,
      amount: sum(same),
      paid: sum(same.filter(({ state }) => state === 'paid')),
      rejected: sum(same.filter(({ state }) => state === 'rejected')),
    }
  })
}
