import { lesser, ONE, shareOf, type Fen } from '@yichuang/kernel'
import { ceilingOf, fundShareFor, partInBand } from '../arithmetic.ts'
import type { Banded, BenefitClaim, BenefitResult, Used } from '../scheme.ts'
import { PARTS, type Part } from './chain.ts'

/** What is left to the person by reason, in the order of `PARTS`; payers take from it one after another. */
export type Left = number[]

export const AT = Object.fromEntries(PARTS.map((part, at) => [part, at])) as Readonly<Record<Part, number>>

/** What a claim leaves to the person by reason once the basic fund and other payers are through. */
export function partsLeft(basic: BenefitResult, overCap: number, overDiseaseCap: number): Left {
  const taken = lesser(basic.otherPaid, basic.inScope)
  const rest = basic.inScope - taken - basic.outOfAreaFirst - basic.deductible
  const left = [
    basic.deductible,
    rest - basic.fund - overCap,
    overCap,
    overDiseaseCap,
    basic.outOfAreaFirst,
    basic.firstSelfPay,
    basic.overCeiling,
    basic.outOfCatalogue,
  ]
  // What others gave beyond the in-scope sum has paid for what lies outside it, the last part first.
  let surplus = basic.otherPaid - taken
  for (let at = PARTS.length - 1; surplus > 0 && at >= AT['first-self-pay']; at--) {
    const paid = Math.min(surplus, left[at]!)
    left[at]! -= paid
    surplus -= paid
  }
  return left
}

/**
 * How much of the in-scope sum lies above the point where the fund reached its cap: what large-amount funds work on.
 * `fund` is what was paid under the cap.
 */
export function overBasicCap(scheme: Banded, before: Used, base: Fen, deductible: Fen, fund: Fen): Fen {
  const absolute = scheme.bandBase === 'absolute'
  const earlier = scheme.bandsYearToDate ? before.inScopeUsed - (absolute ? 0 : before.deductibleUsed) : 0
  const start = (earlier + (absolute ? deductible : 0)) as Fen
  const end = (start + base - deductible) as Fen
  const pointsOff = scheme.outOfAreaWaived === undefined ? scheme.outOfAreaCut?.value : undefined
  let above = 0
  return overCapOf(
    scheme.bands.map((band) => {
      const upTo = band.upTo?.value ?? Number.MAX_SAFE_INTEGER
      const part = partInBand(start, end, above as Fen, upTo as Fen)
      above = upTo
      return { part, share: fundShareFor(band.fundShare.value, scheme.ownShareFactor?.value, pointsOff) }
    }),
    fund,
  )
}

/** One stretch of a claim in a band, and the fund's share of it. */
export interface Stretch {
  readonly part: number
  readonly share: number
}

/** What is left of the stretches, from below, once they have given the fund's amount. */
export function overCapOf(stretches: readonly Stretch[], fund: number): Fen {
  let due = fund * ONE
  let over = 0
  for (const { part, share } of stretches) {
    if (due <= 0) over += part
    else if (part * share <= due) due -= part * share
    else {
      over += part - Math.ceil(due / share)
      due = 0
    }
  }
  return over as Fen
}

const ALL = Number.MAX_SAFE_INTEGER

/** Nothing is in the plan: nothing of any part. */
export function nothingInPlan(): Left {
  return PARTS.map(() => 0)
}

/** A line is in the plan: of what lies in scope all, for such a claim has no other line in scope. */
export function allInScope(plan: Left): void {
  for (let at = 0; at < AT['first-self-pay']; at++) plan[at] = ALL
}

/** How much of each part the plan of the state covers: out of scope what lies on its lines. */
export function inPlan(claim: Pick<BenefitClaim, 'lines'>): Left {
  const parts = nothingInPlan()
  for (const line of claim.lines) {
    if (!line.inPlan) continue
    allInScope(parts)
    let rest = line.amount - (line.cut?.amount ?? 0)
    if (line.class === 'C') {
      parts[AT['out-of-catalogue']]! += rest
      continue
    }
    if (line.quantity !== undefined && line.ceilingPrice !== undefined) {
      const over = Math.max(0, rest - ceilingOf(line.quantity, line.ceilingPrice))
      parts[AT['over-ceiling']]! += over
      rest -= over
    }
    if (line.class === 'B') parts[AT['first-self-pay']]! += shareOf(rest as Fen, line.selfPayRatio)
  }
  return parts
}
