import {
  calculateChain,
  explain,
  explainChain,
  reimburse,
  type BenefitClaim,
  type BenefitScheme,
  type ChainClaim,
  type ChainScheme,
  type ClaimLine,
} from '@yichuang/benefits'
import { plainDate, ratio, yuan, type Fen } from '@yichuang/kernel'
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { referenceChain } from '../packages/benefits/test/reference-chain.ts'
import { referenceResult } from '../packages/benefits/test/reference.ts'

export interface BenefitFigures {
  /** ten-line claims a second on one core, without trace */
  readonly benefits_per_s: number
  /** ten-line claims a second on one core, with the full trace */
  readonly benefits_traced_per_s: number
  /** the same claims by the plain reference calculation the tests compare with, in the same run */
  readonly benefits_reference_per_s: number
  /** ten-line claims a second on one core through basic fund, critical illness and aid, without trace */
  readonly benefits_chain_per_s: number
  /** the same with the full trace */
  readonly benefits_chain_traced_per_s: number
  /** the same claims by the plain reference chain */
  readonly benefits_chain_reference_per_s: number
}

/** Measures the benefit calculation on claims of ten lines, each in its own stretch of `seconds`. */
export function benchBenefits({ seconds, smoke }: { seconds: number; smoke: boolean }): BenefitFigures {
  const scheme = bandedScheme()
  const claims = Array.from({ length: 1000 }, (_, at) => tenLines(at))
  const stretch = smoke ? 0.05 : seconds
  const perSecond = <T>(claims: readonly T[], paid: (claim: T) => number) => {
    run(claims, paid, stretch / 5)
    return run(claims, paid, stretch)
  }
  const chain = threePayers(scheme)
  const chainClaims = claims.map(throughTheChain)
  return {
    benefits_per_s: perSecond(claims, (claim) => reimburse(scheme, claim).fund),
    benefits_traced_per_s: perSecond(claims, (claim) => explain(scheme, claim).result.fund),
    benefits_reference_per_s: perSecond(claims, (claim) => referenceResult(scheme, claim).fund),
    benefits_chain_per_s: perSecond(chainClaims, (claim) => calculateChain(chain, claim).funds),
    benefits_chain_traced_per_s: perSecond(chainClaims, (claim) => explainChain(chain, claim).result.funds),
    benefits_chain_reference_per_s: perSecond(chainClaims, (claim) => referenceChain(chain, claim).funds),
  }
}

/** Claims a second. The sum of what is paid is used, so that no part of the calculation can be left out. */
function run<T>(claims: readonly T[], paidOn: (claim: T) => number, seconds: number): number {
  const begin = performance.now()
  let [done, paid, elapsed] = [0, 0, 0]
  do {
    for (const claim of claims) paid += paidOn(claim)
    done += claims.length
    elapsed = (performance.now() - begin) / 1000
  } while (elapsed < seconds)
  if (!(paid > 0)) throw new Error('The benchmark paid nothing, so it measured nothing')
  return Math.round(done / elapsed)
}

/** The same basic fund, then critical illness with bands and a cap, then aid; figures invented as well. */
function threePayers(basic: BenefitScheme): ChainScheme {
  const { source } = basic.bands[0]!.fundShare
  const cite = <T>(parameter: string, value: T) => ({ value, parameter, source })
  const worksOn = ['deductible', 'own-share', 'over-basic-cap'] as const
  const stage = {
    order: cite('order', 'true' as const),
    worksOn,
    bandBase: 'over-deductible',
    bandsYearToDate: true,
    rounding: 'total',
    capCounts: 'own',
  } as const
  return {
    basic,
    pots: [],
    stages: [
      {
        ...stage,
        id: 'critical-illness',
        title: { zh: '大病保险', en: 'Critical-illness insurance' },
        payer: 'hifmi_pay',
        deductible: cite('critical-illness.deductible', yuan('200.00')),
        bands: [
          { upTo: cite('critical-illness.up-to', yuan('500.00')), fundShare: cite('share', ratio('0.6')) },
          { fundShare: cite('share', ratio('0.7')) },
        ],
        yearlyCap: cite('critical-illness.cap', yuan('300000.00')),
      },
      {
        ...stage,
        id: 'aid',
        title: { zh: '医疗救助', en: 'Medical aid' },
        payer: 'maf_pay',
        bands: [{ fundShare: cite('aid.share', ratio('0.7')) }],
        yearlyCap: cite('aid.cap', yuan('30000.00')),
      },
    ],
  }
}

