import { explain, reimburse, type BenefitClaim, type BenefitScheme, type ClaimLine } from '@yichuang/benefits'
import { plainDate, ratio, yuan, type Fen } from '@yichuang/kernel'
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { referenceResult } from '../packages/benefits/test/reference.ts'

export interface BenefitFigures {
  /** ten-line claims a second on one core, without trace */
  readonly benefits_per_s: number
  /** ten-line claims a second on one core, with the full trace */
  readonly benefits_traced_per_s: number
  /** the same claims by the plain reference calculation the tests compare with, in the same run */
  readonly benefits_reference_per_s: number
}

/** Measures the benefit calculation on claims of ten lines, each in its own stretch of `seconds`. */
export function benchBenefits({ seconds, smoke }: { seconds: number; smoke: boolean }): BenefitFigures {
  const scheme = bandedScheme()
  const claims = Array.from({ length: 1000 }, (_, at) => tenLines(at))
  const stretch = smoke ? 0.05 : seconds
  const perSecond = (calculate: (claim: BenefitClaim) => { readonly fund: number }) => {
    run(claims, calculate, stretch / 5)
    return run(claims, calculate, stretch)
  }
  return {
    benefits_per_s: perSecond((claim) => reimburse(scheme, claim)),
    benefits_traced_per_s: perSecond((claim) => explain(scheme, claim).result),
    benefits_reference_per_s: perSecond((claim) => referenceResult(scheme, claim)),
  }
}

/** Claims a second. The sum of what is paid is used, so that no part of the calculation can be left out. */
function run(
  claims: readonly BenefitClaim[],
  calculate: (claim: BenefitClaim) => { readonly fund: number },
  seconds: number,
): number {
  const begin = performance.now()
  let [done, paid, elapsed] = [0, 0, 0]
  do {
    for (const claim of claims) paid += calculate(claim).fund
    done += claims.length
    elapsed = (performance.now() - begin) / 1000
  } while (elapsed < seconds)
  if (!(paid > 0)) throw new Error('The benchmark paid nothing, so it measured nothing')
  return Math.round(done / elapsed)
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
