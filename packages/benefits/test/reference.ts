import type { Banded, BenefitClaim, BenefitScheme, Used } from '@yichuang/benefits'

/**
 * The same calculation written a second time, slowly and from the text: whole numbers without limit, and every fraction
 * kept until the one place where it is rounded. Tests compare against it, and the benchmark measures against it.
 */
export function referenceResult(scheme: BenefitScheme, claim: BenefitClaim) {
  const lines = claim.lines.map((line) => {
    const cut = BigInt(line.cut?.amount ?? 0)
    const kept = BigInt(line.amount) - cut
    if (line.class === 'C')
      return { cut, outOfCatalogue: kept, overCeiling: 0n, firstSelfPay: 0n, inScope: 0n }
    const ceiling =
      line.quantity === undefined
        ? kept
        : half(BigInt(Math.round(line.quantity * 1e4)) * BigInt(line.ceilingPrice!), 10_000n)
    const within = smaller(kept, ceiling)
    const firstSelfPay = line.class === 'B' ? half(within * BigInt(line.selfPayRatio), MILLION) : 0n
    return {
      cut,
      outOfCatalogue: 0n,
      overCeiling: kept - within,
      firstSelfPay,
      inScope: within - firstSelfPay,
    }
  })
  const sum = (part: 'cut' | 'outOfCatalogue' | 'overCeiling' | 'firstSelfPay' | 'inScope') =>
    lines.map((line) => line[part]).reduce((a, b) => a + b, 0n)

  const total = claim.lines.map((line) => BigInt(line.amount)).reduce((a, b) => a + b, 0n)
  const inScope = sum('inScope')
  const otherPaid = BigInt(claim.otherPaid ?? 0)
  const left = larger(0n, inScope - otherPaid)
  const waived = scheme.outOfAreaWaived !== undefined
  const outOfAreaFirst = waived ? 0n : half(left * BigInt(scheme.outOfAreaFirst?.value ?? 0), MILLION)
  const base = left - outOfAreaFirst

  const used = claim.accumulators
  const standards =
    scheme.deductible.design === 'per-year' ? [scheme.deductible.amount] : scheme.deductible.amounts
  const goesOn = claim.transferred && scheme.transfer?.value === 'continuous' ? claim.transferred : undefined
  const admission = goesOn ? goesOn.admission - 1 : used.admissions
  const whole = BigInt((standards[admission] ?? standards.at(-1)!).value)
  const standard = larger(0n, whole - BigInt(goesOn?.deducted ?? 0))
  const due =
    scheme.deductible.design === 'per-year'
      ? larger(0n, BigInt(scheme.deductible.amount.value) - BigInt(used.deductibleUsed))
      : standard
  const deductible = smaller(due, base)

  const fromBands = referenceBands(scheme, used, base, deductible)
  const fund = scheme.yearlyCap
    ? smaller(fromBands, larger(0n, BigInt(scheme.yearlyCap.value) - BigInt(used.fundPaid)))
    : fromBands

  return {
    total: Number(total),
    outOfCatalogue: Number(sum('outOfCatalogue')),
    overCeiling: Number(sum('overCeiling')),
    firstSelfPay: Number(sum('firstSelfPay')),
    cut: Number(sum('cut')),
    inScope: Number(inScope),
    outOfAreaFirst: Number(outOfAreaFirst),
    deductible: Number(deductible),
    fund: Number(fund),
    person: Number(total - fund - otherPaid),
    otherPaid: Number(otherPaid),
    after: {
      year: used.year,
      deductibleUsed: Number(BigInt(used.deductibleUsed) + deductible),
      inScopeUsed: Number(BigInt(used.inScopeUsed) + base),
      fundPaid: Number(BigInt(used.fundPaid) + fund),
      admissions: used.admissions + (scheme.kind === 'inpatient' && !goesOn ? 1 : 0),
    },
  }
}

/** What the bands give on a base of which the deductible is a part; `exact`: in millionths of a fen. */
export function referenceBands(
  scheme: Banded,
  used: Used,
  base: bigint,
  deductible: bigint,
  exact = false,
): bigint {
  // Where the first and the last fen above the deductible stand on the scale of the bands.
  let first = scheme.bandsYearToDate ? BigInt(used.inScopeUsed) : 0n
  if (scheme.bandBase === 'absolute') first += deductible
  else if (scheme.bandsYearToDate) first -= BigInt(used.deductibleUsed)
  const last = first + base - deductible
  const cut = scheme.outOfAreaWaived ? 0n : BigInt(scheme.outOfAreaCut?.value ?? 0)
  const parts = scheme.bands.map((band, index) => {
    const from = larger(first, BigInt(scheme.bands[index - 1]?.upTo?.value ?? 0))
    const to = band.upTo ? smaller(last, BigInt(band.upTo.value)) : last
    const own = half(
      (MILLION - BigInt(band.fundShare.value)) * BigInt(scheme.ownShareFactor?.value ?? MILLION),
      MILLION,
    )
    return larger(0n, to - from) * larger(0n, MILLION - own - cut)
  })
  const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n)
  if (exact) return sum(parts)
  return scheme.rounding === 'total'
    ? half(sum(parts), MILLION)
    : sum(parts.map((part) => half(part, MILLION)))
}

export const MILLION = 1_000_000n
export const half = (product: bigint, by: bigint) => (2n * product + by) / (2n * by)
export const smaller = (a: bigint, b: bigint) => (a < b ? a : b)
export const larger = (a: bigint, b: bigint) => (a > b ? a : b)
