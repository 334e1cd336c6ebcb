import { expect, test } from 'vitest'
import { typedDay, urgency } from './days.ts'

test.each([
  ['20201015', '2020-10-15'],
  ['2020.1.5', '2020-01-05'],
  ['2020年10月15日', '2020-10-15'],
  ['next week', 'next week'],
])('a day typed as %s becomes %s', (typed, day) => expect(typedDay(typed)).toBe(day))

test.each([
  [{ overdue: true, paused: true, daysLeft: -1 }, 'overdue'],
  [{ overdue: false, paused: true, daysLeft: null }, 'paused'],
  [{ overdue: false, paused: false, daysLeft: 0 }, 'today'],
  [{ overdue: false, paused: false, daysLeft: 2 }, 'soon'],
  [{ overdue: false, paused: false, daysLeft: 3 }, 'calm'],
  [{ overdue: false, paused: false, daysLeft: null }, 'none'],
] as const)('%o is %s', (of, answer) => expect(urgency(of)).toBe(answer))
