import { createRequire } from 'node:module'
import type ExcelJS from 'exceljs'
import type { Cell, Sheet, SheetRow } from './sheet.ts'
import { MOST_ROWS } from './sheet.ts'
import { SheetTooLarge, SheetUnreadable } from './problems.ts'

/** exceljs takes half a second to load; only who imports a workbook waits for it. */
export function excel(): typeof ExcelJS {
  return createRequire(import.meta.url)('exceljs') as typeof ExcelJS
}

/** The first sheet with anything in it. Formulas are faults of their cells: what they show is not what the file says. */
export async function readWorkbook(content: Uint8Array): Promise<Sheet> {
  const workbook = new (excel().Workbook)()
  try {
    await workbook.xlsx.load(content as unknown as ArrayBuffer)
  } catch (cause) {
    throw SheetUnreadable(undefined, { cause })
  }
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0)
  if (!sheet) throw SheetUnreadable()
  if (sheet.actualRowCount > MOST_ROWS + 1) throw SheetTooLarge({ most: MOST_ROWS })
  const rows: SheetRow[] = []
  sheet.eachRow((row, number) => {
    const values = Array.from({ length: Math.min(row.cellCount, 50) }, (_, index) =>
      cellOf(row.getCell(index + 1).value),
    )
    rows.push({ number, cells: values })
  })
  return { name: sheet.name, rows }
}

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'number') return { text: numberText(value) }
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) }
  if (typeof value !== 'object') return { text: String(value).trim() }
  if ('formula' in value || 'sharedFormula' in value) return { fault: FORMULA }
  if ('error' in value) return { fault: ERROR }
  if ('richText' in value)
    return {
      text: value.richText
        .map(({ text }) => text)
        .join('')
        .trim(),
    }
  if ('text' in value) return { text: value.text.trim() }
  return { text: '' }
}

/** Spreadsheets keep 15 digits; what lies behind them is noise of the binary form. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15))
  return Number.isInteger(rounded) ? rounded.toFixed(0) : String(rounded)
}

const FORMULA = {
  code: 'cell-formula',
  message: {
    zh: '是公式，不能导入。请复制该列后用“选择性粘贴—数值”改为数值。',
    en: 'is a formula, which is not read. Copy the column and paste it as values.',
  },
}
const ERROR = {
  code: 'cell-error',
  message: { zh: '显示错误值。请改为正确的内容。', en: 'shows an error. Put the right value there.' },
}
