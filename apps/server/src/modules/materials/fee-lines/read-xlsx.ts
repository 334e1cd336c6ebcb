import { readWorkbook, type WorkbookCell } from '../../../platform/workbook/index.ts'
import { SheetTooLarge, SheetUnreadable } from './problems.ts'
import { MOST_ROWS, type Cell, type Sheet } from './sheet.ts'

const BOUNDS = { onlyFirst: true, rows: MOST_ROWS + 1, columns: 50, unpackedBytes: 32 * 1_048_576 }

/** The first sheet of a workbook with anything in it. Formulas are faults of their cells. */
export async function readXlsx(content: Buffer, caller: string): Promise<Sheet> {
  const read = await readWorkbook(content, BOUNDS, caller)
  if (!read.ok) throw read.why === 'too-large' ? SheetTooLarge({ most: MOST_ROWS }) : SheetUnreadable()
  const [sheet] = read.sheets
  if (!sheet) throw SheetUnreadable()
  return {
    name: sheet.name,
    rows: sheet.rows.map(({ number, cells }) => ({ number, cells: cells.map(cellOf) })),
  }
}

function cellOf({ text, kind }: WorkbookCell): Cell {
  if (kind === 'formula') return { fault: FORMULA }
  return kind === 'error' ? { fault: ERROR } : { text }
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
