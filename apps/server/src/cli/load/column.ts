import type { Parsed, PlainDate } from '@yichuang/kernel'
import type { Faults } from './faults.ts'
import type { Cell, TableRow } from './row.ts'

/** What a cell's meaning may depend on. */
export interface Reading {
  readonly today: PlainDate
  readonly regionCode: string
}

/** A column of a file: what it may be called, and how a cell of it is read. */
export interface Column<Value = unknown> {
  /** headings that are understood, the first in Chinese, the second in English */
  readonly names: readonly [zh: string, en: string, ...more: string[]]
  readonly example: string
  /** an empty cell, or a file without the column, is no fault */
  readonly optional?: true
  /** a spreadsheet that keeps such a cell as a number may have changed it */
  readonly asText?: true
  readonly read: (text: string, reading: Reading) => Parsed<Value>
}

export type Columns = Readonly<Record<string, Column>>

/** A row as it was understood; what an optional column left empty is undefined. */
export type RecordOf<C extends Columns> = {
  readonly [Name in keyof C]: (C[Name] extends Column<infer Value> ? Value : never) | IfOptional<C[Name]>
}
type IfOptional<C extends Column> = C extends { optional: true } ? undefined : never

/** Which column of the file holds what. */
export interface Heading<C extends Columns = Columns> {
  readonly places: Readonly<Partial<Record<keyof C, number>>>
  /** headings as they stand in the file */
  readonly titles: readonly string[]
  /** headings nobody asked for; such columns are left out */
  readonly ignored: readonly string[]
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s_*-]|\(.*\)$/g, '')
    .toLowerCase()

/** Finds the columns by their headings; what is missing or there twice is a fault of the first row. */
export function readHeading<C extends Columns>(columns: C, row: TableRow, faults: Faults): Heading<C> {
  const titles = row.cells.map(({ text }) => text)
  const names = titles.map(plain)
  const places: Partial<Record<keyof C, number>> = {}
  for (const [key, { names: known, optional }] of Object.entries(columns)) {
    const wanted = known.map(plain)
    const found = names.flatMap((name, place) => (wanted.includes(name) ? [place] : []))
    const [zh, en] = known
    if (found.length > 1)
      faults.add(
        { row: row.number, column: titles[found[1]!]! },
        'column-twice',
        `这一列出现了 ${found.length} 次。请只保留一列。`,
        `this column is there ${found.length} times. Keep one of them.`,
      )
    else if (found.length === 0 && !optional)
      faults.add(
        { row: row.number },
        'column-missing',
        `表头缺少“${zh}”（${en}）一列。请在第一行补上。`,
        `the heading lacks the column “${zh}” (${en}). Add it in the first row.`,
      )
    if (found.length > 0) places[key as keyof C] = found[0]!
  }
  const used = new Set(Object.values(places))
  return { places, titles, ignored: titles.filter((title, place) => title !== '' && !used.has(place)) }
}

/** Reads a row; undefined when anything in it is a fault. */
export function readRow<C extends Columns>(
  columns: C,
  { places, titles }: Heading<C>,
  row: TableRow,
  reading: Reading,
  faults: Faults,
): RecordOf<C> | undefined {
  const before = faults.count
  if (row.cells.slice(titles.length).some(({ text }) => text !== ''))
    faults.add(
      { row: row.number },
      'too-many-cells',
      '单元格多于表头的列数，多半是内容里的逗号没有加引号。请给该内容加上双引号。',
      'has more cells than the heading; most often a comma in a text is not quoted. Put that text between double quotes.',
    )
  const values = Object.entries(columns).map(([key, column]) => {
    const place = places[key]
    const cell = place === undefined ? undefined : row.cells[place]
    const title = place === undefined ? column.names[0] : titles[place]!
    return [key, readCell(column, cell ?? { text: '' }, reading, { row: row.number, column: title }, faults)]
  })
  return faults.count === before ? (Object.fromEntries(values) as RecordOf<C>) : undefined
}

/** The value of a cell; undefined when it is empty and may be, or when it is a fault. */
function readCell(
  column: Column,
  cell: Cell,
  reading: Reading,
  place: { row: number; column: string },
  faults: Faults,
): unknown {
  const wrong = cell.fault ?? cellFault(column, cell)
  if (wrong) faults.add(place, wrong.code, wrong.zh, wrong.en)
  if (wrong || cell.text === '') return undefined
  const read = column.read(cell.text, reading)
  if (read.ok) return read.value
  const { code, sentences } = read.fault
  faults.add(place, code, sentences['zh-CN'], sentences.en)
  return undefined
}

function cellFault(column: Column, { text, number }: Cell): Cell['fault'] {
  if (text === '') return column.optional ? undefined : EMPTY
  if (number && column.asText) return NUMBER
  // PostgreSQL keeps neither of these in a text.
  return text.includes('\0') || !text.isWellFormed() ? CHARACTERS : undefined
}

const EMPTY = { code: 'cell-empty', zh: '未填写。请补上。', en: 'is empty. Fill it in.' }
const NUMBER = {
  code: 'cell-number',
  zh: '在表格中存成了数字，前面的 0 和第 15 位以后的数字可能已经丢失。请把该列设为“文本”后重新填入。',
  en: 'is kept as a number, so leading zeros and digits behind the 15th may be lost. Format the column as text and enter it again.',
}
const CHARACTERS = {
  code: 'cell-characters',
  zh: '含有无法保存的字符。请删除后重新填写。',
  en: 'holds characters that cannot be stored. Remove them and write it again.',
}
