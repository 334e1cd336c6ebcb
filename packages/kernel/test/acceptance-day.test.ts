import { expect, test } from 'vitest'
import { acceptanceDay } from '../src/acceptance-day.ts'
import { calendarAsKnown } from '../src/working-calendar.ts'
import { day, known, versions } from './calendars.ts'

const calendar = calendarAsKnown(versions, known)
const officeHours = { opens: '08:30', closes: '17:00' }

test.each([
  ['2020-01-20T16:59', '2020-01-20', 'in office hours'],
  ['2020-01-20T17:00', '2020-01-20', 'in the minute of closing'],
  ['2020-01-20T17:01', '2020-01-21', 'after closing'],
  ['2020-01-20T06:00', '2020-01-20', 'before opening on a working day'],
  ['2020-01-19T10:00', '2020-01-19', 'on a Sunday that is worked'],
  ['2020-01-18T10:00', '2020-01-19', 'on a Saturday, and the Sunday is worked'],
  ['2020-01-23T20:00', '2020-02-03', 'on the evening before the Spring Festival'],
])('handed in at %s counts for %s: %s', (handedIn, accepted) => {
  expect(acceptanceDay(calendar, { handedIn, officeHours, afterHours: 'next-working-day' })).toBe(accepted)
})

test('where the day runs until midnight, the day of hand-in is the day of acceptance', () => {
  expect(acceptanceDay(calendar, { handedIn: '2020-01-25T23:59', officeHours, afterHours: 'same-day' })).toBe(
    day('2020-01-25'),
  )
})

test('without office hours only days of rest move', () => {
  const afterHours = 'next-working-day' as const
  expect(acceptanceDay(calendar, { handedIn: '2020-01-20T23:59:59', afterHours })).toBe('2020-01-20')
  expect(acceptanceDay(calendar, { handedIn: '2020-03-01T09:00', afterHours })).toBe('2020-03-02')
})

test.each(['2020-01-20', '2020-02-30T10:00', '2020-01-20T24:00', '2020-01-20T10:00Z', 'yesterday'])(
  '“%s” is refused with a sentence',
  (handedIn) => {
    expect(() => acceptanceDay(calendar, { handedIn, afterHours: 'same-day' })).toThrow(
      /is not a local time written YYYY-MM-DDTHH:mm/,
    )
  },
)

test('office hours that close before they open are refused', () => {
  const hours = { opens: '17:00', closes: '08:30' }
  const handIn = { handedIn: '2020-01-20T10:00', officeHours: hours, afterHours: 'next-working-day' as const }
  expect(() => acceptanceDay(calendar, handIn)).toThrow(/are not office hours/)
})
