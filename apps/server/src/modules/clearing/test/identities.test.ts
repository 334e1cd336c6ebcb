import { fen, formatYuan, yuan, type Fen } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nothingTaken, taken, totalsOf, type FundSums } from '../sums.ts'

const money = fc.integer({ min: -50_000_00, max: 50_000_00 }).map((amount) => amount as Fen)
const fund = fc.record({
  insurance: fc.constantFrom('employee' as const, 'resident' as const),
  payer: fc.constantFrom('hifp_pay' as const, 'hifmi_pay' as const, 'acct_pay' as const),
  applied: money,
})
const off = fc.record({
  deducted: fc.integer({ min: 0, max: 60_000_00 }).map((amount) => amount as Fen),
  offset: fc.integer({ min: 0, max: 60_000_00 }).map((amount) => amount as Fen),
  depositShare: fc.option(fc.constantFrom('0', '0.03', '0.05', '0.1', '1')),
})

describe('what is taken off a fund', () => {
  it('leaves applied = deducted + deposit + offset + payable to the fen, or is refused', () => {
    fc.assert(
      fc.property(fund, off, ({ applied, ...key }, less) => {
        const after = taken(nothingTaken(key, applied), less)
        const left = applied - less.deducted
        // Only what is more than there is, or an offset of another fund, is refused.
        const refusable = (less.deducted > 0 && left < 0) || less.offset > 0
        expect(after !== undefined || refusable).toBe(true)
        const { deducted, deposit, offset, payable } = after ?? nothingTaken(key, applied)
        expect(fen(deducted + deposit + offset + payable)).toBe(applied)
        expect(Math.min(deducted, deposit, offset)).toBeGreaterThanOrEqual(0)
        expect(payable).toBeGreaterThanOrEqual(Math.min(applied, 0))
        const never = key.payer === 'acct_pay' || less.depositShare === null
        expect(never ? deposit : 0).toBe(0)
      }),
    )
  })

  it('adds up over funds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fund, off), { maxLength: 6 }), (list) => {
        const funds = list.map(([{ applied, ...key }, less]): FundSums => {
          const bare = nothingTaken(key, applied)
          return taken(bare, less) ?? bare
        })
        const { applied, deducted, deposit, offset, payable } = totalsOf(funds)
        expect(applied).toBe(deducted + deposit + offset + payable)
        expect(yuan(formatYuan(applied))).toBe(applied)
      }),
    )
  })
})
