import { lesser, shareOf, ZERO_FEN, type Fen } from '@yichuang/kernel'
import { ceilingOf, fundShareFor, partInBand, roundMillionths } from './arithmetic.ts'
import type { Banded, BenefitClaim, BenefitResult, BenefitScheme, Used } from './scheme.ts'

const WITHOUT_END = Number.MAX_SAFE_INTEGER as Fen

/**
 * Works out what the basic fund pays on a claim that `checkClaim` found nothing wrong with.
 *
 * In this order: each line loses what the reviewer cut, what is out of catalogue (丙), what lies above the ceiling price
 * and the first self-pay (乙); the rest is in scope. Other payers come before the fund, which works on what they left of
 * the in-scope sum, so that fund + other payers never exceed it. Then out-of-area first self-pay, deductible, bands,
 * yearly cap. Whatever the fund and other payers do not pay is the person's.
 */
export function reimburse(scheme: BenefitScheme, claim: BenefitClaim): BenefitResult {
  let total = 0
  let cut = 0
  let outOfCatalogue = 0
  let overCeiling = 0
  let firstSelfPay = 0
  let inScope = 0

  const lines = claim.lines
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    let rest: number = line.amount
    total += rest
    if (line.cut !== undefined) {
      cut += line.cut.amount
      rest -= line.cut.amount
    }
    if (line.class === 'C') {
      outOfCatalogue += rest
      continue
    }
    if (line.quantity !== undefined && line.ceilingPrice !== undefined) {
      const ceiling = ceilingOf(line.quantity, line.ceilingPrice)
      if (rest > ceiling) {
        overCeiling += rest - ceiling
        rest = ceiling
      }
    }
    if (line.class === 'B') {
      const own = shareOf(rest as Fen, line.selfPayRatio)
      firstSelfPay += own
      rest -= own
    }
    inScope += rest
  }

  const before = claim.accumulators
  const otherPaid = claim.otherPaid ?? ZERO_FEN
  const waived = scheme.outOfAreaWaived !== undefined
  const leftByOthers = (inScope - lesser(otherPaid, inScope as Fen)) as Fen
  const outOfAreaFirst =
    scheme.outOfAreaFirst === undefined || waived
      ? ZERO_FEN
      : shareOf(leftByOthers, scheme.outOfAreaFirst.value)
  const base = (leftByOthers - outOfAreaFirst) as Fen
  const deductible = lesser(deductibleLeft(scheme, claim), base)
  const share = shareFromBands(scheme, before, base, deductible)
  const fund = scheme.yearlyCap === undefined ? share : lesser(share, capLeft(scheme.yearlyCap.value, before))

  return {
    total: total as Fen,
    outOfCatalogue: outOfCatalogue as Fen,
    overCeiling: overCeiling as Fen,
    firstSelfPay: firstSelfPay as Fen,
    cut: cut as Fen,
    inScope: inScope as Fen,
    outOfAreaFirst,
    deductible,
    fund,
    person: (total - fund - otherPaid) as Fen,
    otherPaid,
    after: {
      year: before.year,
      deductibleUsed: (before.deductibleUsed + deductible) as Fen,
      inScopeUsed: (before.inScopeUsed + base) as Fen,
      fundPaid: (before.fundPaid + fund) as Fen,
      admissions: before.admissions + (scheme.kind === 'inpatient' && !goesOn(scheme, claim) ? 1 : 0),
    },
  }
}

/** Whether the stay only goes on: then it is no new admission, and what was deducted before it counts. */
export function goesOn(scheme: BenefitScheme, { transferred }: BenefitClaim): boolean {
  return transferred !== undefined && scheme.transfer?.value === 'continuous'
}

function deductibleLeft(scheme: BenefitScheme, claim: BenefitClaim): Fen {
  const { deductible } = scheme
  const before = claim.accumulators
  if (deductible.design === 'per-admission') {
    const { transferred } = claim
    if (transferred !== undefined && goesOn(scheme, claim)) {
      const { amounts } = deductible
      const due = amounts[Math.min(transferred.admission, amounts.length) - 1]!.value - transferred.deducted
      return (due > 0 ? due : 0) as Fen
    }
    return deductible.amounts[Math.min(before.admissions, deductible.amounts.length - 1)]!.value
  }
  const left = deductible.amount.value - before.deductibleUsed
  return (left > 0 ? left : 0) as Fen
}

export function capLeft(cap: Fen, before: Used): Fen {
  return (cap > before.fundPaid ? cap - before.fundPaid : 0) as Fen
}

/** What the bands of a scheme, or of a stage after it, give on a base of which the deductible is a part. */
export function shareFromBands(scheme: Banded, before: Used, base: Fen, deductible: Fen): Fen {
  const absolute = scheme.bandBase === 'absolute'
  const earlier = scheme.bandsYearToDate
    ? before.inScopeUsed - (absolute ? 0 : before.deductibleUsed)
    : ZERO_FEN
  const start = (earlier + (absolute ? deductible : 0)) as Fen
  const end = (start + base - deductible) as Fen
  const factor = scheme.ownShareFactor?.value
  const pointsOff = scheme.outOfAreaWaived === undefined ? scheme.outOfAreaCut?.value : undefined
  const eachBand = scheme.rounding === 'each-band'

  let rounded = 0
  let exact = 0
  let above = ZERO_FEN
  const bands = scheme.bands
  for (let i = 0; i < bands.length && above < end; i++) {
    const band = bands[i]!
    const upTo = band.upTo === undefined ? WITHOUT_END : band.upTo.value
    const part = partInBand(start, end, above, upTo)
    const share = fundShareFor(band.fundShare.value, factor, pointsOff)
    if (eachBand) rounded += shareOf(part, share)
    else exact += part * share
    above = upTo
  }
  return eachBand ? (rounded as Fen) : roundMillionths(exact)
}
