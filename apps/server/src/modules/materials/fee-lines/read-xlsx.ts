import { Unzip, UnzipInflate, zipSync } from 'fflate'
import { createRequire } from 'node:module'
import type ExcelJS from 'exceljs'
import type { Cell, Sheet, SheetRow } from './sheet.ts'
import { MOST_ROWS } from './sheet.ts'
import { SheetTooLarge, SheetUnreadable } from './problems.ts'

const MOST_UNPACKED_BYTES = 32 * 1_048_576
const MOST_PARTS = 500
// A slice of this size cannot unpack to more than about 16 MB, so that a bomb is noticed before it fills the memory.
const SLICE_BYTES = 16_384

/** exceljs takes half a second to load; only who imports a workbook waits for it. */
export function excel(): typeof ExcelJS {
  return createRequire(import.meta.url)('exceljs') as typeof ExcelJS
}

/** The first sheet with anything in it. Formulas are faults of their cells: what they show is not what the file says. */
export async function readXlsx(content: Buffer): Promise<Sheet> {
  const unpacked = unpack(content)
  const workbook = new (excel().Workbook)()
  try {
    await workbook.xlsx.load(zipSync(unpacked, { level: 0 }) as unknown as ArrayBuffer)
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

/**
 * Unpacks in small slices and stops as soon as it is too much. Only what was unpacked here is read on: the directory at
 * the end of a file may name other places in it than those a reader from the front comes by, each of them a bomb.
 */
function unpack(content: Buffer): Record<string, Uint8Array> {
  const parts = new Map<string, Buffer[]>()
  let [unpacked, found] = [0, 0]
  const tooMuch = () => unpacked > MOST_UNPACKED_BYTES || found > MOST_PARTS
  const zip = new Unzip((part) => {
    found += 1
    const chunks: Buffer[] = []
    parts.set(part.name, chunks)
    part.ondata = (error, chunk) => {
      if (error) throw SheetUnreadable(undefined, { cause: error })
      unpacked += chunk.length
      if (!tooMuch()) chunks.push(Buffer.from(chunk))
    }
    if (!tooMuch()) part.start()
  })
  zip.register(UnzipInflate)
  try {
    for (let at = 0; at < content.length && !tooMuch(); at += SLICE_BYTES)
      zip.push(content.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= content.length)
  } catch (cause) {
    throw SheetUnreadable(undefined, { cause })
  }
  if (tooMuch()) throw SheetTooLarge({ most: MOST_ROWS })
  return Object.fromEntries([...parts].map(([name, chunks]) => [name, Buffer.concat(chunks)]))
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
