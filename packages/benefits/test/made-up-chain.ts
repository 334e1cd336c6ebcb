import {
  PARTS,
  PAYERS,
  POTS,
  type ChainClaim,
  type ChainScheme,
  type ChainUsed,
  type StageScheme,
} from '@yichuang/benefits'
import type { Fen, Ratio } from '@yichuang/kernel'
import fc from 'fast-check'
import { anyAccumulators, anyClaim, anyScheme, cited, NOTHING_YET } from './made-up.ts'

export const NOTHING_AT_ALL: ChainUsed = { basic: NOTHING_YET, stages: {}, diseases: {} }

const fenUpTo = (most: number) => fc.integer({ min: 0, max: most }) as fc.Arbitrary<Fen>
const share = fc.integer({ min: 0, max: 1_000_000 }) as fc.Arbitrary<Ratio>
const maybe = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.option(
    value.map((it) => cited(name, it)),
    { nil: undefined },
  )
const anyParts = fc.shuffledSubarray([...PARTS], { minLength: 1 })

/** Any stage a pack may hold; the parts given replace its own. */
export const anyStage: fc.Arbitrary<StageScheme> = fc
  .record({
    payer: fc.constantFrom(...PAYERS.slice(1)),
    worksOn: anyParts,
    inPlan: fc.boolean(),
    deductible: maybe('deductible', fenUpTo(1_500_000)),
    limits: fc.uniqueArray(fc.integer({ min: 1, max: 8_000_000 }), { maxLength: 3 }),
    shares: fc.array(share, { minLength: 4, maxLength: 4 }),
    bandBase: fc.constantFrom('absolute', 'over-deductible'),
    bandsYearToDate: fc.boolean(),
    rounding: fc.constantFrom('each-band', 'total'),
    yearlyCap: maybe('cap', fenUpTo(12_000_000)),
    capCounts: fc.constantFrom('own', 'with-basic'),
    bonus: fc.option(fc.record({ perYear: fenUpTo(300_000), most: share })),
  })
  .map(({ limits, shares, bonus, inPlan, deductible, yearlyCap, ...parts }) => {
    const upTo = limits.sort((a, b) => a - b).map((limit, at) => cited(`band.${at + 1}`, limit as Fen))
    return {
      id: 'stage',
      title: { zh: '大病保险', en: 'Critical-illness insurance' },
      order: cited('order', 'true' as const),
      ...parts,
      ...(inPlan && { only: 'in-plan' as const }),
      ...(deductible && { deductible }),
      ...(yearlyCap && { yearlyCap }),
      ...(bonus && {
        capBonus: { perYear: cited('per-year', bonus.perYear), most: cited('most', bonus.most) },
      }),
      bands: [...upTo, undefined].map((limit, at) => ({
        ...(limit && { upTo: limit }),
        fundShare: cited(`share.${at + 1}`, shares[at]!),
      })),
    }
  })

const DISEASES = ['hypertension', 'diabetes']

/** Any chain: a basic scheme, up to four stages, perhaps a disease with a cap, perhaps pots of the account. */
export const anyChain: fc.Arbitrary<ChainScheme> = fc
  .record({
    basic: anyScheme,
    transfer: maybe('transfer', fc.constantFrom('continuous' as const, 'new-admission' as const)),
    stages: fc.array(anyStage, { maxLength: 4 }),
    cap: fc.option(fc.record({ amount: fenUpTo(1_000_000), joint: fc.boolean() })),
    disease: fc.boolean(),
    pots: fc.array(anyParts, { maxLength: 3 }),
  })
  .map(({ basic, transfer, stages, cap, disease, pots }) => ({
    basic: { ...basic, ...(transfer && { transfer }) },
    ...(disease && {
      disease: {
        id: DISEASES[0]!,
        ...(cap && {
          cap: {
            diseases: cap.joint ? DISEASES : DISEASES.slice(0, 1),
            title: { zh: '两病', en: 'the two diseases' },
            amount: cited('disease-cap', cap.amount),
          },
        }),
      },
    }),
    stages: stages.map((stage, at) => ({ ...stage, id: `stage-${at + 1}` })),
    pots: pots.map((pays, at) => ({ pot: POTS[at]!, pays, order: cited('pots', 'true' as const) })),
  }))

const anyUsed: fc.Arbitrary<ChainUsed> = fc
  .record({
    basic: anyAccumulators,
    stages: fc.array(anyAccumulators, { maxLength: 5 }),
    diseases: fc.array(fenUpTo(500_000), { maxLength: 2 }),
  })
  .map(({ basic, stages, diseases }) => ({
    basic,
    stages: Object.fromEntries(
      stages.map(({ inScopeUsed, deductibleUsed, fundPaid }, at) => [
        `stage-${at + 1}`,
        { inScopeUsed, deductibleUsed, fundPaid },
      ]),
    ),
    diseases: Object.fromEntries(diseases.map((paid, at) => [DISEASES[at]!, paid])),
  }))

/** Any claim for a chain, at any point of a year. */
export const anyChainClaim: fc.Arbitrary<ChainClaim> = fc
  .record({
    claim: anyClaim,
    used: anyUsed,
    plan: fc.constantFrom<'none' | 'all' | 'some'>('none', 'all', 'some'),
    bonusYears: fc.nat(12),
    accounts: fc.option(
      fc.record({ current: fenUpTo(500_000), past: fenUpTo(500_000), family: fenUpTo(500_000) }),
    ),
    transferred: fc.option(
      fc.record({ admission: fc.integer({ min: 1, max: 5 }), deducted: fenUpTo(200_000) }),
    ),
  })
  .map(({ claim, used, plan, bonusYears, accounts, transferred }) => ({
    lines: claim.lines.map((line, at) =>
      plan === 'all' || (plan === 'some' && at % 2 === 0) ? { ...line, inPlan: true as const } : line,
    ),
    ...(claim.otherPaid !== undefined && { otherPaid: claim.otherPaid }),
    used,
    bonusYears,
    ...(accounts && { accounts }),
    ...(transferred && { transferred }),
  }))
