import { expect, test } from 'vitest'
import { bucketName, signed } from './trial-charts.ts'

test.each([
  ['100.00', '80.00', '−¥20.00'],
  ['80.00', '100.00', '+¥20.00'],
  ['80.00', '80.00', '¥0.00'],
  [null, '1.00', '—'],
])('from %s to %s is %s', (before, after, words) => expect(signed(before, after)).toBe(words))

test.each([
  [null, -100, '< -100'],
  [-100, 0, '-100 … 0'],
  [10_000, null, '≥ 10000'],
])('a step from %s to %s reads %s', (from, to, words) => expect(bucketName({ from, to })).toBe(words))
