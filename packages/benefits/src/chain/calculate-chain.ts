import { lesser, shareOf, ZERO_FEN, type Fen } from '@yichuang/kernel'
import { capLeft, reimburse, shareFromBands } from '../reimburse.ts'
import type { Accumulators, BenefitClaim, BenefitResult } from '../scheme.ts'
import type {
  ChainClaim,
  ChainResult,
  ChainScheme,
  ChainUsed,
  DiseaseCap,
  Part,
  Payer,
  PotScheme,
  StageResult,
  StageScheme,
  StageUsed,
} from './chain.ts'
import { AT, inPlan, overBasicCap, partsLeft, type Left } from './parts.ts'

export const NOTHING_USED: StageUsed = {
  inScopeUsed: ZERO_FEN,
  deductibleUsed: ZERO_FEN,
  fundPaid: ZERO_FEN,
}

/**
 * Works a claim through the whole chain: other payers and the basic fund as `reimburse` does, the disease cap, then every
 * stage on what those before it left, then the personal account; the rest is cash.
 */
export function calculateChain(chain: ChainScheme, claim: ChainClaim): ChainResult {
  const before = claim.used.basic
  const basic = reimburse(chain.basic, withAccumulators(claim))
  const limited = underDiseaseCap(chain.disease?.cap, claim.used, basic.fund)
  const left = partsLeft(basic, overCapOf(chain, before, basic), basic.fund - limited)
  const payers: Record<Payer, Fen> = {
    hifp_pay: limited,
    cvlserv_pay: ZERO_FEN,
    hifes_pay: ZERO_FEN,
    hifmi_pay: ZERO_FEN,
    hifob_pay: ZERO_FEN,
    maf_pay: ZERO_FEN,
    oth_pay: ZERO_FEN,
  }
  const paidByBasic = (before.fundPaid + limited) as Fen
  const stages: StageResult[] = []
  let funds: number = limited
  let used = claim.used.stages
  for (let i = 0; i < chain.stages.length; i++) {
    const stage = chain.stages[i]!
    const earlier = used[stage.id] ?? NOTHING_USED
    const result = payStage(stage, earlier, claim, left, paidByBasic)
    stages.push(result)
    payers[stage.payer] = (payers[stage.payer] + result.paid) as Fen
    funds += result.paid
    used = { ...used, [stage.id]: usedAfter(earlier, result) }
  }

  const person = (basic.total - funds - basic.otherPaid) as Fen
  const pots = { current: ZERO_FEN, past: ZERO_FEN, family: ZERO_FEN }
  let cash: number = person
  if (claim.accounts !== undefined)
    for (const pot of chain.pots) cash -= pots[pot.pot] = payFromPot(pot, claim.accounts[pot.pot] ?? 0, left)
  return {
    basic,
    total: basic.total,
    basicPaid: limited,
    stages,
    payers,
    otherPaid: basic.otherPaid,
    funds: funds as Fen,
    person,
    pots,
    cash: cash as Fen,
    after: {
      basic: limited === basic.fund ? basic.after : { ...basic.after, fundPaid: paidByBasic },
      stages: used,
      diseases: diseasesAfter(chain.disease?.id, claim.used.diseases, limited),
    },
  }
}

/** The claim as the basic calculation takes it. */
export function withAccumulators(claim: ChainClaim): BenefitClaim {
  const { lines, used, otherPaid, transferred } = claim
  return {
    lines,
    accumulators: used.basic,
    ...(otherPaid !== undefined && { otherPaid }),
    ...(transferred && { transferred }),
  }
}

/** What a stage has been used for once a claim is through. */
export function usedAfter(earlier: StageUsed, { base, deductible, paid }: StageResult): StageUsed {
  return {
    inScopeUsed: (earlier.inScopeUsed + base) as Fen,
    deductibleUsed: (earlier.deductibleUsed + deductible) as Fen,
    fundPaid: (earlier.fundPaid + paid) as Fen,
  }
}

