import { expect, test } from 'vitest'
import { comparable, type Card } from './targets-charts.ts'

const card = (itemId: string, limit: Partial<Card['limit']>) =>
  ({ itemId, limit: { statutoryDays: null, promisedDays: null, actualP50: null, ...limit } }) as Card

test('only items with two figures to compare are drawn; on the spot is no bar', () => {
  const cards = [
    card('promised', { statutoryDays: 30, promisedDays: 9 }),
    card('only-statutory', { statutoryDays: 45 }),
    card('on-the-spot', { statutoryDays: 0, promisedDays: 0 }),
    card('handled', { statutoryDays: 30, actualP50: 6 }),
  ]
  expect(comparable(cards).map(({ itemId }) => itemId)).toEqual(['promised', 'handled'])
})
