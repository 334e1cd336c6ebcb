import type { CellIn, SheetIn, SheetOut } from '@yichuang/policy'
import type ExcelJS from 'exceljs'
import { excel, readWorkbook as readSheets, type WorkbookCell } from '../../platform/workbook/index.ts'
import { WorkbookTooLarge, WorkbookUnreadable } from './policy-room.problems.ts'

const MOST_ROWS = 20_000
const BOUNDS = { rows: MOST_ROWS, columns: 40, unpackedBytes: 60_000_000 }

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

/** Reads every sheet with its merged ranges. Formulas are marked. Throws `workbook-unreadable`, `workbook-too-large`. */
export async function readWorkbook(content: Buffer, caller: string): Promise<SheetIn[]> {
  const read = await readSheets(content, BOUNDS, caller)
  if (!read.ok) throw read.why === 'too-large' ? tooLarge() : WorkbookUnreadable()
  return read.sheets.map(({ name, rows, merged }) => {
    const last = rows.at(-1)?.number ?? 0
    if (last > MOST_ROWS) throw tooLarge()
    // Rows without anything in them count, so that a fault names the row people see.
    const cells: CellIn[][] = Array.from({ length: last }, () => [])
    for (const row of rows) cells[row.number - 1] = row.cells.map(cellOf)
    return { name, rows: cells, merged }
  })
}

function cellOf({ text, kind }: WorkbookCell): CellIn {
  return kind === 'formula' ? { text, formula: true } : { text }
}

const tooLarge = () => WorkbookTooLarge({ most: MOST_ROWS })
