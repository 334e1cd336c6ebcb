import { expect, test } from 'vitest'
import { fillDays } from './charts.ts'

test('days without a case show as gaps, up to the promised limit', () => {
  expect(fillDays([{ days: 1, count: 4 }], 3)).toEqual([
    { days: 0, count: 0 },
    { days: 1, count: 4 },
    { days: 2, count: 0 },
    { days: 3, count: 0 },
  ])
})

test('a duration past the limit still has its bar', () => {
  expect(fillDays([{ days: 2, count: 1 }], 1).at(-1)).toEqual({ days: 2, count: 1 })
})
