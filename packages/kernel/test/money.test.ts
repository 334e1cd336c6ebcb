import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ONE,
  fen,
  formatPercent,
  formatRatio,
  formatYuan,
  lesser,
  parseYuan,
  ratio,
  shareOf,
  sumFen,
  yuan,
} from '../src/money.ts'
import type { Fen, Ratio } from '../src/money.ts'

describe('amounts', () => {
  test.each([
    ['0', 0],
    ['0.5', 50],
    ['1800.00', 180_000],
    ['-12.34', -1234],
    ['9999999999999.99', 999_999_999_999_999],
  ])('“%s” yuan are %i fen', (text, amount) => {
    expect(yuan(text)).toBe(amount)
  })

  test.each(['', '1.005', '1,800', '１', '1e3', ' 1', '.5', '1.', '--1', '99999999999999', 'NaN'])(
    '“%s” is no amount of yuan, and the error says so',
    (text) => {
      expect(parseYuan(text)).toBeUndefined()
      expect(() => yuan(text)).toThrow('is not an amount of yuan with at most two decimals')
    },
  )

  test('minus nothing is nothing', () => {
    expect(Object.is(yuan('-0.00'), 0)).toBe(true)
  })

  test('every amount is read back as it was written', () => {
    const amounts = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(yuan(formatYuan(fen(amount)))).toBe(amount)
      }),
    )
  })

  test('a fraction of a fen is refused', () => {
    expect(() => fen(0.1 + 0.2)).toThrow('is not a whole number of fen')
    expect(() => fen(2 ** 53)).toThrow('is not a whole number of fen')
  })

  test('sums and minima', () => {
    expect(sumFen(['0.10', '0.20', '0.30'].map(yuan))).toBe(60)
    expect(lesser(yuan('1'), yuan('2'))).toBe(100)
  })
})

describe('ratios', () => {
  test.each([
    ['0', 0, '0', '0%'],
    ['0.85', 850_000, '0.85', '85%'],
    ['0.603030', 603_030, '0.60303', '60.303%'],
    ['1', 1_000_000, '1', '100%'],
    ['1.000000', 1_000_000, '1', '100%'],
  ])('“%s” is %i millionths, written %s and %s', (text, millionths, plain, percent) => {
    expect(ratio(text)).toBe(millionths)
    expect([formatRatio(ratio(text)), formatPercent(ratio(text))]).toEqual([plain, percent])
  })

  test.each(['1.1', '-0.1', '85%', '0.1234567', '', '.5', '2'])('“%s” is no ratio', (text) => {
    expect(() => ratio(text)).toThrow('is not a ratio between 0 and 1')
  })
})

describe('one share of an amount', () => {
  test.each([
    ['100.05', '0.85', '85.04'],
    ['0.01', '0.5', '0.01'],
    ['0.01', '0.499999', '0.00'],
    ['0.03', '0.5', '0.02'],
  ])('of %s at %s is %s, rounded half up once', (amount, share, result) => {
    expect(formatYuan(shareOf(yuan(amount), ratio(share)))).toBe(result)
  })

  const amounts = fc.oneof(
    fc.integer({ min: 0, max: 100_000_000 }),
    fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    // Around the size at which a product stops being a safe integer.
    fc.integer({ min: 9_007_199_250, max: 9_007_199_260 }),
  )
  const shares = fc.oneof(
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.integer({ min: 999_990, max: 1_000_000 }),
  )

  test('is exact for every amount, small or huge', () => {
    fc.assert(
      fc.property(amounts, shares, (amount, share) => {
        const exact = (BigInt(amount) * BigInt(share) * 2n + 1_000_000n) / 2_000_000n
        expect(BigInt(shareOf(amount as Fen, share as Ratio))).toBe(exact)
      }),
      { numRuns: 3000 },
    )
  })

  test('is exact where the product comes closest to the largest safe integer', () => {
    const wrong: string[] = []
    for (let share = 1; share <= 1_000_000; share += 97) {
      const amount = Math.floor(Number.MAX_SAFE_INTEGER / share)
      const exact = (BigInt(amount) * BigInt(share) * 2n + 1_000_000n) / 2_000_000n
      if (BigInt(shareOf(amount as Fen, share as Ratio)) !== exact) wrong.push(`${amount} × ${share}`)
    }
    expect(wrong).toEqual([])
  })

  test('lies between nothing and all, grows with the amount, and the whole share is the amount', () => {
    fc.assert(
      fc.property(amounts, amounts, shares, (a, b, share) => {
        const [less, more] = [Math.min(a, b) as Fen, Math.max(a, b) as Fen]
        expect(shareOf(less, share as Ratio)).toBeLessThanOrEqual(shareOf(more, share as Ratio))
        expect(shareOf(more, share as Ratio)).toBeLessThanOrEqual(more)
        expect(shareOf(less, share as Ratio)).toBeGreaterThanOrEqual(0)
        expect(shareOf(more, ONE)).toBe(more)
      }),
    )
  })
})