function throughTheChain({ lines, accumulators }: BenefitClaim, seed: number): ChainClaim {
  return {
    lines,
    used: {
      basic: accumulators,
      stages: {
        'critical-illness': {
          inScopeUsed: (10_000 + seed * 40) as Fen,
          deductibleUsed: 10_000 as Fen,
          fundPaid: (seed * 20) as Fen,
        },
        aid: { inScopeUsed: (seed * 30) as Fen, deductibleUsed: 0 as Fen, fundPaid: (seed * 20) as Fen },
      },
      diseases: {},
    },
  }
}

/** Invented figures that make every part of the calculation work: three bands, factor, points off, cap. */
function bandedScheme(): BenefitScheme {
  const source = {
    document: 'bench',
    citation: 'invented for the benchmark',
    clause: '1',
    quote: '',
    from: plainDate('2020-01-01'),
  }
  const cite = <T>(parameter: string, value: T) => ({ value, parameter, source })
  return {
    pack: { id: 'bench', version: '1', hash: 'none' },
    on: plainDate('2020-06-01'),
    insurance: 'employee',
    kind: 'inpatient',
    level: 'tertiary',
    personClass: 'retired',
    carePlace: 'out-referred',
    deductible: {
      design: 'per-admission',
      amounts: [cite('deductible.1', yuan('1200.00')), cite('deductible.2', yuan('600.00'))],
    },
    bands: [
      { upTo: cite('band.1.up-to', yuan('5000.00')), fundShare: cite('band.1.share', ratio('0.8')) },
      { upTo: cite('band.2.up-to', yuan('10000.00')), fundShare: cite('band.2.share', ratio('0.85')) },
      { fundShare: cite('band.3.share', ratio('0.9')) },
    ],
    bandBase: 'absolute',
    bandsYearToDate: true,
    ownShareFactor: cite('own-share-factor', ratio('0.7')),
    outOfAreaCut: cite('out-of-area-cut', ratio('0.1')),
    yearlyCap: cite('cap', yuan('100000.00')),
    rounding: 'each-band',
  }
}

function tenLines(seed: number): BenefitClaim {
  return {
    lines: Array.from({ length: 10 }, (_, at) => feeLine(seed * 10 + at)),
    accumulators: {
      year: 2020,
      deductibleUsed: 120_000 as Fen,
      inScopeUsed: (300_000 + seed * 100) as Fen,
      fundPaid: (100_000 + seed * 50) as Fen,
      admissions: seed % 3,
    },
  }
}

/** Five of ten lines are class A, four class B, one class C; a third have a ceiling price, one in twenty is cut. */
function feeLine(number: number): ClaimLine {
  const amount = (5_000 + ((number * 7919) % 200_000)) as Fen
  const place = number % 10
  return {
    id: `L${number}`,
    name: `费用 ${number}`,
    amount,
    class: place < 5 ? 'A' : place < 9 ? 'B' : 'C',
    selfPayRatio: ratio(place >= 5 && place < 9 ? '0.1' : '0'),
    ...(number % 3 === 0 && { quantity: 1 + (number % 7), ceilingPrice: 20_000 as Fen }),
    ...(number % 20 === 0 && { cut: { amount: 1_000 as Fen, reason: '与病情无关' } }),
  }
}

if (import.meta.main) {
  const smoke = process.argv.includes('--smoke')
  console.table({ cores: cpus().length, ...benchBenefits({ seconds: 2, smoke }) })
}