/** What each disease has been used for once a claim is through. */
export function diseasesAfter(
  disease: string | undefined,
  used: ChainUsed['diseases'],
  paid: Fen,
): ChainUsed['diseases'] {
  if (disease === undefined) return used
  return { ...used, [disease]: ((used[disease] ?? 0) + paid) as Fen }
}

/** The years of unbroken enrolment that count for a payer's incentive. */
export function bonusYearsOf({ capBonus }: StageScheme, { bonusYears }: ChainClaim): number {
  return bonusYears ?? capBonus?.years ?? 0
}

/** The cap with its incentive for unbroken enrolment. */
export function raisedCap({ yearlyCap, capBonus }: StageScheme, bonusYears: number): Fen | undefined {
  if (yearlyCap === undefined || capBonus === undefined || bonusYears === 0) return yearlyCap?.value
  const most = shareOf(yearlyCap.value, capBonus.most.value)
  return (yearlyCap.value + Math.min(most, bonusYears * capBonus.perYear.value)) as Fen
}

function overCapOf(chain: ChainScheme, before: Accumulators, basic: BenefitResult): Fen {
  const { yearlyCap } = chain.basic
  if (yearlyCap === undefined || capLeft(yearlyCap.value, before) !== basic.fund) return ZERO_FEN
  const base = (basic.after.inScopeUsed - before.inScopeUsed) as Fen
  return overBasicCap(chain.basic, before, base, basic.deductible, basic.fund)
}

function underDiseaseCap(cap: DiseaseCap | undefined, used: ChainUsed, fund: Fen): Fen {
  if (cap === undefined) return fund
  let paid = 0
  for (const disease of cap.diseases) paid += used.diseases[disease] ?? 0
  return lesser(fund, Math.max(0, cap.amount.value - paid) as Fen)
}

function payStage(
  stage: StageScheme,
  used: StageUsed,
  claim: ChainClaim,
  left: Left,
  paidByBasic: Fen,
): StageResult {
  const limits = stage.only === 'in-plan' ? inPlan(claim) : undefined
  const result = calculateStage(stage, baseOf(stage.worksOn, left, limits), used, {
    bonusYears: bonusYearsOf(stage, claim),
    paidByBasic,
  })
  take(stage.worksOn, left, result.paid, limits)
  return result
}

/** What one payer after the basic fund pays on a base. */
export function calculateStage(
  stage: StageScheme,
  base: Fen,
  used: StageUsed,
  { bonusYears, paidByBasic }: { readonly bonusYears: number; readonly paidByBasic: Fen },
): StageResult {
  const due = stage.deductible === undefined ? 0 : stage.deductible.value - used.deductibleUsed
  const deductible = (due <= 0 ? 0 : due < base ? due : base) as Fen
  const share = shareFromBands(stage, used, base, deductible)
  const cap = raisedCap(stage, bonusYears)
  const counted = stage.capCounts === 'own' ? used.fundPaid : paidByBasic + used.fundPaid
  const paid = cap === undefined ? share : lesser(share, Math.max(0, cap - counted) as Fen)
  return { id: stage.id, payer: stage.payer, base, deductible, paid }
}

/** What is left of some parts, of each no more than its limit. */
export function baseOf(parts: readonly Part[], left: Left, limits?: Left): Fen {
  let base = 0
  for (const part of parts) base += roomOf(part, left, limits)
  return base as Fen
}

/** Takes what was paid from the parts, in their order. */
export function take(parts: readonly Part[], left: Left, paid: number, limits?: Left): void {
  let due = paid
  for (let i = 0; i < parts.length && due > 0; i++) {
    const room = roomOf(parts[i]!, left, limits)
    const taken = due < room ? due : room
    left[AT[parts[i]!]]! -= taken
    due -= taken
  }
}

function roomOf(part: Part, left: Left, limits?: Left): number {
  const room = left[AT[part]]!
  return limits === undefined ? room : Math.min(room, limits[AT[part]]!)
}

function payFromPot({ pays }: PotScheme, balance: number, left: Left): Fen {
  const paid = lesser(baseOf(pays, left), balance as Fen)
  take(pays, left, paid)
  return paid
}
