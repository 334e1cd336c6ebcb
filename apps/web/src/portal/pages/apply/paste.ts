import type { FeeLine } from '@yichuang/contracts'
import { cleanAmount, rowId, typedAmount } from './fee-lines.ts'

export interface Pasted {
  lines: FeeLine[]
  /** rows left out because they are empty or a total */
  skipped: number
  /** amounts that cannot be read, by row of what was pasted (from 1); the line is kept as typed */
  wrong: { row: number; text: string }[]
}

type Column = 'code' | 'name' | 'quantity' | 'unit' | 'unitPrice' | 'amount'

const HEADINGS: readonly [RegExp, Column][] = [
  [/编码|代码|code/i, 'code'],
  [/单价|unit ?price|^price$/i, 'unitPrice'],
  [/金额|总价|费用$|amount|total/i, 'amount'],
  [/数量|quantity|qty/i, 'quantity'],
  [/单位|^unit$/i, 'unit'],
  [/名称|项目|品名|name|item/i, 'name'],
]
const TOTAL = /^(合计|总计|小计|total|sum)/i

/** Columns by their number when no heading says what they are. */
const BY_COUNT: Readonly<Record<number, readonly Column[]>> = {
  2: ['name', 'amount'],
  3: ['name', 'quantity', 'amount'],
  4: ['name', 'quantity', 'unitPrice', 'amount'],
  5: ['code', 'name', 'quantity', 'unitPrice', 'amount'],
  6: ['code', 'name', 'quantity', 'unit', 'unitPrice', 'amount'],
}

/** Reads rows copied from a spreadsheet (tabs between cells, or blanks where there are no tabs) as fee lines. */
export function parsePaste(text: string): Pasted {
  const rows = splitRows(text)
  const heading = findHeading(rows[0] ?? [])
  const width = Math.min(Math.max(2, ...rows.map((cells) => cells.length)), 6)
  const result: Pasted = { lines: [], skipped: 0, wrong: [] }
  rows.forEach((cells, index) => {
    if (heading && index === 0) return
    const columns = heading ?? BY_COUNT[width]!
    const line = readLine(cells, columns)
    if (!line || TOTAL.test(cells.find((cell) => cell !== '') ?? '')) {
      result.skipped += 1
      return
    }
    if (typedAmount(line.amount) === undefined) result.wrong.push({ row: index + 1, text: line.amount })
    result.lines.push(line)
  })
  return result
}

/** Whether what is on the clipboard is more than one cell. */
export function isTable(text: string): boolean {
  return /\t/.test(text) || /\n\S/.test(text.trim())
}

function readLine(cells: readonly string[], columns: readonly (Column | undefined)[]): FeeLine | undefined {
  const found: Partial<Record<Column, string>> = {}
  columns.forEach((column, index) => {
    if (column && found[column] === undefined) found[column] = cells[index] ?? ''
  })
  if (!found.name && !found.amount) return undefined
  return {
    id: rowId(),
    code: (found.code ?? '').slice(0, 120),
    name: (found.name ?? '').slice(0, 120),
    quantity: (found.quantity ?? '').slice(0, 20),
    unit: (found.unit ?? '').slice(0, 20),
    unitPrice: cleanAmount(found.unitPrice ?? '').slice(0, 20),
    amount: cleanAmount(found.amount ?? '').slice(0, 20),
  }
}

function findHeading(cells: readonly string[]): (Column | undefined)[] | undefined {
  const columns = cells.map((cell) => HEADINGS.find(([pattern]) => pattern.test(cell))?.[1])
  return columns.includes('name') && columns.includes('amount') ? columns : undefined
}

/** Cells of each row; a cell in quotation marks may hold tabs and line breaks, as spreadsheets copy them. */
function splitRows(text: string): string[][] {
  const byTabs = text.includes('\t')
  const rows: string[][] = [[]]
  const cell = byTabs ? /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|\r|$)/gy : /([^\s]*)([ \u3000]+|\r?\n|\r|$)/gy
  for (const match of text.matchAll(cell)) {
    const raw = match[1]!
    const value = raw.startsWith('"') && byTabs ? raw.slice(1, -1).replaceAll('""', '"') : raw
    rows.at(-1)!.push(value.replace(/\s+/g, ' ').trim())
    if (/[\r\n]/.test(match[2]!)) rows.push([])
    if (match[2] === '') break
  }
  for (const cells of rows) {
    while (cells.length > 0 && cells.at(-1) === '') cells.pop()
  }
  if (rows.at(-1)!.length === 0) rows.pop()
  return rows
}
