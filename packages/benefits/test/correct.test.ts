import { correctYear, liveYear, type ChainScheme, type YearEntry } from '@yichuang/benefits'
import { ratio, yuan } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyChain, anyChainClaim, NOTHING_AT_ALL } from './made-up-chain.ts'
import { cited, feeLine, schemeOf } from './made-up.ts'

const chain: ChainScheme = { basic: schemeOf(), stages: [], pots: [] }
const entry = (id: string, amount: string): YearEntry => ({ id, chain, claim: { lines: [feeLine(amount)] } })

describe('a year of two claims under a yearly deductible of 1000 yuan and 80 %', () => {
  const year = [entry('first', '1500.00'), entry('second', '2000.00')]

  it('recovers what a claim that was too high was paid too much', () => {
    const { differences } = correctYear(year, NOTHING_AT_ALL, { id: 'second', with: entry('', '500.00') })
    expect(differences.map(({ id, toPay, toRecover }) => [id, toPay, toRecover])).toEqual([
      ['second', 0, yuan('1200.00')],
    ])
  })

  it('pays the second claim less when the first is taken out, for the deductible falls on it', () => {
    const { differences, after } = correctYear(year, NOTHING_AT_ALL, { id: 'first' })
    expect(differences.map(({ id, toPay, toRecover }) => [id, toPay, toRecover])).toEqual([
      ['first', 0, yuan('400.00')],
      ['second', 0, yuan('800.00')],
    ])
    expect(after.basic).toMatchObject({
      deductibleUsed: yuan('1000.00'),
      fundPaid: yuan('800.00'),
      admissions: 1,
    })
  })

  it('refuses to correct what is not there', () => {
    expect(() => correctYear(year, NOTHING_AT_ALL, { id: 'third' })).toThrow('no claim “third”')
  })
})

const anyYear = fc
  .record({ chain: anyChain, claims: fc.array(anyChainClaim, { minLength: 1, maxLength: 5 }) })
  .map(({ chain, claims }) => claims.map((claim, at): YearEntry => ({ id: String(at), chain, claim })))

it('ends as if only the claims that are left had been there', () => {
  fc.assert(
    fc.property(anyYear, fc.nat(), (year, pick) => {
      const id = String(pick % year.length)
      const { after, differences } = correctYear(year, NOTHING_AT_ALL, { id })
      const survivors = year.filter((entry) => entry.id !== id)
      const alone = liveYear(survivors, NOTHING_AT_ALL)
      expect(after).toEqual(alone.after)
      const was = liveYear(year, NOTHING_AT_ALL).results.reduce((sum, it) => sum + it.funds, 0)
      const is = alone.results.reduce((sum, it) => sum + it.funds, 0)
      expect(differences.reduce((sum, it) => sum + it.toPay - it.toRecover, 0)).toBe(is - was)
    }),
    { numRuns: 300 },
  )
})

it('undoes itself: correcting back gives the first figures', () => {
  fc.assert(
    fc.property(anyYear, anyChainClaim, fc.nat(), (year, other, pick) => {
      const at = pick % year.length
      const id = String(at)
      const corrected = { chain: year[at]!.chain, claim: other }
      const there = correctYear(year, NOTHING_AT_ALL, { id, with: corrected })
      const changed = year.with(at, { id, ...corrected })
      const back = correctYear(changed, NOTHING_AT_ALL, { id, with: year[at]! })
      expect(back.after).toEqual(liveYear(year, NOTHING_AT_ALL).after)
      const sum = (differences: typeof there.differences) =>
        differences.reduce((total, it) => total + it.toPay - it.toRecover, 0)
      expect(sum(there.differences) + sum(back.differences)).toBe(0)
    }),
    { numRuns: 300 },
  )
})

it('gives a day’s claims the same sum in any order where deductible and bands count by the year', () => {
  const basic = schemeOf({
    bands: [
      { upTo: cited('up-to', yuan('20000.00')), fundShare: cited('share.1', ratio('0.6')) },
      { fundShare: cited('share.2', ratio('0.7')) },
    ],
    bandsYearToDate: true,
  })
  // Whole hundreds of yuan, so that no rounding comes in between.
  const amounts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(amounts, (hundreds) => {
      const entries = hundreds.map((hundred, at): YearEntry => ({
        id: String(at),
        chain: { ...chain, basic },
        claim: { lines: [feeLine(`${hundred}00.00`)] },
      }))
      const [one, other] = [entries, entries.toReversed()].map((it) => liveYear(it, NOTHING_AT_ALL).after)
      expect(one).toEqual(other)
    }),
    { numRuns: 300 },
  )
})
