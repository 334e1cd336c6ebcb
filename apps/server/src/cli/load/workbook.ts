import { readFile, stat } from 'node:fs/promises'
import { cellOf as workbookCell, excel, type WorkbookCell } from '../../platform/workbook/index.ts'
import { unreadable, type Cell, type TableRow } from './row.ts'

// A workbook is held in memory whole, some thirty times its size; what is larger comes as CSV.
const MOST_BYTES = 10 * 1_048_576
const MOST_ROWS = 50_000

/** Reads the first sheet of a workbook that has anything in it. A formula is a fault of its cell. */
export async function* workbookRows(file: string): AsyncGenerator<TableRow> {
  const { size } = await stat(file)
  if (size > MOST_BYTES) throw tooLarge(file)
  const workbook = new (excel().Workbook)()
  try {
    await workbook.xlsx.load((await readFile(file)) as unknown as ArrayBuffer)
  } catch {
    throw unreadable(
      file,
      '不是可以打开的 .xlsx 表格。请用表格软件打开后另存为 .xlsx 或 CSV',
      'is no workbook that can be opened. Open it in a spreadsheet and save it as .xlsx or CSV',
    )
  }
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0)
  if (!sheet) return
  if (sheet.rowCount > MOST_ROWS) throw tooLarge(file)
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.getRow(number)
    const cells = Array.from({ length: row.cellCount }, (_, index) =>
      cellOf(workbookCell(row.getCell(index + 1).value)),
    )
    yield { number, cells }
  }
}

function cellOf({ text, kind }: WorkbookCell): Cell {
  if (kind === 'number') return { text, number: true }
  if (kind === 'formula') return { text: '', fault: FORMULA }
  return kind === 'error' ? { text: '', fault: ERROR } : { text }
}

const FORMULA = {
  code: 'cell-formula',
  zh: '是公式，不能导入。请复制该列后用“选择性粘贴—数值”改为数值。',
  en: 'is a formula, which is not read. Copy the column and paste it as values.',
}
const ERROR = {
  code: 'cell-error',
  zh: '显示错误值。请改为正确的内容。',
  en: 'shows an error. Put the right value there.',
}

function tooLarge(file: string) {
  return unreadable(
    file,
    `超过 ${MOST_ROWS} 行或 ${MOST_BYTES / 1_048_576} MB。请另存为 CSV 后导入，CSV 不限大小`,
    `has more than ${MOST_ROWS} rows or ${MOST_BYTES / 1_048_576} MB. Save it as CSV, which may be of any size`,
  )
}
