import {
  checkChainClaim,
  explain,
  explainChain,
  type BenefitClaim,
  type ChainClaim,
} from '@yichuang/benefits'
import type { Calculation, CalculateInput } from '@yichuang/contracts'
import { plainDate, ratio, yearOf, yuan } from '@yichuang/kernel'
import { benefitChain, benefitScheme, chainOn, openPoints, personGroups, type Pack } from '@yichuang/policy'
import type { z } from 'zod'
import type { Language } from '../../platform/problem.ts'
import {
  amountsOf,
  borrowedOf,
  chainAmountsOf,
  explanationOf,
  missingOf,
  payersIn,
  PackUnknown,
  type Packs,
} from '../catalogue/index.ts'
import type { Group } from '@yichuang/policy'
import { ToolInputFaulty } from './tools.problems.ts'

/** The packs in force; `under` reads a served place under the relief measures that are for everybody and for some groups. */
export type ToolPacks = Packs & {
  readonly under?: (regionCode: string, groups: readonly Group[]) => Pack
}

/** The benefit of a claim under a pack, for anybody: amounts with every step, or the rules that are missing. */
export function calculateTool(
  packs: ToolPacks,
  input: z.output<typeof CalculateInput>,
  language: Language,
): Calculation {
  const known = packs.all().get(input.pack)
  if (!known) throw PackUnknown({ pack: input.pack, packs: [...packs.all().keys()] })
  const { insurance, kind, level, personClass, carePlace } = input
  // Measures in force on the day count as they do for a case; those of a county alone do not, for nobody asks which.
  const of = [insurance, personClass, ...input.groups] as Group[]
  const served = packs.served().some(({ id }) => id === input.pack)
  const pack = (served && packs.under?.(known.regionCode, of)) || known
  const on = plainDate(input.on)
  const claim = claimOf(input)
  const whole = chainClaimOf(input, claim)
  const faults = checkChainClaim(whole)
  if (faults.length > 0) throw ToolInputFaulty({ sentences: faults.map(({ sentences }) => sentences) })
  const { groups, disease, recognised } = input
  mustKnow(pack, groups)
  const transferred = input.transferred !== undefined
  const facts = {
    insurance,
    kind,
    level,
    personClass,
    carePlace,
    on,
    groups,
    disease,
    recognised,
    transferred,
  }
  const nothing = {
    basis: 'coded' as const,
    amounts: null,
    explanation: null,
    borrowed: null,
    assumptions: [],
  }
  if (chainOn(pack, facts) !== undefined || disease !== undefined) {
    const chain = benefitChain(pack, facts)
    if (!('basic' in chain)) return { ...nothing, missing: chain.map((rule) => missingOf(rule, language)) }
    const { result, trace } = explainChain(chain, whole)
    return {
      ...nothing,
      assumptions: openPoints(pack, facts).map((point) => point[language]),
      amounts: chainAmountsOf(result),
      payers: payersIn(trace, language),
      explanation: explanationOf(trace, language),
      borrowed: borrowedOf(trace, language),
      missing: [],
    }
  }
  const scheme = benefitScheme(pack, facts)
  if (!('bands' in scheme)) return { ...nothing, missing: scheme.map((rule) => missingOf(rule, language)) }
  const { result, trace } = explain(scheme, claim)
  return {
    ...nothing,
    assumptions: openPoints(pack, facts).map((point) => point[language]),
    amounts: amountsOf(result),
    explanation: explanationOf(trace, language),
    borrowed: borrowedOf(trace, language),
    missing: [],
  }
}

function mustKnow(pack: Pack, groups: readonly string[]): void {
  const known = personGroups(pack).map(({ id }) => id)
  const unknown = groups.filter((group) => !known.includes(group))
  if (unknown.length === 0) return
  const [zh, en] = known.length > 0 ? [known.join('、'), known.join(', ')] : ['（没有）', '(none)']
  const sentences = {
    'zh-CN': `${pack.title.zh}的规则没有人群“${unknown.join('、')}”，可用的是：${zh}。`,
    en: `The rules of ${pack.title.en} know no group “${unknown.join(', ')}”; there are: ${en}.`,
  }
  throw ToolInputFaulty({ sentences: [sentences] })
}

function chainClaimOf(input: z.output<typeof CalculateInput>, claim: BenefitClaim): ChainClaim {
  const { accumulators, ...rest } = claim
  const { accounts, bonusYears, stagesUsed, diseasesUsed } = input
  return {
    ...rest,
    bonusYears,
    used: {
      basic: accumulators,
      stages: mapValues(stagesUsed, ({ base, deductible, fund }) => ({
        inScopeUsed: yuan(base),
        deductibleUsed: yuan(deductible),
        fundPaid: yuan(fund),
      })),
      diseases: mapValues(diseasesUsed, yuan),
    },
    ...(accounts && {
      accounts: mapValues(definedOf(accounts), yuan),
    }),
  }
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

function definedOf<T>(record: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

function claimOf(input: z.output<typeof CalculateInput>): BenefitClaim {
  const { lines, usedThisYear, otherPaid, on, transferred } = input
  return {
    lines: lines.map(({ id, name, amount, class: class_, selfPayRatio, quantity, ceilingPrice, inPlan }) => ({
      id,
      name,
      amount: yuan(amount),
      class: class_,
      selfPayRatio: ratio(selfPayRatio),
      ...(quantity !== undefined && { quantity }),
      ...(inPlan && { inPlan }),
      ...(ceilingPrice !== undefined && { ceilingPrice: yuan(ceilingPrice) }),
    })),
    accumulators: {
      year: yearOf(plainDate(on)),
      deductibleUsed: yuan(usedThisYear.deductible),
      inScopeUsed: yuan(usedThisYear.inScope),
      fundPaid: yuan(usedThisYear.fund),
      admissions: usedThisYear.admissions,
    },
    otherPaid: yuan(otherPaid),
    ...(transferred && {
      transferred: { admission: transferred.admission, deducted: yuan(transferred.deducted) },
    }),
  }
}
