import { calculateChain, reimburse } from '@yichuang/benefits'
import type { BenefitClaim, ClaimLine } from '@yichuang/benefits'
import { fen, plainDate } from '@yichuang/kernel'
import type { Fen, Ratio } from '@yichuang/kernel'
import { benefitChain, benefitScheme } from '@yichuang/policy'
import type { SchemeFacts } from '@yichuang/policy'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadPackFolder } from '../../../packs/index.ts'
import { amountsOf, chainAmountsOf } from '../../catalogue/index.ts'
import { packReplay, PACKED, PACKED_CHAIN, type ReplaySource } from '../replay-record.ts'
import { readReplays, schemeFactsOf } from '../replay-reader.ts'

const load = await loadPackFolder()
if (!load.ok) throw new Error('packs')
const pack = load.packs.get('cn-36-01-nanchang')!

const money = fc.integer({ min: 0, max: 90_000_000_000 }).map(fen)
const line: fc.Arbitrary<ClaimLine> = fc
  .record({
    amount: money,
    class: fc.constantFrom('A', 'B', 'C'),
    ratio: fc.integer({ min: 0, max: 1_000_000 }),
    ceiling: fc.option(fc.record({ quantity: fc.integer({ min: 1, max: 900_000 }), price: money })),
    cut: fc.boolean(),
  })
  .map(({ amount, class: class_, ratio, ceiling, cut }) => ({
    id: 'b1/l1',
    name: '项目',
    amount,
    class: class_,
    selfPayRatio: ratio as Ratio,
    ...(ceiling && { quantity: ceiling.quantity / 10_000, ceilingPrice: ceiling.price }),
    ...(cut && { cut: { amount: fen(Math.floor(amount / 3)), reason: '不符' } }),
  }))
const claim: fc.Arbitrary<BenefitClaim> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    used: money,
    admissions: fc.nat(40),
    other: fc.option(money),
  })
  .map(({ lines, used, admissions, other }) => ({
    lines,
    accumulators: { year: 2020, deductibleUsed: used, inScopeUsed: used, fundPaid: used, admissions },
    ...(other !== null && { otherPaid: other }),
  }))
const facts: fc.Arbitrary<SchemeFacts> = fc.record({
  insurance: fc.constantFrom('employee' as const),
  kind: fc.constantFrom('inpatient' as const),
  level: fc.constantFrom('primary', 'secondary', 'tertiary'),
  personClass: fc.constantFrom('active', 'retired'),
  carePlace: fc.constantFrom('local' as const),
  on: fc.constantFrom(plainDate('2025-12-31'), plainDate('2026-03-01')),
})

const sourceOf = (scheme: SchemeFacts, claim: BenefitClaim): ReplaySource => {
  const compiled = benefitScheme(pack, scheme)
  if (!('bands' in compiled)) throw new Error('no scheme')
  return { scheme, claim, amounts: amountsOf(reimburse(compiled, claim)), decidedOn: plainDate('2026-04-01') }
}

it('a decision that was packed gives the same answer by the same rules, and its facts come back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(facts, claim), { minLength: 1, maxLength: 5 }), (all) => {
      const sources = all.map(([scheme, claim]) => sourceOf(scheme, claim))
      const block = Buffer.concat(sources.map(packReplay))
      const count = readReplays(block, (record, index) => {
        const { scheme, amounts } = sources[index]!
        expect(schemeFactsOf(record)).toEqual(scheme)
        const compiled = benefitScheme(pack, schemeFactsOf(record))
        if (!('bands' in compiled)) throw new Error('no scheme')
        const result = reimburse(compiled, record.claim)
        expect(amountsOf(result)).toEqual(amounts)
        expect([record.fund, record.deductible, record.inScope, record.total]).toEqual([
          result.fund,
          result.deductible,
          result.inScope,
          result.total,
        ])
      })
      expect(count).toBe(sources.length)
    }),
  )
})

const STAGE = 'resident-critical-illness'
const resident = fc.record({
  level: fc.constantFrom('primary', 'secondary', 'tertiary'),
  carePlace: fc.constantFrom('local', 'out-filed', 'out-referred', 'out-unreferred'),
  groups: fc.constantFrom(undefined, ['hardship']),
})
const usedUpTo = (most: number) => fc.integer({ min: 0, max: most }) as fc.Arbitrary<Fen>
const usedBefore = fc
  .record({ deductibleUsed: usedUpTo(1_700_000), more: usedUpTo(20_000_000), fundPaid: usedUpTo(30_000_000) })
  .map(({ deductibleUsed, more, fundPaid }) => ({
    deductibleUsed,
    inScopeUsed: (deductibleUsed + more) as Fen,
    fundPaid,
  }))

it('a decision of several payers that was packed gives the same answer for each of them, and its groups come back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(resident, claim, usedBefore), { minLength: 1, maxLength: 5 }), (all) => {
      const sources = all.map(([{ groups, ...who }, { accumulators, ...rest }, used]) => {
        const scheme = {
          insurance: 'resident',
          kind: 'inpatient',
          personClass: 'resident-adult',
          on: plainDate('2025-12-31'),
          ...who,
          ...(groups && { groups }),
        } as const
        const chain = benefitChain(pack, scheme)
        if (!('basic' in chain)) throw new Error('no chain')
        const whole = { ...rest, used: { basic: accumulators, stages: { [STAGE]: used }, diseases: {} } }
        const result = calculateChain(chain, whole)
        const amounts = chainAmountsOf(result)
        return {
          source: { scheme, claim: whole, amounts, decidedOn: plainDate('2026-04-01') },
          result,
          chain,
        }
      })
      const packed = sources.map(({ source }) => packReplay(source))
      expect(new Set(packed.map(([form]) => form))).toEqual(new Set([PACKED_CHAIN]))
      readReplays(Buffer.concat(packed), (record, index) => {
        const { source, result, chain } = sources[index]!
        expect(schemeFactsOf(record)).toEqual(source.scheme)
        const again = calculateChain(chain, record.whole)
        expect([again.payers, again.after]).toEqual([result.payers, result.after])
        expect(record.fund).toBe(result.funds)
      })
    }),
  )
})

it('facts that the packed form does not know are kept whole', () => {
  const [scheme, plain] = fc.sample(fc.tuple(facts, claim), 1)[0]!
  const source = sourceOf(scheme, { ...plain, somethingNew: { a: 1 } } as unknown as BenefitClaim)
  const packed = packReplay(source)
  expect(packed[0]).not.toBe(PACKED)
  readReplays(Buffer.concat([packed, packReplay(sourceOf(scheme, plain)), packed]), (record, index) => {
    expect('somethingNew' in record.whole).toBe(index !== 1)
    expect(schemeFactsOf(record)).toEqual(scheme)
  })
})

it('a record holds nothing of the person and no names', () => {
  const [scheme, plain] = fc.sample(fc.tuple(facts, claim), 1)[0]!
  expect(packReplay(sourceOf(scheme, plain)).includes(Buffer.from('项目', 'utf8'))).toBe(false)
})
