import type { Accumulators, BenefitClaim, BenefitScheme, Cited, ClaimLine, Source } from '@yichuang/benefits'
import { plainDate, ratio, yuan, type Fen, type Ratio } from '@yichuang/kernel'
import fc from 'fast-check'

export const MADE_UP: Source = {
  document: 'made-up',
  citation: 'A rule made up for tests',
  clause: 'art. 1',
  quote: 'made up',
  from: plainDate('2020-01-01'),
}

/** A cited value of a test: `cited('deductible', yuan('1300.00'))`. */
export function cited<T>(parameter: string, value: T, source: Source = MADE_UP): Cited<T> {
  return { value, parameter, source }
}

export const NOTHING_YET: Accumulators = {
  year: 2020,
  deductibleUsed: 0 as Fen,
  inScopeUsed: 0 as Fen,
  fundPaid: 0 as Fen,
  admissions: 0,
}

/** A fee line of class A, the plainest there is; the parts given replace its own. */
export function feeLine(amount: string, parts: Partial<ClaimLine> = {}): ClaimLine {
  return { id: 'line', name: '费用', amount: yuan(amount), class: 'A', selfPayRatio: 0 as Ratio, ...parts }
}

export function claimOf(lines: readonly ClaimLine[], parts: Partial<BenefitClaim> = {}): BenefitClaim {
  return {
    lines: lines.map((line, at) => ({ ...line, id: `L${at + 1}` })),
    accumulators: NOTHING_YET,
    ...parts,
  }
}

/** A scheme with a yearly deductible of 1000 yuan and one band at 80 %; the parts given replace its own. */
export function schemeOf(parts: Partial<BenefitScheme> = {}): BenefitScheme {
  return {
    pack: { id: 'test', version: '1', hash: 'none' },
    on: plainDate('2020-06-01'),
    insurance: 'employee',
    kind: 'inpatient',
    level: 'tertiary',
    personClass: 'active',
    carePlace: 'local',
    deductible: { design: 'per-year', amount: cited('deductible', yuan('1000.00')) },
    bands: [{ fundShare: cited('share', ratio('0.8')) }],
    bandBase: 'over-deductible',
    bandsYearToDate: false,
    rounding: 'each-band',
    ...parts,
  }
}

const fenUpTo = (most: number) => fc.integer({ min: 0, max: most }) as fc.Arbitrary<Fen>
const share = fc.oneof(
  fc.constantFrom(0, 50_000, 100_000, 150_000, 600_000, 850_000, 900_000, 1_000_000),
  fc.integer({ min: 0, max: 1_000_000 }),
) as fc.Arbitrary<Ratio>

/** Any fee line that `checkClaim` accepts, its id apart. */
export const anyLine: fc.Arbitrary<ClaimLine> = fc
  .record({
    amount: fenUpTo(5_000_000),
    class: fc.constantFrom<ClaimLine['class']>('A', 'B', 'C'),
    share,
    ceiling: fc.option(fc.record({ units: fc.integer({ min: 1, max: 300_000 }), price: fenUpTo(50_000) })),
    whole: fc.boolean(),
    cutShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 3 }),
  })
  .map(({ amount, class: class_, share, ceiling, whole, cutShare }) => ({
    id: 'line',
    name: '费用',
    amount,
    class: class_,
    selfPayRatio: class_ === 'B' ? share : (0 as Ratio),
    ...(ceiling && {
      quantity: whole ? Math.ceil(ceiling.units / 10_000) : ceiling.units / 10_000,
      ceilingPrice: (ceiling.price + 1) as Fen,
    }),
    ...(cutShare !== null && { cut: { amount: Math.floor(amount * cutShare) as Fen, reason: '与病情无关' } }),
  }))

export const anyAccumulators: fc.Arbitrary<Accumulators> = fc
  .record({
    deductibleUsed: fenUpTo(200_000),
    more: fenUpTo(8_000_000),
    paidShare: share,
    admissions: fc.nat(5),
  })
  .map(({ deductibleUsed, more, paidShare, admissions }) => ({
    year: 2020,
    deductibleUsed,
    inScopeUsed: (deductibleUsed + more) as Fen,
    fundPaid: Math.floor((more * paidShare) / 1_000_000) as Fen,
    admissions,
  }))

/** Any claim that `checkClaim` accepts. */
export const anyClaim: fc.Arbitrary<BenefitClaim> = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 12 }),
    accumulators: anyAccumulators,
    otherShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 2 }),
  })
  .map(({ lines, accumulators, otherShare }) => {
    const total = lines.reduce((sum, line) => sum + line.amount, 0)
    const parts: Partial<BenefitClaim> =
      otherShare === null
        ? { accumulators }
        : { accumulators, otherPaid: Math.floor(total * otherShare) as Fen }
    return claimOf(lines, parts)
  })

const maybeCited = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.option(
    value.map((it) => cited(name, it)),
    { nil: undefined },
  )

/** Any scheme a pack may hold. */
export const anyScheme: fc.Arbitrary<BenefitScheme> = fc
  .record({
    kind: fc.constantFrom('inpatient', 'outpatient'),
    deductible: fc.oneof(
      fenUpTo(200_000).map((amount) => ({
        design: 'per-year' as const,
        amount: cited('deductible', amount),
      })),
      fc.array(fenUpTo(200_000), { minLength: 1, maxLength: 4 }).map((amounts) => ({
        design: 'per-admission' as const,
        amounts: amounts.map((amount, at) => cited(`deductible.${at + 1}`, amount)),
      })),
    ),
    limits: fc.uniqueArray(fc.integer({ min: 1, max: 8_000_000 }), { maxLength: 3 }),
    shares: fc.array(share, { minLength: 4, maxLength: 4 }),
    bandBase: fc.constantFrom('absolute', 'over-deductible'),
    bandsYearToDate: fc.boolean(),
    ownShareFactor: maybeCited('own-share-factor', share),
    outOfAreaFirst: maybeCited('out-of-area-first', share),
    outOfAreaCut: maybeCited('out-of-area-cut', share),
    waived: fc.constantFrom(false, false, true),
    yearlyCap: maybeCited('cap', fenUpTo(12_000_000)),
    rounding: fc.constantFrom('each-band', 'total'),
  })
  .map(({ limits, shares, waived, ...parts }) => {
    const upTo = limits.sort((a, b) => a - b).map((limit, at) => cited(`band.${at + 1}.up-to`, limit as Fen))
    const bands = [...upTo, undefined].map((limit, at) => ({
      ...(limit && { upTo: limit }),
      fundShare: cited(`band.${at + 1}.share`, shares[at]!),
    }))
    return schemeOf({
      ...parts,
      bands,
      ...(waived && { outOfAreaWaived: cited('waived', 'true' as const) }),
    })
  })
