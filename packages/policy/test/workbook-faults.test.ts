import { describe, expect, it } from 'vitest'
import { readWorkbookOf } from '../src/index.ts'
import { jining, beijing, back, sheet, filled, medical, faultsOf } from './workbook-sheets.ts'

describe('a fault of a workbook is told with sheet, row and column', () => {
  const at = (column: string, code: string, number: number) => [code, '参数', number, column]

  it('a sheet that was renamed', () => {
    const { sheets } = filled()
    sheet(sheets, '参数').name = '参数2'
    expect(faultsOf(sheets)).toEqual([['no-sheet', '参数', 0, '']])
  })

  it('the first sheet renamed, which says whose workbook it is', () => {
    const { sheets } = filled()
    sheet(sheets, '说明').name = '封面'
    expect(faultsOf(sheets)).toEqual([['no-sheet', '说明', 0, '']])
  })

  it('a column more, told once', () => {
    const { sheets } = filled()
    for (const row of sheet(sheets, '参数').rows) row.splice(1, 0, { text: '' })
    expect(faultsOf(sheets)).toEqual([['heading', '参数', 1, 'B']])
  })

  it('merged cells', () => {
    const { sheets } = filled()
    sheet(sheets, '参数').merged = ['B3:C4']
    expect(faultsOf(sheets)).toEqual([['merged', '参数', 3, 'B']])
  })

  it('a heading that was changed', () => {
    const { sheets } = filled()
    sheet(sheets, '参数').rows[0]![6] = { text: '数值' }
    expect(faultsOf(sheets)).toEqual([['heading', '参数', 1, 'G']])
  })

  it('a formula', () => {
    const { sheets, row, number } = filled()
    row[6] = { text: '30', formula: true }
    expect(faultsOf(sheets)).toEqual([at('G', 'formula', number)])
  })

  it('the workbook of another place', () => {
    expect(faultsOf(back(beijing))).toContainEqual(['other-pack', '说明', 0, ''])
  })

  it.each([
    ['full-width digits in a day', { 4: '２０２０-12-01' }, 'E', 'full-width'],
    ['a day that does not exist', { 4: '2020-02-30' }, 'E', 'day'],
    ['a day in words', { 4: '2020年12月1日' }, 'E', 'day'],
    ['an end before the beginning', { 5: '2020-11-30' }, 'F', 'until-before-from'],
    ['a value without clause', { 8: '' }, 'I', 'needed'],
    ['a value without document', { 7: '' }, 'H', 'needed'],
    ['a value without quote', { 9: '' }, 'J', 'needed'],
    ['a quote that is not in the text', { 9: '没有这句话' }, 'J', 'quote'],
    ['an unknown document', { 7: 'nobody-2020-1' }, 'H', 'unknown'],
    ['an unknown parameter', { 0: 'no.such' }, 'A', 'unknown'],
    ['a source without a value', { 6: '' }, 'G', 'no-value'],
    ['a value that is none of the unit', { 6: 'tomorrow' }, 'G', 'unit'],
    ['a key where there is none', { 3: '2020' }, 'D', 'key'],
  ])('%s', (_, change, column, code) => {
    const { sheets, number } = filled(change)
    expect(faultsOf(sheets)).toEqual([at(column, code, number)])
  })

  it.each([
    ['万元 instead of 元', '起付标准', '0.08万元', 'with-unit', '800.00'],
    ['yuan with the word', '起付标准', '800元', 'with-unit', '800'],
    ['a ratio of 1.2', '支付比例', '1.2', 'ratio', ''],
    ['a percentage', '支付比例', '85%', 'ratio', '0.85'],
    ['full-width digits', '起付标准', '８００', 'full-width', '800'],
  ])('%s, with the figure that was meant', (_, part, text, code, meant) => {
    const sheets = back(beijing)
    const rows = sheet(sheets, '待遇表').rows
    const row = rows.find((cells) => cells[2]!.text === part)!
    row[9] = { text }
    const read = readWorkbookOf(beijing, sheets)
    expect(read.ok ? [] : read.faults).toMatchObject([
      {
        code,
        sheet: '待遇表',
        row: rows.indexOf(row) + 1,
        column: 'J',
        mend: { en: expect.stringContaining(meant) },
      },
    ])
  })

  it.each([
    ['an unknown kind of birth', { 23: '水中分娩' }, 'X', 'unknown', '助娩产'],
    ['a kind of another benefit', { 23: '放置宫内节育器' }, 'X', 'unknown', '剖宫产'],
    ['an unknown benefit', { 22: '津贴' }, 'W', 'unknown', '产前检查费'],
    ['no kind', { 23: '' }, 'X', 'needed', '正常产'],
    ['no clause', { 13: '' }, 'N', 'needed', '条款'],
    ['an amount where a share stands', { 2: '生育医疗费支付比例', 9: '3000' }, 'J', 'ratio', '0 到 1'],
    ['a share where an amount stands', { 9: '60%' }, 'J', 'unit', '800.00'],
    ['万元', { 9: '0.3万元' }, 'J', 'with-unit', '3000.00'],
    ['a level of hospital', { 3: 'tertiary' }, 'D', 'not-of-part', '清空'],
    ['an amount in wide 万元', { 9: '０．３万元' }, 'J', 'full-width', '：3000.00'],
    ['commas between the digits', { 9: '3,000' }, 'J', 'thousands', '：3000'],
    ['a wide percentage', { 2: '生育医疗费支付比例', 9: '６０％' }, 'J', 'full-width', '：0.6'],
  ])('medical costs of a birth with %s', (_, change, column, code, words) => {
    const sheets = back(jining)
    const number = medical(jining, sheets, '正常产', { 9: '3000', ...change })
    const read = readWorkbookOf(jining, sheets)
    expect(read.ok ? [] : read.faults).toMatchObject([{ code, sheet: '待遇表', row: number, column }])
    expect(JSON.stringify(read)).toContain(words)
  })

  it('a kind of birth where days of leave stand', () => {
    const sheets = back(jining)
    const number = medical(jining, sheets, '正常产', { 2: '产假天数', 9: '98' })
    expect(faultsOf(sheets)).toEqual([
      ['not-of-part', '待遇表', number, 'W'],
      ['not-of-part', '待遇表', number, 'X'],
    ])
  })

  it.each([0, 3, 23])('a formula in column %i, though the spreadsheet shows a word there', (column) => {
    const sheets = back(jining)
    const number = medical(jining, sheets, '正常产', { 9: '3000' })
    sheet(sheets, '待遇表').rows[number - 1]![column] = { text: '', formula: true }
    expect(faultsOf(sheets)).toEqual([['formula', '待遇表', number, 'ABCDEFGHIJKLMNOPQRSTUVWX'[column]]])
  })

  it('a pregnancy that is no whole number of weeks or months', () => {
    const sheets = back(jining)
    const rows = sheet(sheets, '待遇表').rows
    const row = rows.find((cells) => cells[2]!.text === '流产天数')!
    for (const [text, code] of [
      ['４', 'full-width'],
      ['四', 'count'],
    ] as const) {
      row[20] = { text }
      expect(faultsOf(sheets)).toEqual([[code, '待遇表', rows.indexOf(row) + 1, 'U']])
    }
  })

  it('a birth paid by an amount and by a share', () => {
    const sheets = back(jining)
    const rows = sheet(sheets, '待遇表').rows
    const number = medical(jining, sheets, '正常产', { 9: '3000' })
    const twice = rows[number - 1]!.map((cell) => ({ ...cell }))
    Object.assign(twice, { 2: { text: '生育医疗费支付比例' }, 9: { text: '0.8' } })
    rows.push(twice)
    expect(faultsOf(sheets)).toEqual([['two-designs', '待遇表', rows.length, 'C']])
  })

  it('one value twice from one day', () => {
    const { sheets, row, number } = filled()
    sheet(sheets, '参数').rows.push([...row])
    expect(faultsOf(sheets)).toEqual([['overlap', '参数', sheet(sheets, '参数').rows.length, '']])
    expect(number).toBeGreaterThan(1)
  })

  it('all of them at once, and nothing is taken over', () => {
    const { sheets } = filled({ 4: '2020-02-30', 8: '' })
    expect(faultsOf(sheets)).toHaveLength(2)
    expect(readWorkbookOf(jining, sheets)).not.toHaveProperty('parameters')
  })
})
