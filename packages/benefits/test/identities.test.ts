import { explain, reimburse, replay, type BenefitResult } from '@yichuang/benefits'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyClaim, anyScheme } from './made-up.ts'
import { referenceResult } from './reference.ts'

const runs = { numRuns: 1000 }

it('pays what the calculation written a second time pays, for any claim under any scheme', () => {
  fc.assert(
    fc.property(anyScheme, anyClaim, (scheme, claim) => {
      expect(reimburse(scheme, claim)).toEqual(referenceResult(scheme, claim))
    }),
    runs,
  )
})

it('explains the very figures it pays, and replays the explanation to the same figures and the same tree', () => {
  fc.assert(
    fc.property(anyScheme, anyClaim, (scheme, claim) => {
      const { result, trace } = explain(scheme, claim)
      expect(result).toEqual(reimburse(scheme, claim))
      expect(replay(trace)).toEqual({ result, trace })
    }),
    runs,
  )
})

it('divides every fen charged, once, and no part is negative', () => {
  fc.assert(
    fc.property(anyScheme, anyClaim, (scheme, claim) => {
      const it = reimburse(scheme, claim)
      expect(it.cut + it.outOfCatalogue + it.overCeiling + it.firstSelfPay + it.inScope).toBe(it.total)
      expect(it.fund + it.otherPaid + it.person).toBe(it.total)
      expect(
        Math.min(it.otherPaid, it.inScope) + it.outOfAreaFirst + it.deductible + it.fund,
      ).toBeLessThanOrEqual(it.inScope)
      for (const amount of amountsOf(it)) {
        expect(Number.isSafeInteger(amount)).toBe(true)
        expect(amount).toBeGreaterThanOrEqual(0)
      }
    }),
    runs,
  )
})

function amountsOf({ after, ...amounts }: BenefitResult): number[] {
  return [...Object.values(amounts), ...Object.values(after)]
}
