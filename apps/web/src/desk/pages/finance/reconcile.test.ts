import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatYuan, type Fen } from '@yichuang/kernel'
import { reconcile } from './reconcile.ts'

const states = ['in-run', 'paid', 'rejected'] as const
const payment = fc.record({ fen: fc.integer({ min: 1, max: 10_000_000 }), state: fc.constantFrom(...states) })
const sum = (payments: { fen: number }[]) =>
  formatYuan(payments.reduce((total, { fen }) => total + fen, 0) as Fen)

test('a run whose totals come from its lines balances to the fen', () => {
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 50 }), (payments) => {
      const of = (state: string) => sum(payments.filter((line) => line.state === state))
      const run = {
        total: sum(payments),
        paidTotal: of('paid'),
        rejectedTotal: of('rejected'),
        payments: payments.map(({ fen, state }) => ({ amount: formatYuan(fen as Fen), state })),
      }
      expect(reconcile(run).difference).toBe(0)
    }),
  )
})

test('one fen too few is reported', () => {
  const payments = [{ amount: '10.00', state: 'paid' as const }]
  expect(reconcile({ total: '10.01', paidTotal: '10.00', rejectedTotal: '0.00', payments }).difference).toBe(
    1,
  )
})
