import { sumFen, yuan, type Fen } from '@yichuang/kernel'

interface RunTotals {
  total: string
  paidTotal: string
  rejectedTotal: string
  payments: readonly { amount: string; state: 'in-run' | 'paid' | 'rejected' | 'cancelled' }[]
}
export interface Reconciliation {
  total: Fen
  paid: Fen
  rejected: Fen
  open: Fen
  /** total less everything accounted for; anything but zero is a fault */
  difference: Fen
}

/** Holds the totals of a run against its lines: what is open is summed from the lines, not taken as the rest. */
export function reconcile(run: RunTotals): Reconciliation {
  const sumOf = (...states: string[]) =>
    sumFen(run.payments.filter(({ state }) => states.includes(state)).map(({ amount }) => yuan(amount)))
  const total = yuan(run.total)
  const paid = yuan(run.paidTotal)
  const rejected = yuan(run.rejectedTotal)
  const open = sumOf('in-run', 'cancelled')
  return { total, paid, rejected, open, difference: (total - paid - rejected - open) as Fen }
}
