import type { ChainClaim, ChainScheme, Part, StageScheme } from '@yichuang/benefits'
import { half, larger, MILLION, referenceBands, referenceResult, smaller } from './reference.ts'

const OUT_OF_SCOPE = ['out-of-catalogue', 'over-ceiling', 'first-self-pay'] as const
const NOTHING = { inScopeUsed: 0, deductibleUsed: 0, fundPaid: 0 } as never

/** The chain written a second time, from the text of its rules and with whole numbers without limit. */
export function referenceChain(chain: ChainScheme, claim: ChainClaim) {
  const used = claim.used.basic
  const basic = referenceResult(chain.basic, { ...claim, accumulators: used })
  const uncapped = BigInt(basic.fund)
  const cap = chain.disease?.cap
  const ofDiseases = (cap?.diseases ?? []).reduce((sum, it) => sum + BigInt(claim.used.diseases[it] ?? 0), 0n)
  const basicPaid = cap ? smaller(uncapped, larger(0n, BigInt(cap.amount.value) - ofDiseases)) : uncapped

  const base = BigInt(basic.after.inScopeUsed) - BigInt(used.inScopeUsed)
  const overCap = aboveTheCap(chain, claim, base, BigInt(basic.deductible), uncapped)
  const left: Record<Part, bigint> = {
    deductible: BigInt(basic.deductible),
    'own-share': base - BigInt(basic.deductible) - uncapped - overCap,
    'over-basic-cap': overCap,
    'over-disease-cap': uncapped - basicPaid,
    'out-of-area-first': BigInt(basic.outOfAreaFirst),
    'first-self-pay': BigInt(basic.firstSelfPay),
    'over-ceiling': BigInt(basic.overCeiling),
    'out-of-catalogue': BigInt(basic.outOfCatalogue),
  }
  let surplus = larger(0n, BigInt(basic.otherPaid) - BigInt(basic.inScope))
  for (const part of OUT_OF_SCOPE) {
    const paid = smaller(surplus, left[part])
    left[part] -= paid
    surplus -= paid
  }

  const plan = planned(chain, claim)
  const stages = chain.stages.map((stage) => {
    const before = claim.used.stages[stage.id] ?? NOTHING
    const room = (part: Part) =>
      !stage.only
        ? left[part]
        : !claim.lines.some((line) => line.inPlan)
          ? 0n
          : part in plan
            ? smaller(left[part], plan[part as keyof typeof plan])
            : left[part]
    const base = stage.worksOn.reduce((sum, part) => sum + room(part), 0n)
    const due = larger(0n, BigInt(stage.deductible?.value ?? 0) - BigInt(before.deductibleUsed))
    const deductible = smaller(due, base)
    const most = capOf(stage, claim.bonusYears ?? 0)
    const spent =
      BigInt(before.fundPaid) + (stage.capCounts === 'own' ? 0n : BigInt(used.fundPaid) + basicPaid)
    const share = referenceBands(stage, before, base, deductible)
    const paid = most === undefined ? share : smaller(share, larger(0n, most - spent))
    let due_ = paid
    for (const part of stage.worksOn) {
      const taken = smaller(due_, room(part))
      left[part] -= taken
      due_ -= taken
    }
    return { id: stage.id, payer: stage.payer, base, deductible, paid }
  })
  const funds = stages.reduce((sum, { paid }) => sum + paid, basicPaid)
  const person = BigInt(basic.total) - funds - BigInt(basic.otherPaid)
  const pots = { current: 0n, past: 0n, family: 0n }
  for (const { pot, pays } of chain.pots)
    for (const part of pays) {
      const taken = smaller(BigInt(claim.accounts?.[pot] ?? 0) - pots[pot], left[part])
      left[part] -= taken
      pots[pot] += taken
    }
  return {
    basicPaid: Number(basicPaid),
    stages: stages.map(({ base, deductible, paid, ...names }) => ({
      ...names,
      base: Number(base),
      deductible: Number(deductible),
      paid: Number(paid),
    })),
    funds: Number(funds),
    person: Number(person),
    pots: { current: Number(pots.current), past: Number(pots.past), family: Number(pots.family) },
    cash: Number(person - pots.current - pots.past - pots.family),
  }
}

/** Found by trying: the smallest sum above the deductible on which the bands give what was paid; the rest lies above. */
function aboveTheCap(
  { basic }: ChainScheme,
  { used }: ChainClaim,
  base: bigint,
  deductible: bigint,
  fund: bigint,
): bigint {
  if (!basic.yearlyCap || BigInt(Math.max(0, basic.yearlyCap.value - used.basic.fundPaid)) !== fund) return 0n
  let [low, high] = [0n, base - deductible]
  while (low < high) {
    const middle = (low + high) / 2n
    const given = referenceBands(basic, used.basic, deductible + middle, deductible, true)
    if (given >= fund * MILLION) high = middle
    else low = middle + 1n
  }
  return base - deductible - low
}

function capOf({ yearlyCap, capBonus }: StageScheme, years: number): bigint | undefined {
  if (!yearlyCap) return undefined
  const cap = BigInt(yearlyCap.value)
  if (!capBonus) return cap
  const most = half(cap * BigInt(capBonus.most.value), MILLION)
  return cap + smaller(most, BigInt(years) * BigInt(capBonus.perYear.value))
}

/** What the lines of the plan have out of scope: the same claim without its other lines. */
function planned({ basic }: ChainScheme, claim: ChainClaim) {
  const lines = claim.lines.filter((line) => line.inPlan)
  const only = referenceResult(basic, { lines, accumulators: claim.used.basic })
  return {
    'first-self-pay': BigInt(only.firstSelfPay),
    'over-ceiling': BigInt(only.overCeiling),
    'out-of-catalogue': BigInt(only.outOfCatalogue),
  }
}
