import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatYuan } from '@yichuang/kernel'
import type { Fen } from '@yichuang/kernel'
import {
  cleanAmount,
  differenceToBill,
  emptyBill,
  emptyLine,
  sumOfBills,
  sumOfLines,
  typedAmount,
} from '../../src/portal/pages/apply/fee-lines.ts'

const lines = (...amounts: string[]) => amounts.map((amount) => ({ ...emptyLine(), amount }))

test.each([
  ['120', 12_000],
  [' ￥1,280.5 元', 128_050],
  ['１２．５０', 1250],
  ['1,28', undefined],
  ['1.234', undefined],
  ['', undefined],
])('“%s” is read as %s fen', (text, fen) => {
  expect(typedAmount(text)).toBe(fen)
})

test('only commas between thousands are taken away', () => {
  expect(cleanAmount('1,234,567.80')).toBe('1234567.80')
  expect(cleanAmount('12,34')).toBe('12,34')
})

test('amounts that cannot be read do not count', () => {
  expect(sumOfLines(lines('0.10', '0.20', 'x', ''))).toBe('0.30')
})

test('the difference says how far the lines are from the bill', () => {
  const bill = { ...emptyBill(), amount: '100.00', lines: lines('60', '37') }
  expect(differenceToBill(bill)).toBe('-3.00')
  expect(differenceToBill({ ...bill, lines: lines('60', '40') })).toBe('0.00')
  expect(differenceToBill({ ...bill, lines: lines('60', '41.5') })).toBe('1.50')
  expect(differenceToBill({ ...bill, amount: 'x' })).toBeNull()
})

test('the running sum is exact to the fen for any amounts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { maxLength: 50 }), (amounts) => {
      const total = amounts.reduce((sum, amount) => sum + amount, 0)
      const texts = amounts.map((amount) => formatYuan(amount as Fen))
      expect(sumOfLines(lines(...texts))).toBe(formatYuan(total as Fen))
      expect(sumOfBills(texts.map((amount) => ({ ...emptyBill(), amount })))).toBe(formatYuan(total as Fen))
    }),
  )
})
