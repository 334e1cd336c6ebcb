import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayInChina,
  dayNumber,
  daysBetween,
  fromDayNumber,
  lastOfMonth,
  minuteInChina,
  parsePlainDate,
  plainDate,
  weekday,
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

test('the day changes in China at 16:00 UTC, wherever the machine stands', () => {
  expect(dayInChina(new Date('2020-01-19T15:59:59Z'))).toBe('2020-01-19')
  expect(dayInChina(new Date('2020-01-19T16:00:00Z'))).toBe('2020-01-20')
  expect(minuteInChina(new Date('2020-01-19T16:05:59Z'))).toBe('2020-01-20T00:05')
})

test.each([
  ['2020-02-01', '2020-02-29'],
  ['2021-02-28', '2021-02-28'],
  ['2020-12-31', '2020-12-31'],
  ['2020-04-15', '2020-04-30'],
])('the month of %s ends on %s', (day, last) => {
  expect(lastOfMonth(plainDate(day))).toBe(last)
})
