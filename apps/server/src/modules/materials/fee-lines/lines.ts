import type { FeeLine, Fault } from '@yichuang/contracts'
import { formatYuan, parseYuan, sumFen } from '@yichuang/kernel'
import type { Fen } from '@yichuang/kernel'
import type { Language, Sentences } from '../../../platform/problem.ts'
import { SheetHeaderMissing, SheetTooLarge } from './problems.ts'
import { address, MOST_ROWS } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** Columns of a fee list: what they are called here, and what hospitals call them. */
export const columns = {
  code: { title: '项目编码', names: /^(医保|国家|项目|药品|收费)*(编码|代码)$|^code$/i, length: 120 },
  name: {
    title: '项目名称',
    names: /^(收费|费用|药品|医保)*(项目)?(名称|项目)$|^name$|^item$/i,
    length: 120,
  },
  quantity: { title: '数量', names: /^数量$|^quantity$|^qty$/i, length: 20 },
  unit: { title: '单位', names: /^(计价)?单位$|^unit$/i, length: 20 },
  unitPrice: { title: '单价', names: /^单价(\(元\)|（元）)?$|^(unit )?price$/i, length: 20 },
  amount: { title: '金额', names: /^(总|合计)?金额(\(元\)|（元）)?$|^amount$/i, length: 20 },
} as const
type Column = keyof typeof columns
const COLUMNS = Object.keys(columns) as Column[]

export interface ImportedLines {
  readonly lines: FeeLine[]
  /** sum of the amounts that can be read, yuan */
  readonly total: string
  readonly faults: Fault[]
}

/** The fee lines of a sheet, with every fault and the cell it is in. A faulty line is kept as it stands, to be mended. */
export function linesOf(sheet: Sheet, language: Language): ImportedLines {
  const heading = headingOf(sheet)
  const rows = sheet.rows.filter(
    (row) => row.number > heading.row && !isEmpty(row) && !isSum(row, heading.places),
  )
  if (rows.length > MOST_ROWS) throw SheetTooLarge({ most: MOST_ROWS })
  const faults: Fault[] = []
  const amounts: Fen[] = []
  const lines = rows.map((row): FeeLine => {
    const fault = (column: Column, code: string, what: Sentences) => {
      const at = address(sheet, row.number, heading.places[column] ?? 0)
      faults.push({ path: at, code, message: sentence(at, row.number, column, what, language) })
    }
    const read = (column: Column): string | undefined => {
      const place = heading.places[column]
      const cell = place === undefined ? undefined : row.cells[place]
      if (cell && 'fault' in cell) {
        fault(column, cell.fault.code, cell.fault.message)
        return undefined
      }
      const text = cell?.text ?? ''
      if (text.length > columns[column].length) fault(column, 'too-long', TOO_LONG)
      return text.slice(0, columns[column].length)
    }
    const written = read('amount')
    const amount =
      written === undefined ? '' : amountOf(written, (code, what) => fault('amount', code, what), amounts)
    const name = read('name')
    if (name === '') fault('name', 'name-missing', NO_NAME)
    const more = (['code', 'quantity', 'unit', 'unitPrice'] as const).flatMap((column) => {
      const text = read(column)
      return text ? [[column, text] as const] : []
    })
    return { id: `r${row.number}`, name: name ?? '', amount, ...Object.fromEntries(more) }
  })
  return { lines, total: formatYuan(sumFen(amounts)), faults }
}

function amountOf(text: string, fault: (code: string, what: Sentences) => void, amounts: Fen[]): string {
  const plain = text.replace(/[,，\s¥￥元]/g, '')
  const amount = parseYuan(plain)
  if (amount === undefined) {
    if (plain === '') fault('amount-missing', NO_AMOUNT)
    else if (/^-?\d+\.\d{3,}$/.test(plain)) fault('amount-decimals', DECIMALS)
    else fault('amount-unreadable', NOT_AMOUNT)
    return text
  }
  if (amount < 0) {
    fault('amount-negative', NEGATIVE)
    return text
  }
  amounts.push(amount)
  return formatYuan(amount)
}

/** The first row that names both what a line is and what it costs. */
function headingOf({ rows }: Sheet): { row: number; places: Partial<Record<Column, number>> } {
  for (const row of rows.slice(0, 20)) {
    const places: Partial<Record<Column, number>> = {}
    for (const [place, cell] of row.cells.entries()) {
      const text = 'text' in cell ? cell.text.replace(/\s/g, '') : ''
      const column = COLUMNS.find((name) => places[name] === undefined && columns[name].names.test(text))
      if (column) places[column] = place
    }
    if (places.name !== undefined && places.amount !== undefined) return { row: row.number, places }
  }
  throw SheetHeaderMissing({ missing: { zh: '项目名称、金额', en: '“项目名称” (name) and “金额” (amount)' } })
}

function isEmpty({ cells }: SheetRow): boolean {
  return cells.every((cell) => 'text' in cell && cell.text === '')
}

/** A line that only sums up the others; taken for a fee it would count everything twice. */
function isSum({ cells }: SheetRow, { name = 0 }: Partial<Record<Column, number>>): boolean {
  const first = cells.find((cell) => 'text' in cell && cell.text !== '')
  const texts = [cells[name], first].map((cell) =>
    cell && 'text' in cell ? cell.text.replace(/[\s:：]/g, '') : '',
  )
  return texts.some((text) => /^(合计|总计|小计|总额|total|sum)$/i.test(text))
}

function sentence(at: string, row: number, column: Column, what: Sentences, language: Language): string {
  const { title } = columns[column]
  return language === 'zh'
    ? `第 ${row} 行“${title}”（单元格 ${at}）${what.zh}`
    : `Row ${row}, ${column} (cell ${at}) ${what.en}`
}

const NO_NAME = { zh: '未填写。请写明费用项目的名称。', en: 'is empty. Write what the fee is for.' }
const NO_AMOUNT = { zh: '未填写。请填写该项费用的金额。', en: 'is empty. Write what it cost.' }
const DECIMALS = {
  zh: '超过两位小数。请改为元、角、分，最多两位小数。',
  en: 'has more than two decimals. Write yuan with at most two.',
}
const NEGATIVE = {
  zh: '是负数。退费请从原项目中减去后填写实际金额。',
  en: 'is negative. Take a refund off the line it belongs to.',
}
const NOT_AMOUNT = {
  zh: '不是金额。请只填数字，例如 128.50。',
  en: 'is not an amount. Write digits only, such as 128.50.',
}
const TOO_LONG = { zh: '内容过长，已截短。请核对。', en: 'is too long and was cut. Check it.' }
