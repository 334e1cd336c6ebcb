import {
  calculateChain,
  calculateStage,
  checkChainClaim,
  explainAllowance,
  NOTHING_USED,
  type BenefitResult,
  type ChainClaim,
  type ClaimLine,
  type MaternityEvent,
  type StageUsed,
} from '@yichuang/benefits'
import { fen, formatYuan, ONE, ratio, yearOf, type Fen } from '@yichuang/kernel'
import { benefitChain, benefitStage, personGroups } from '../benefit-chain.ts'
import { benefitScheme } from '../benefit-scheme.ts'
import { allowanceScheme } from '../maternity.ts'
import { isMissing } from '../missing-rule.ts'
import type { MissingRule } from '../missing-rule.ts'
import { parameterOn } from '../parameter.ts'
import type { AllowanceExample, Example, Pack, StageExample, Text } from '../types.ts'
import { assuming, assumingAllowance } from './assumed.ts'

/** Why an example does not come out, and at which of its fields. Amounts are in yuan, days are days. */
export type ExampleFlaw =
  | { readonly kind: 'example-missing'; readonly rules: readonly MissingRule[] }
  | { readonly kind: 'example-known'; readonly at: readonly string[]; readonly part: string }
  | { readonly kind: 'example-claim'; readonly sentence: Text }
  | { readonly kind: 'unknown-person-group'; readonly group: string }
  | { readonly kind: 'unknown-parameter'; readonly parameter: string }
  | {
      readonly kind: 'example-differs' | 'example-record'
      readonly at: readonly string[]
      readonly expected: string
      readonly worked: string
    }

/** Works out a claim whose answer is known; empty when every amount comes out to the fen. */
export function runExample(pack: Pack, example: Example): ExampleFlaw[] {
  const strangers = strangersIn(pack, example.scheme, example.claim)
  if (strangers.length > 0) return strangers
  const own = assuming(pack, example)
  if ('known' in own) return [knownFlaw(own.known)]
  const claim = claimOf(own, example)
  if ('missing' in claim) return [{ kind: 'example-missing', rules: [claim] }]
  const faulty = checkChainClaim(claim).map(({ sentences }) => ({
    kind: 'example-claim' as const,
    sentence: { zh: sentences['zh-CN'], en: sentences.en },
  }))
  if (faulty.length > 0) return faulty
  const { expect, record, scheme } = example
  const whole = expect.payers !== undefined || scheme.disease !== undefined
  const chain = whole ? benefitChain(own, scheme) : withoutLaterPayers(own, example)
  if (!('basic' in chain)) return [{ kind: 'example-missing', rules: chain }]
  const { basic, basicPaid, payers, person, cash } = calculateChain(chain, claim)
  const worked: Worked = { ...amountsOf(basic), fund: basicPaid, payers, person, cash }
  return [
    ...differences('example-differs', ['expect'], expect, worked, 0),
    ...(record
      ? differences('example-record', ['record', 'amounts'], record.amounts, worked, record.within)
      : []),
  ]
}

/** Works out what one payer after the basic fund pays alone. */
export function runStageExample(pack: Pack, example: StageExample): ExampleFlaw[] {
  const strangers = strangersIn(pack, example.scheme)
  if (strangers.length > 0) return strangers
  const stage = benefitStage(pack, example.table, example.scheme)
  if (!('payer' in stage)) return [{ kind: 'example-missing', rules: stage }]
  const used = (example.used as StageUsed | undefined) ?? NOTHING_USED
  const { deductible, paid } = calculateStage(stage, fen(example.base), used, {
    bonusYears: example.bonusYears ?? 0,
    paidByBasic: fen(example.paidByBasic ?? 0),
  })
  return differences('example-differs', ['expect'], example.expect, { deductible, paid }, 0)
}

/** Works out a maternity allowance. */
export function runAllowanceExample(pack: Pack, example: AllowanceExample): ExampleFlaw[] {
  const own = assumingAllowance(pack, example)
  if ('known' in own) return [knownFlaw(own.known)]
  const scheme = allowanceScheme(own, example.on, example.event)
  if (!('divisor' in scheme)) return [{ kind: 'example-missing', rules: scheme }]
  try {
    const { days, allowance } = explainAllowance(scheme, eventOf(example)).result
    const flaws = differences(
      'example-differs',
      ['expect'],
      { allowance: example.expect.allowance },
      { allowance },
      0,
    )
    if (days !== example.expect.days)
      flaws.push({
        kind: 'example-differs',
        at: ['expect', 'days'],
        expected: String(example.expect.days),
        worked: String(days),
      })
    return flaws
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ kind: 'example-claim', sentence: { zh: error.message, en: error.message } }]
  }
}

