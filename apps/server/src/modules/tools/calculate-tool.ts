import { checkClaim, explain, type BenefitClaim } from '@yichuang/benefits'
import type { Calculation, CalculateInput } from '@yichuang/contracts'
import { plainDate, ratio, yearOf, yuan } from '@yichuang/kernel'
import { benefitScheme } from '@yichuang/policy'
import type { z } from 'zod'
import type { Language } from '../../platform/problem.ts'
import {
  amountsOf,
  borrowedOf,
  explanationOf,
  missingOf,
  PackUnknown,
  type Packs,
} from '../catalogue/index.ts'
import { ToolInputFaulty } from './tools.problems.ts'

/** The benefit of a claim under a pack, for anybody: amounts with every step, or the rules that are missing. */
export function calculateTool(
  packs: Packs,
  input: z.output<typeof CalculateInput>,
  language: Language,
): Calculation {
  const pack = packs.all().get(input.pack)
  if (!pack) throw PackUnknown({ pack: input.pack, packs: [...packs.all().keys()] })
  const { insurance, kind, level, personClass, carePlace } = input
  const on = plainDate(input.on)
  const claim = claimOf(input)
  const faults = checkClaim(claim)
  if (faults.length > 0) throw ToolInputFaulty({ sentences: faults.map(({ sentences }) => sentences) })
  const scheme = benefitScheme(pack, { insurance, kind, level, personClass, carePlace, on })
  const nothing = {
    basis: 'coded' as const,
    amounts: null,
    explanation: null,
    borrowed: null,
    assumptions: [],
  }
  if (!('bands' in scheme)) return { ...nothing, missing: scheme.map((rule) => missingOf(rule, language)) }
  const { result, trace } = explain(scheme, claim)
  return {
    ...nothing,
    amounts: amountsOf(result),
    explanation: explanationOf(trace, language),
    borrowed: borrowedOf(trace, language),
    missing: [],
  }
}

function claimOf({ lines, usedThisYear, otherPaid, on }: z.output<typeof CalculateInput>): BenefitClaim {
  return {
    lines: lines.map(({ id, name, amount, class: class_, selfPayRatio, quantity, ceilingPrice }) => ({
      id,
      name,
      amount: yuan(amount),
      class: class_,
      selfPayRatio: ratio(selfPayRatio),
      ...(quantity !== undefined && { quantity }),
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
  }
}
