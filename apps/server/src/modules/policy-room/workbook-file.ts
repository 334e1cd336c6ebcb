import { createRequire } from 'node:module'
import type { CellIn, SheetIn, SheetOut } from '@yichuang/policy'
import type ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { WorkbookUnreadable } from './policy-room.problems.ts'

/** exceljs takes half a second to load; only who needs a workbook waits for it. */
function excel(): typeof ExcelJS {
  return createRequire(import.meta.url)('exceljs') as typeof ExcelJS
}
const LARGEST = 60_000_000
const MOST_ROWS = 20_000

/** Writes sheets as .xlsx: headings in bold and frozen, every cell text, so that 0.10 stays 0.10 and days stay days. */
export async function writeWorkbook(sheets: readonly SheetOut[]): Promise<Buffer> {
  const book = new (excel().Workbook)()
  for (const { name, headings, rows, offers = {} } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow([...headings])
    for (const row of rows) sheet.addRow([...row])
    sheet.getRow(1).font = { bold: true }
    sheet.columns.forEach((column, index) => {
      column.numFmt = '@'
      column.width = Math.min(
        60,
        Math.max(10, ...[headings, ...rows].slice(0, 60).map((row) => (row[index] ?? '').length * 1.8)),
      )
    })
    for (const [heading, words] of Object.entries(offers))
      offer(sheet, sheet.getColumn(headings.indexOf(heading) + 1).letter, words)
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Lets a column be filled in from a list; the import says itself what is wrong with any other word. */
function offer(sheet: ExcelJS.Worksheet, column: string, words: readonly string[]): void {
  // A range of its own: cell by cell, the sheet would grow by as many empty rows. The types of exceljs leave it out.
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void }
  }
  dataValidations.add(`${column}2:${column}${OFFERED_ROWS}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${words.join(',')}"`],
  })
}
const OFFERED_ROWS = 1000

/** Reads every sheet with its merged ranges. Formulas are marked. Throws `workbook-unreadable`. */
export async function readWorkbook(content: Buffer): Promise<SheetIn[]> {
  const book = new (excel().Workbook)()
  try {
    let size = 0
    unzipSync(content, { filter: ({ originalSize }) => ((size += originalSize), false) })
    if (size > LARGEST) throw new Error('it unpacks to too much')
    await book.xlsx.load(content as unknown as ArrayBuffer)
  } catch (cause) {
    throw WorkbookUnreadable(undefined, { cause })
  }
  return book.worksheets.map((sheet) => {
    const rows: CellIn[][] = []
    for (let number = 1; number <= Math.min(sheet.rowCount, MOST_ROWS); number += 1) {
      const row = sheet.getRow(number)
      rows.push(
        Array.from({ length: Math.min(row.cellCount, 40) }, (_, index) =>
          cellOf(row.getCell(index + 1).value),
        ),
      )
    }
    const { merges } = sheet.model as { merges?: string[] }
    return { name: sheet.name, rows, merged: merges ?? [] }
  })
}

function cellOf(value: ExcelJS.CellValue): CellIn {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'number') return { text: String(Number(value.toPrecision(15))) }
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) }
  if (typeof value !== 'object') return { text: String(value).trim() }
  if ('formula' in value || 'sharedFormula' in value) return { text: '', formula: true }
  if ('richText' in value)
    return {
      text: value.richText
        .map(({ text }) => text)
        .join('')
        .trim(),
    }
  if ('text' in value) return { text: value.text.trim() }
  if ('error' in value) return { text: value.error }
  return { text: '' }
}
