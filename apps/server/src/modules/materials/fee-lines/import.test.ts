import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { Readable } from 'node:stream'
import { describe, expect, it, test } from 'vitest'
import { excel } from '../../../platform/workbook/index.ts'
import { importLines } from './import.ts'
import { columns } from './lines.ts'
import { linesTemplate } from './template.ts'

const read = (content: Buffer | string, fileName = '明细.xlsx') =>
  importLines({ fileName, stream: Readable.from([Buffer.from(content)]) }, 'zh', 'clerk')

async function workbook(fill: (sheet: import('exceljs').Worksheet) => void): Promise<Buffer> {
  const book = new (excel().Workbook)()
  fill(book.addWorksheet('明细'))
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('a fee list in a workbook', () => {
  it('is read line by line, without its sum', async () => {
    const content = await workbook((sheet) => {
      sheet.addRow(['门诊费用清单'])
      sheet.addRow(['医保编码', '项目名称', '数量', '单位', '单价', '金额（元）'])
      sheet.addRow(['XA01', '阿莫西林胶囊', 2, '盒', 12.1, 24.2])
      sheet.addRow(['', '血常规', '1', '次', '', '1,020.5'])
      sheet.addRow(['', '合计', '', '', '', 1044.7])
    })
    expect(await read(content)).toEqual({
      lines: [
        {
          id: 'r3',
          code: 'XA01',
          name: '阿莫西林胶囊',
          quantity: '2',
          unit: '盒',
          unitPrice: '12.1',
          amount: '24.20',
        },
        { id: 'r4', name: '血常规', quantity: '1', unit: '次', amount: '1020.50' },
      ],
      total: '1044.70',
      faults: [],
    })
  })

  it('names sheet, row and column of everything that is wrong in it', async () => {
    const content = await workbook((sheet) => {
      sheet.addRow(['项目名称', '金额'])
      sheet.addRow(['床位费', { formula: 'B3*2', result: 20 }])
      sheet.addRow(['护理费', 10.123])
      sheet.addRow(['退费', -5])
      sheet.addRow(['', '八元'])
    })
    const { faults, total } = await read(content)
    expect(total).toBe('0.00')
    expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '明细!B2 cell-formula',
      '明细!B3 amount-decimals',
      '明细!B4 amount-negative',
      '明细!B5 amount-unreadable',
      '明细!A5 name-missing',
    ])
    expect(faults[0]!.message).toBe(
      '第 2 行“金额”（单元格 明细!B2）是公式，不能导入。请复制该列后用“选择性粘贴—数值”改为数值。',
    )
  })

  it.each(['code', 'quantity', 'unit', 'unitPrice'] as const)(
    'warns of a formula in the column %s, and reads the rest of its line',
    async (column) => {
      const content = await workbook((sheet) => {
        sheet.addRow(['项目名称', columns[column].title, '金额'])
        sheet.addRow(['床位费', { formula: 'C2/2', result: 10 }, 20])
        sheet.addRow(['护理费', { sharedFormula: 'B2', result: 5 }, 10])
      })
      const { faults, lines } = await read(content)
      expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
        '明细!B2 cell-formula',
        '明细!B3 cell-formula',
      ])
      expect(lines).toEqual([
        { id: 'r2', name: '床位费', amount: '20.00' },
        { id: 'r3', name: '护理费', amount: '10.00' },
      ])
    },
  )

  it('is read from the front only: what just its directory names may be a bomb, and is not there', async () => {
    const book = unzipSync(
      await workbook((sheet) =>
        sheet.addRows([
          ['项目名称', '金额'],
          ['挂号费', 5],
        ]),
      ),
    )
    const inner = Buffer.from(zipSync(book, { level: 0 }))
    const front = Buffer.from(zipSync({ 'inside.bin': inner }, { level: 0 }))
    const inside = front.indexOf(inner)
    const from = inner.readUInt32LE(inner.length - 6)
    const directory = inner.subarray(from)
    // Every entry of the directory now points into the one stored part.
    for (let at = 0; directory.readUInt32LE(at) === 0x02014b50; at += 46 + directory.readUInt16LE(at + 28))
      directory.writeUInt32LE(directory.readUInt32LE(at + 42) + inside, at + 42)
    directory.writeUInt32LE(inside + from, directory.length - 6)
    const content = Buffer.concat([front.subarray(0, inside + from), directory])
    await expect(read(content)).rejects.toMatchObject({ code: 'sheet-unreadable' })
  })

  it.each([
    ['merges a million rows', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'],
    [
      'offers words in every cell',
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
    ],
  ])('that %s is refused, and the server goes on', async (_, asked) => {
    const parts = unzipSync(await workbook((sheet) => sheet.addRow(['项目名称', '金额'])))
    const sheet = 'xl/worksheets/sheet1.xml'
    parts[sheet] = strToU8(strFromU8(parts[sheet]!).replace('</sheetData>', `</sheetData>${asked}`))
    const content = Buffer.from(zipSync(parts))
    expect(content.length).toBeLessThan(10_000)
    await expect(read(content)).rejects.toMatchObject({ code: 'sheet-too-large', status: 413 })
  })

  it('made from the template comes back as it was filled in', async () => {
    const book = new (excel().Workbook)()
    await book.xlsx.load((await linesTemplate()) as unknown as ArrayBuffer)
    book.worksheets[0]!.addRow({ 1: 'x' })
    book.worksheets[0]!.addRow(['', '挂号费', '', '', '', 5])
    const filled = Buffer.from(await book.xlsx.writeBuffer())
    expect(await read(filled)).toMatchObject({
      lines: [{ name: '挂号费', amount: '5.00' }],
      total: '5.00',
      faults: [],
    })
  })

  it('that unpacks to far more than it weighs is refused before it fills the memory', async () => {
    const bomb = Buffer.from(
      zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1_048_576) }, { level: 1 }),
    )
    expect(bomb.length).toBeLessThan(400_000)
    await expect(read(bomb)).rejects.toMatchObject({ code: 'sheet-too-large', status: 413 })
  })

  test.each([
    [
      'a program that is called a workbook',
      Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000', 'latin1'),
      'file-kind-refused',
    ],
    ['a zip that is no workbook', Buffer.from(zipSync({ 'a.txt': new Uint8Array(3) })), 'sheet-unreadable'],
    ['a workbook cut in half', Buffer.from('PK\u0003\u0004 and nothing more', 'latin1'), 'sheet-unreadable'],
    ['a list without headings', Buffer.from('挂号费,5\n'), 'sheet-header-missing'],
  ])('%s is refused with a sentence that helps', async (_, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code })
  })
})

describe('a fee list as text', () => {
  const gb18030 = Buffer.from('cfeec4bfc3fbb3c62cbdf0b6ee0ab9d2bac5b7d12c350a', 'hex')
  test.each([
    ['UTF-8 with commas', Buffer.from('\uFEFF项目名称,金额\n"挂号费",5\n')],
    ['semicolons', Buffer.from('项目名称;金额\n挂号费;5\n')],
    ['tabs, as pasted from a spreadsheet', Buffer.from('项目名称\t金额\r\n挂号费\t5\r\n')],
    ['GB18030, as Chinese spreadsheets write it', gb18030],
  ])('in %s is read', async (_, content) => {
    expect(await read(content, '明细.csv')).toMatchObject({
      lines: [{ name: '挂号费', amount: '5.00' }],
      total: '5.00',
      faults: [],
    })
  })

  it('with more lines than a bill has is refused', async () => {
    const content = `项目名称,金额\n${'挂号费,5\n'.repeat(2100)}`
    await expect(read(content, '明细.csv')).rejects.toMatchObject({ code: 'sheet-too-large' })
  })
})
