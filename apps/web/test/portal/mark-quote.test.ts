import { expect, test } from 'vitest'
import { markQuote } from '../../src/portal/pages/document/mark-quote.ts'

const marked = (text: string, quote: string) =>
  markQuote(text, quote)
    .flat()
    .filter((piece) => piece.marked)
    .map((piece) => piece.text)

test('the quoted words are marked and nothing else', () => {
  expect(markQuote('由30个工作日缩短至9个工作日。\n下一段', '9个工作日')).toEqual([
    [
      { text: '由30个工作日缩短至', marked: false },
      { text: '9个工作日', marked: true },
      { text: '。', marked: false },
    ],
    [{ text: '下一段', marked: false }],
  ])
})

test('line breaks and spaces inside the text do not matter', () => {
  expect(marked('大\n\n力实施 流程再造', '大力实施流程再造')).toEqual(['大', '力实施 流程再造'])
})

test('words left out of the quote stay unmarked', () => {
  expect(marked('2019 年的票据，可以在 2020 年底前报销', '2019年的票据…2020年底前报销')).toEqual([
    '2019 年的票据',
    '2020 年底前报销',
  ])
})

test('a quote that is not there marks nothing, and the text stays whole', () => {
  const paragraphs = markQuote('甲乙丙', '丁')
  expect(paragraphs).toEqual([[{ text: '甲乙丙', marked: false }]])
  expect(markQuote('甲乙丙', '')).toEqual(paragraphs)
})