/** Groups and parameters an example names and its place does not know; they would count for nothing unnoticed. */
function strangersIn(pack: Pack, scheme: Example['scheme'], claim?: Example['claim']): ExampleFlaw[] {
  const known = personGroups(pack).map(({ id }) => id)
  const groups = (scheme.groups ?? []).filter((group) => !known.includes(group))
  const named = claim?.lines.flatMap(({ selfPayBy }) => selfPayBy ?? []) ?? []
  return [
    ...groups.map((group) => ({ kind: 'unknown-person-group' as const, group })),
    ...named
      .filter((id) => !pack.parameters.has(id))
      .map((parameter) => ({ kind: 'unknown-parameter' as const, parameter })),
  ]
}

interface Amounts {
  readonly [field: string]: number | Amounts | undefined
}
type Worked = Amounts

/** Only what the basic fund pays: an example without payers says nothing of those after it. */
function withoutLaterPayers(pack: Pack, { scheme }: Example) {
  const basic = benefitScheme(pack, scheme)
  return 'bands' in basic ? { basic, stages: [], pots: [] } : basic
}

function amountsOf({ total, inScope, outOfAreaFirst, deductible }: BenefitResult) {
  return { total, inScope, outOfAreaFirst, deductible }
}

function knownFlaw(part: string): ExampleFlaw {
  const field = part === 'bands' ? 'fundShare' : part
  return { kind: 'example-known', at: ['assume', field], part }
}

function differences(
  kind: 'example-differs' | 'example-record',
  at: readonly string[],
  expected: Amounts,
  worked: Worked,
  within: number,
): ExampleFlaw[] {
  return Object.entries(expected).flatMap(([field, amount]) => {
    const here = [...at, field]
    const ours = worked[field]
    if (typeof amount === 'object')
      return differences(kind, here, amount, typeof ours === 'object' ? ours : {}, within)
    const figure = typeof ours === 'number' ? ours : 0
    if (amount === undefined || Math.abs(figure - amount) <= within) return []
    return [{ kind, at: here, expected: formatYuan(amount as Fen), worked: formatYuan(figure as Fen) }]
  })
}

function claimOf(pack: Pack, { claim, scheme }: Example): ChainClaim | MissingRule {
  const { used, otherPaid, bonusYears, transferred, accounts } = claim
  const lines: ClaimLine[] = []
  for (const [index, line] of claim.lines.entries()) {
    const { name, amount, class: group, selfPayBy, quantity, ceilingPrice, inPlan } = line
    const rule = selfPayBy === undefined ? undefined : parameterOn(pack, selfPayBy, undefined, scheme.on)
    if (isMissing(rule)) return rule
    const first = rule ? ratio(rule.value) : line.selfPayRatio
    lines.push({
      id: String(index),
      name,
      amount: fen(amount),
      class: group,
      selfPayRatio: first ?? (group === 'C' ? ONE : ratio('0')),
      ...(inPlan && { inPlan }),
      ...(quantity !== undefined && { quantity }),
      ...(ceilingPrice !== undefined && { ceilingPrice: fen(ceilingPrice) }),
    })
  }
  return {
    lines,
    used: {
      basic: {
        year: yearOf(scheme.on),
        deductibleUsed: fen(used?.deductibleUsed ?? 0),
        inScopeUsed: fen(used?.inScopeUsed ?? 0),
        fundPaid: fen(used?.fundPaid ?? 0),
        admissions: used?.admissions ?? 0,
      },
      stages: (used?.stages ?? {}) as ChainClaim['used']['stages'],
      diseases: (used?.diseases ?? {}) as ChainClaim['used']['diseases'],
    },
    ...(otherPaid !== undefined && { otherPaid: fen(otherPaid) }),
    ...(bonusYears !== undefined && { bonusYears }),
    ...(transferred && {
      transferred: { admission: transferred.admission, deducted: fen(transferred.deducted) },
    }),
    ...(accounts && { accounts: accounts as ChainClaim['accounts'] }),
  }
}

function eventOf({ event }: AllowanceExample): MaternityEvent {
  const { outcome, difficult = false, babies = 1, months, weeks, monthlyWage } = event
  return outcome === 'birth'
    ? { outcome, difficult, babies, monthlyWage: fen(monthlyWage) }
    : {
        outcome,
        pregnancy: { ...(months !== undefined && { months }), ...(weeks !== undefined && { weeks }) },
        monthlyWage: fen(monthlyWage),
      }
}
