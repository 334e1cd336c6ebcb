import { reimburse, type Accumulators, type BenefitClaim, type BenefitScheme } from '@yichuang/benefits'
import type { Fen, Ratio } from '@yichuang/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyClaim, anyLine, anyScheme, cited, claimOf, NOTHING_YET } from './made-up.ts'

const runs = { numRuns: 500 }
const more = fc.integer({ min: 0, max: 100_000 })

it('never pays less when a line costs more', () => {
  fc.assert(
    fc.property(anyScheme, anyClaim, more, fc.nat(), (scheme, claim, extra, pick) => {
      const at = pick % claim.lines.length
      const lines = claim.lines.map((line, index) =>
        index === at ? { ...line, amount: (line.amount + extra) as Fen } : line,
      )
      expect(reimburse(scheme, { ...claim, lines }).fund).toBeGreaterThanOrEqual(
        reimburse(scheme, claim).fund,
      )
    }),
    runs,
  )
})

it('never pays more under a higher deductible', () => {
  fc.assert(
    fc.property(anyScheme, anyClaim, more, (scheme, claim, extra) => {
      const raised = <T extends { readonly value: Fen }>(it: T) => ({
        ...it,
        value: (it.value + extra) as Fen,
      })
      const deductible: BenefitScheme['deductible'] =
        scheme.deductible.design === 'per-year'
          ? { design: 'per-year', amount: raised(scheme.deductible.amount) }
          : { design: 'per-admission', amounts: scheme.deductible.amounts.map(raised) }
      expect(reimburse({ ...scheme, deductible }, claim).fund).toBeLessThanOrEqual(
        reimburse(scheme, claim).fund,
      )
    }),
    runs,
  )
})

it('never pays more when other payers paid more, when care elsewhere costs more points, or under a lower cap', () => {
  fc.assert(
    fc.property(anyScheme, anyClaim, more, (scheme, claim, extra) => {
      const { fund, total } = reimburse(scheme, claim)
      const otherPaid = Math.min(total, (claim.otherPaid ?? 0) + extra) as Fen
      expect(reimburse(scheme, { ...claim, otherPaid }).fund).toBeLessThanOrEqual(fund)

      const points = Math.min(1_000_000, (scheme.outOfAreaCut?.value ?? 0) + extra) as Ratio
      expect(reimburse({ ...scheme, outOfAreaCut: cited('points', points) }, claim).fund).toBeLessThanOrEqual(
        fund,
      )

      const uncapped = { ...scheme, yearlyCap: undefined }
      const capped = { ...scheme, yearlyCap: cited('cap', extra as Fen) }
      const lower = { ...scheme, yearlyCap: cited('cap', Math.floor(extra / 2) as Fen) }
      const paid = [uncapped, capped, lower].map((scheme) => reimburse(scheme, claim).fund)
      expect(paid).toEqual(paid.toSorted((a, b) => b - a))
    }),
    runs,
  )
})

it('does not care in which order the lines stand', () => {
  const shuffled = anyClaim.chain((claim) =>
    fc
      .shuffledSubarray([...claim.lines], { minLength: claim.lines.length })
      .map((lines) => ({ claim, turned: { ...claim, lines } })),
  )
  fc.assert(
    fc.property(anyScheme, shuffled, (scheme, { claim, turned }) => {
      expect(reimburse(scheme, turned)).toEqual(reimburse(scheme, claim))
    }),
    runs,
  )
})

it('adds a year of claims up in any order, and passes neither the yearly cap nor the yearly deductible', () => {
  const year = fc.array(anyClaim, { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(anyScheme, year, (scheme, claims) => {
      for (const order of [claims, claims.toReversed()]) {
        const { results, after } = live(scheme, order)
        const sum = (part: (result: (typeof results)[number]) => number) =>
          results.reduce((total, result) => total + part(result), 0)
        expect(after.fundPaid).toBe(sum((it) => it.fund))
        expect(after.deductibleUsed).toBe(sum((it) => it.deductible))
        expect(after.inScopeUsed).toBe(
          sum((it) => it.inScope - Math.min(it.inScope, it.otherPaid) - it.outOfAreaFirst),
        )
        expect(after.admissions).toBe(scheme.kind === 'inpatient' ? claims.length : 0)
        expect(after.fundPaid).toBeLessThanOrEqual(scheme.yearlyCap?.value ?? Number.MAX_SAFE_INTEGER)
        expect(after.deductibleUsed).toBeLessThanOrEqual(
          scheme.deductible.design === 'per-year' ? scheme.deductible.amount.value : Number.MAX_SAFE_INTEGER,
        )
      }
    }),
    runs,
  )
})

it('pays the same for a year whether its bills come in one claim or in many, where everything counts by the year', () => {
  const yearly = anyScheme.filter(({ deductible }) => deductible.design === 'per-year')
  fc.assert(
    fc.property(yearly, fc.array(anyLine, { minLength: 2, maxLength: 8 }), (anyScheme, lines) => {
      const scheme = { ...anyScheme, bandsYearToDate: true, outOfAreaFirst: undefined }
      const whole = reimburse(scheme, claimOf(lines)).after
      const parts = live(
        scheme,
        lines.map((line) => claimOf([line])),
      ).after
      expect(parts.deductibleUsed).toBe(whole.deductibleUsed)
      expect(parts.inScopeUsed).toBe(whole.inScopeUsed)
      // Every claim rounds each of its bands by half a fen at most.
      const roundings = (lines.length + 1) * scheme.bands.length
      expect(Math.abs(parts.fundPaid - whole.fundPaid)).toBeLessThanOrEqual(roundings / 2)
    }),
    runs,
  )
})

/** Lives through claims one after another, each on what those before have used. */
function live(scheme: BenefitScheme, claims: readonly BenefitClaim[]) {
  let after: Accumulators = NOTHING_YET
  const results = claims.map((claim) => {
    const result = reimburse(scheme, { ...claim, accumulators: after })
    after = result.after
    return result
  })
  return { results, after }
}
