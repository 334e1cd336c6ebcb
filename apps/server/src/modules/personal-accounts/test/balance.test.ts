import { fen, plainDate, type Fen } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { booked, inYear, totalOf, type Balance, type Change } from '../balance.ts'

const EMPTY: Balance = { year: 2018, currentYear: fen(0), pastYears: fen(0) }
const brought = (day: string, currentYear: number, pastYears: number): Change => ({
  kind: 'brought-in',
  day: plainDate(day),
  currentYear: fen(currentYear),
  pastYears: fen(pastYears),
})

describe('the balance of a personal account', () => {
  it('moves what a year has left over to the years before, by an entry of the first of January', () => {
    const { after } = booked(EMPTY, brought('2019-11-05', 86_000, 135_020))
    const { after: next, entries } = booked(after, brought('2020-03-01', 5_000, 0))
    expect(entries).toMatchObject([
      { kind: 'year-turn', day: '2020-01-01', currentYear: -86_000, pastYears: 86_000 },
      { kind: 'brought-in', day: '2020-03-01', currentYear: 5_000 },
    ])
    expect(next).toEqual({ year: 2020, currentYear: 5_000, pastYears: 221_020 })
  })

  it('refuses what would leave less than nothing, and what lies in a year before', () => {
    const { after } = booked(EMPTY, brought('2020-01-05', 100, 0))
    expect(() => booked(after, brought('2020-02-01', -101, 0))).toThrow(RangeError)
    expect(() => booked(after, brought('2019-12-31', 1, 0))).toThrow('2019-12-31')
  })

  it('is the sum of its entries, never below nothing, and the same total in whatever year it is read', () => {
    const month = fc.integer({ min: 0, max: 11 })
    const change = fc.record({ months: month, current: amount(), past: amount() })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let balance = EMPTY
        let at = new Date(Date.UTC(2018, 0, 1))
        const sum = { currentYear: 0, pastYears: 0 }
        for (const { months, current, past } of changes) {
          at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1))
          const written = tried(balance, brought(at.toISOString().slice(0, 10), current, past))
          if (!written) continue
          balance = written.after
          for (const entry of written.entries) {
            sum.currentYear += entry.currentYear
            sum.pastYears += entry.pastYears
          }
          expect(balance).toMatchObject(sum)
          expect(Math.min(balance.currentYear, balance.pastYears)).toBeGreaterThanOrEqual(0)
          expect(totalOf(inYear(balance, balance.year + 3))).toBe(totalOf(balance))
        }
      }),
    )
  })
})

/** Undefined where the account would hold less than nothing. */
function tried(balance: Balance, change: Change) {
  try {
    return booked(balance, change)
  } catch (refused) {
    if (refused instanceof RangeError) return undefined
    throw refused
  }
}

function amount(): fc.Arbitrary<Fen> {
  return fc.integer({ min: -200_000, max: 300_000 }).map(fen)
}
