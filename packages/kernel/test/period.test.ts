import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfNextMonth, daysBetween, fromDayNumber, plainDate, yearsLater } from '../src/index.ts'

const days = fc.integer({ min: 0, max: 45_000 }).map(fromDayNumber)

describe('a period of years', () => {
  it.each([
    ['2020-10-15', '2021-10-15'],
    ['2019-10-15', '2020-10-15'],
    ['2020-02-29', '2021-02-28'],
    ['2019-02-28', '2020-02-28'],
    ['2020-03-01', '2021-03-01'],
    ['2019-12-31', '2020-12-31'],
    ['2020-01-01', '2021-01-01'],
  ])('that begins on %s ends a year later on %s', (from, until) => {
    expect(yearsLater(plainDate(from), 1)).toBe(until)
  })

  it('ends on the corresponding day again after four years, also from a leap day', () => {
    expect(yearsLater(plainDate('2020-02-29'), 4)).toBe('2024-02-29')
  })

  it('of one year is 365 or 366 days long, and 366 only when a leap day lies within', () => {
    fc.assert(
      fc.property(days, (from) => {
        const until = yearsLater(from, 1)
        const leapDays = Array.from({ length: daysBetween(from, until) }, (_, i) =>
          addDays(from, i + 1),
        ).filter((day) => day.endsWith('-02-29')).length
        expect(daysBetween(from, until)).toBe(365 + leapDays)
      }),
    )
  })

  it('refuses what is no number of years', () => {
    expect(() => yearsLater(plainDate('2020-01-01'), 0.5)).toThrow(RangeError)
    expect(() => yearsLater(plainDate('2020-01-01'), -1)).toThrow(RangeError)
  })
})

describe('a day of the next month', () => {
  it.each([
    ['2020-10-01', 10, '2020-11-10'],
    ['2020-12-31', 10, '2021-01-10'],
    ['2020-01-31', 31, '2020-02-29'],
    ['2021-01-15', 30, '2021-02-28'],
  ])('after %s, the %i, is %s', (day, nth, expected) => {
    expect(dayOfNextMonth(plainDate(day), nth)).toBe(expected)
  })

  it('lies in the next month, whichever day it is asked of', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 31 }), (day, nth) => {
        const next = dayOfNextMonth(day, nth)
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(months(next) - months(day)).toBe(1)
      }),
    )
  })
})
