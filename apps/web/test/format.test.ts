import { expect, test } from 'vitest'
import { day, fileSize, minute, money, weekday } from '../src/shared/format.ts'

test.each([
  ['0', '¥0.00'],
  ['1234.5', '¥1,234.50'],
  ['1234567.89', '¥1,234,567.89'],
  ['-20.00', '−¥20.00'],
  ['abc', 'abc'],
  [null, ''],
])('the amount %s shows as %s', (text, shown) => {
  expect(money(text)).toBe(shown)
})

test('a day shows in the words of the language', () => {
  expect(day('2020-10-15', 'zh-CN')).toBe('2020年10月15日')
  expect(day('2020-10-15', 'en')).toBe('15 Oct 2020')
  expect(day(null, 'en')).toBe('')
  expect(weekday('2020-10-15', 'zh-CN')).toBe('星期四')
})

test('an instant shows as the minute in China', () => {
  expect(minute('2020-10-14T16:30:00Z', 'zh-CN')).toBe('2020年10月15日 00:30')
})

test.each([
  [900, '900 B'],
  [2048, '2 KB'],
  [3_565_158, '3.4 MB'],
])('%i bytes show as %s', (bytes, shown) => {
  expect(fileSize(bytes)).toBe(shown)
})
