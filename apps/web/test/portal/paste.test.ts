import { expect, test } from 'vitest'
import { isTable, parsePaste } from '../../src/portal/pages/apply/paste.ts'

const plain = (text: string) =>
  parsePaste(text).lines.map(({ code, name, quantity, unit, unitPrice, amount }) => [
    code,
    name,
    quantity,
    unit,
    unitPrice,
    amount,
  ])

test('columns follow the headings, in whatever order they stand', () => {
  expect(plain('金额\t项目名称\t单位\t数量\t单价\n120.00\t床位费\t天\t2\t60.00\n')).toEqual([
    ['', '床位费', '2', '天', '60.00', '120.00'],
  ])
})

test.each([
  ['two', '床位费\t120', ['', '床位费', '', '', '', '120']],
  ['three', '床位费\t2\t120', ['', '床位费', '2', '', '', '120']],
  ['four', '床位费\t2\t60\t120', ['', '床位费', '2', '', '60', '120']],
  ['five', 'A01\t床位费\t2\t60\t120', ['A01', '床位费', '2', '', '60', '120']],
  ['six', 'A01\t床位费\t2\t天\t60\t120', ['A01', '床位费', '2', '天', '60', '120']],
])('without headings %s columns are read by their number', (_, text, line) => {
  expect(plain(text)).toEqual([line])
})

test('a row that lacks its last cells is read by the width of the whole table', () => {
  expect(plain('床位费\t2\t60\t120\n护理费\t3')).toEqual([
    ['', '床位费', '2', '', '60', '120'],
    ['', '护理费', '3', '', '', ''],
  ])
})

test('rows without tabs are split at blanks', () => {
  expect(plain('床位费 2 120.00\n护理费 1 8.50')).toEqual([
    ['', '床位费', '2', '', '', '120.00'],
    ['', '护理费', '1', '', '', '8.50'],
  ])
})

test('totals and empty rows are left out and counted', () => {
  const pasted = parsePaste('床位费\t120\n\n合计\t120\n')
  expect(pasted.lines).toHaveLength(1)
  expect(pasted.skipped).toBe(2)
})

test('an amount loses its signs and thousands commas', () => {
  expect(plain('手术费\t￥1,280.50元')).toEqual([['', '手术费', '', '', '', '1280.50']])
})

test('an amount that cannot be read is kept as typed and named with its row', () => {
  const pasted = parsePaste('床位费\t120\n护理费\t八元')
  expect(pasted.wrong).toEqual([{ row: 2, text: '八' }])
  expect(pasted.lines[1]?.name).toBe('护理费')
})

test('a quoted cell may hold line breaks, tabs and quotation marks', () => {
  expect(plain('"注射用\n头孢""呋辛"""\t12.00\r\n"a\tb"\t1')).toEqual([
    ['', '注射用 头孢"呋辛"', '', '', '', '12.00'],
    ['', 'a b', '', '', '', '1'],
  ])
})

test('one cell on the clipboard is not a table', () => {
  expect(isTable('床位费')).toBe(false)
  expect(isTable('床位费\n')).toBe(false)
  expect(isTable('床位费\t1')).toBe(true)
  expect(isTable('床位费\n护理费')).toBe(true)
})

test('nothing pasted gives nothing', () => {
  expect(parsePaste('')).toEqual({ lines: [], skipped: 0, wrong: [] })
  expect(parsePaste('\n\n').lines).toEqual([])
})
