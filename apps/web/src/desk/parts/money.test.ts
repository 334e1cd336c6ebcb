import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '@yichuang/kernel'
import {
  percentFromRatio,
  plainAmount,
  ratioFromPercent,
  showFen,
  showYuan,
  sumTyped,
  typedFen,
} from './money.ts'

test.each([
  ['￥1，234.5', '1234.5'],
  [' 12 元', '12'],
  ['１２．３０', '12.30'],
])('an amount pasted as “%s” is read as %s', (typed, plain) => expect(plainAmount(typed)).toBe(plain))

test.each(['-1', '1.234', 'abc', ''])('“%s” is not an amount', (typed) =>
  expect(typedFen(typed)).toBeUndefined(),
)

test('a running sum counts what can be read and says how many lines cannot', () => {
  expect(sumTyped(['0.10', '0.20', '', 'x'])).toEqual({ sum: 30, unread: 1 })
})

test('amounts show with thousands separators', () => {
  expect(showYuan('1234567.80')).toBe('¥1,234,567.80')
  expect(showFen(fen(-5))).toBe('−¥0.05')
  expect(showYuan(null)).toBe('—')
})

test('a percentage typed by a reviewer survives the way to a ratio and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => {
      const typed = String(millionths / 10_000)
      expect(percentFromRatio(ratioFromPercent(typed)!)).toBe(typed)
    }),
  )
})

test.each(['101', '-3', '1.23456', ''])('“%s” is not a percentage', (typed) =>
  expect(ratioFromPercent(typed)).toBeUndefined(),
)
