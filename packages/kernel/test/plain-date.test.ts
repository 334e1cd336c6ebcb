import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayInChina,
  dayNumber,
  daysBetween,
  fromDayNumber,
  minuteInChina,
  parsePlainDate,
  plainDate,
  weekday,
  yearOf,
} from '../src/plain-date.ts'

const days = fc.integer({ min: -25_567, max: 84_005 }).map(fromDayNumber)

test.each(['2024-02-29', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
  expect(plainDate(text)).toBe(text)
})

test.each(['2023-02-29', '2020-13-01', '2020-00-10', '2020-1-1', '20200101', '1899-12-31', '2200-01-01', ''])(
  '“%s” is no day, and the error says how to write one',
  (text) => {
    expect(parsePlainDate(text)).toBeUndefined()
    expect(() => plainDate(text)).toThrow('is not a day that exists, written YYYY-MM-DD')
  },
)

test('the first and last day of the range are the ones the properties use', () => {
  expect([dayNumber(plainDate('1900-01-01')), dayNumber(plainDate('2199-12-31'))]).toEqual([-25_567, 84_005])
})

test('days and numbers turn into each other, and text order is time order', () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      expect(fromDayNumber(dayNumber(a))).toBe(a)
      expect(plainDate(a)).toBe(a)
      expect(addDays(a, daysBetween(a, b))).toBe(b)
      expect(a < b).toBe(daysBetween(a, b) > 0)
    }),
  )
})

test('weekdays follow one another', () => {
  expect(weekday(plainDate('2020-01-19'))).toBe(0)
  fc.assert(fc.property(days, (day) => weekday(addDays(day, 1)) === (weekday(day) + 1) % 7))
})

test.each([
  ['2020-01-31', 1, '2020-02-29'],
  ['2019-01-31', 1, '2019-02-28'],
  ['2020-02-29', 12, '2021-02-28'],
  ['2020-11-30', 3, '2021-02-28'],
  ['2020-03-31', -1, '2020-02-29'],
  ['2020-01-15', -13, '2018-12-15'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(plainDate(from), months)).toBe(to)
})

test('adding months keeps the day of the month, or takes the last one', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 600 }), (day, months) => {
      const later = addMonths(day, months)
      const [from, to] = [day, later].map((d) => yearOf(d) * 12 + Number(d.slice(5, 7)))
      expect(to! - from!).toBe(months)
      expect(later.slice(8) === day.slice(8) || addDays(later, 1).endsWith('-01')).toBe(true)
    }),
  )
})

test('the day changes in China at 16:00 UTC, wherever the machine stands', () => {
  expect(dayInChina(new Date('2020-01-19T15:59:59Z'))).toBe('2020-01-19')
  expect(dayInChina(new Date('2020-01-19T16:00:00Z'))).toBe('2020-01-20')
  expect(minuteInChina(new Date('2020-01-19T16:05:59Z'))).toBe('2020-01-20T00:05')
})
