import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { quoteOccurs, squeeze } from '../src/quote.ts'

const text = squeeze(
  '2019 年未直接刷卡结算的医疗费用发票（包括生育\n医疗费用），可以在 2020 年 12 月 31 日前办理报销手续',
)

test.each([
  ['2019年未直接刷卡结算的医疗费用发票', true],
  ['2019 年未直接刷卡结算…可以在 2020 年 12 月 31 日前', true],
  ['可以在 2020 年…2019 年未直接', false],
  ['2019年未直接刷卡结算的发票', false],
  ['医疗费用(包括', false],
  ['…', false],
])('“%s” is found: %s', (quote, found) => {
  expect(quoteOccurs(text, quote)).toBe(found)
})

it('every piece of a text is found in it, however its white space is broken', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 2), fc.integer({ min: 1, max: 40 }), (start, length) => {
      const piece = text.slice(start, start + length)
      expect(quoteOccurs(text, piece.split('').join(' \n'))).toBe(true)
    }),
  )
})
