import type { Sentences } from '../../../platform/problem.ts'

/** One cell as text, or what is wrong with it. */
export type Cell = { readonly text: string } | { readonly fault: CellFault }
export interface CellFault {
  readonly code: string
  readonly message: Sentences
}

/** A row of a fee list as it stands in the file; `number` counts from 1, as spreadsheets do. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

/** The rows of one sheet; `name` is empty for a file that has only one. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

/** More lines than a bill has, and few enough to read at once. */
export const MOST_ROWS = 2000

/** Where a cell is, as spreadsheets write it: `明细!F5`. */
export function address(sheet: Sheet, row: number, column: number): string {
  return `${sheet.name === '' ? '' : `${sheet.name}!`}${letters(column)}${row}`
}

function letters(column: number): string {
  const [first, last] = [Math.floor(column / 26), column % 26]
  return (first > 0 ? letters(first - 1) : '') + String.fromCodePoint(65 + last)
}
