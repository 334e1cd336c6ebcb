// The process that reads a workbook; read.ts starts it.
import type ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import { takeTask, tell } from '../aside.ts'
import { cellOf } from './cell.ts'
import { excel } from './excel.ts'
import type { WorkbookBounds, WorkbookRead, WorkbookRow, WorkbookSheet } from './read.ts'
import { unpack } from './unpack.ts'

const { content, bounds } = await takeTask<{ content: Uint8Array; bounds: WorkbookBounds }>()
await tell(await read())
process.disconnect()

async function read(): Promise<WorkbookRead> {
  const workbook = new (excel().Workbook)()
  try {
    const parts = unpack(content, bounds.unpackedBytes)
    if (!parts) return { ok: false, why: 'too-large' }
    await workbook.xlsx.load(zipSync(parts, { level: 0 }) as unknown as ArrayBuffer)
  } catch {
    return { ok: false, why: 'unreadable' }
  }
  if (workbook.worksheets.length === 0) return { ok: false, why: 'unreadable' }
  const filled = workbook.worksheets.filter(({ actualRowCount }) => actualRowCount > 0)
  const wanted = bounds.onlyFirst ? filled.slice(0, 1) : workbook.worksheets
  if (wanted.some(({ actualRowCount }) => actualRowCount > bounds.rows))
    return { ok: false, why: 'too-large' }
  return { ok: true, sheets: wanted.map(sheetOf) }
}

function sheetOf(sheet: ExcelJS.Worksheet): WorkbookSheet {
  const rows: WorkbookRow[] = []
  sheet.eachRow((row, number) => {
    const cells = Array.from({ length: Math.min(row.cellCount, bounds.columns) }, (_, index) =>
      cellOf(row.getCell(index + 1).value),
    )
    rows.push({ number, cells })
  })
  const { merges } = sheet.model as { merges?: string[] }
  return { name: sheet.name, rows, merged: merges ?? [] }
}
