import type { FeeLine } from '@yichuang/contracts'
import { plainAmount, typedFen } from '../../parts/money.ts'

export const lineFields = ['code', 'name', 'quantity', 'unit', 'unitPrice', 'amount'] as const
export type LineField = (typeof lineFields)[number]

const headings: Record<LineField, RegExp> = {
  code: /编码|代码|code/i,
  name: /名称|项目|品名|name|item/i,
  quantity: /数量|quantity|qty/i,
  unit: /^单位$|计价单位|^unit$/i,
  unitPrice: /单价|price/i,
  amount: /金额|合计|费用|amount|total/i,
}

/** A fee line that is still empty; ids stay unique within the bill for as long as the case lives. */
export function emptyLine(id: string): FeeLine {
  return { id, name: '', amount: '' }
}

/** The smallest whole number not yet used as an id: ids are short, stable and never given twice at once. */
export function nextId(taken: readonly { id: string }[]): string {
  const numbers = taken.map(({ id }) => Number(id)).filter(Number.isInteger)
  return String(Math.max(0, ...numbers) + 1)
}

/** Whether a pasted text is a piece of a spreadsheet rather than the content of one field. */
export function isTable(text: string): boolean {
  return text.includes('\t') || text.trim().includes('\n')
}

/**
 * Reads rows copied from a spreadsheet. A heading row names the columns; without one the last column is the amount,
 * the first text column the name, and the numbers between them quantity and price. Rows without name and amount
 * (blank lines, subtotals without a name) are left out.
 */
export function readPasted(text: string): Omit<FeeLine, 'id'>[] {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''))
  if (rows.length === 0) return []
  const named = headingColumns(rows[0]!)
  const columns = named ?? guessColumns(rows)
  return rows.slice(named ? 1 : 0).flatMap((row) => {
    const cell = (field: LineField) => {
      const index = columns[field]
      return index === undefined ? '' : (row[index] ?? '')
    }
    const line = {
      code: cell('code') || undefined,
      name: cell('name'),
      quantity: cell('quantity') || undefined,
      unit: cell('unit') || undefined,
      unitPrice: plainAmount(cell('unitPrice')) || undefined,
      amount: plainAmount(cell('amount')),
    }
    return line.name === '' || line.amount === '' ? [] : [line]
  })
}

type Columns = Partial<Record<LineField, number>>

function headingColumns(row: readonly string[]): Columns | undefined {
  const columns: Columns = {}
  for (const field of lineFields) {
    const index = row.findIndex(
      (cell, at) => headings[field].test(cell) && !Object.values(columns).includes(at),
    )
    if (index >= 0) columns[field] = index
  }
  return columns.name !== undefined && columns.amount !== undefined ? columns : undefined
}

function guessColumns(rows: readonly (readonly string[])[]): Columns {
  const width = Math.max(...rows.map((row) => row.length))
  const isNumeric = (index: number) => rows.every((row) => !row[index] || typedFen(row[index]) !== undefined)
  const texts = Array.from({ length: width }, (_, index) => index).filter((index) => !isNumeric(index))
  const [first = 0, second] = texts
  const startsWithCode = second !== undefined && rows.every((row) => /^[\w.-]+$/.test(row[first] ?? ''))
  const name = startsWithCode ? second : first
  const rest = Array.from({ length: width }, (_, index) => index).filter(
    (index) => index > name && index < width - 1 && isNumeric(index),
  )
  const unit = texts.find((index) => index > name && index < width - 1)
  return {
    ...(startsWithCode ? { code: first } : {}),
    name,
    ...(rest[0] === undefined ? {} : { quantity: rest[0] }),
    ...(unit === undefined ? {} : { unit }),
    ...(rest[1] === undefined ? {} : { unitPrice: rest[1] }),
    amount: width - 1,
  }
}
