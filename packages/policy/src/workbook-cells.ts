import { parsePlainDate } from '@yichuang/kernel'
import type { Text } from './types.ts'

/** A sheet as it was read; `merged` are ranges such as `A2:B3`. Rows count from 1, the first are the headings. */
export interface SheetIn {
  readonly name: string
  readonly rows: readonly (readonly CellIn[])[]
  readonly merged: readonly string[]
}
export interface CellIn {
  readonly text: string
  readonly formula?: true
}

/** One mistake in a workbook, where it is, and how to mend it. */
export interface WorkbookFault {
  readonly code: string
  readonly sheet: string
  /** as the spreadsheet numbers them; 0 for the sheet as a whole */
  readonly row: number
  /** A, B, …; empty for the whole row or sheet */
  readonly column: string
  readonly what: Text
  readonly mend: Text
}

export type Complain = (code: string, column: number | undefined, what: Text, mend: Text) => void

export const EMPTY: CellIn = { text: '' }

/** `0` is A, `27` is AB. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}

/** What is wrong with any cell, whatever is expected there: a formula, or digits of the wide kind. Whether it is sound. */
export function checkCell(cell: CellIn, column: number, complain: Complain): boolean {
  if (cell.formula) {
    complain(
      'formula',
      column,
      { zh: '是公式', en: 'is a formula' },
      { zh: '请用“选择性粘贴—数值”改为数值', en: 'Paste it as a value' },
    )
    return false
  }
  return true
}

/** Whether a figure or day is written with half-width signs; what is told to write instead has no other fault. */
export function checkWidth({ text }: CellIn, column: number, complain: Complain): boolean {
  if (!/[０-９．，％－]/.test(text)) return true
  const narrow = figureMeant(text.normalize('NFKC')).replace(/^([\d.]+)\s*%$/, (_, percent: string) =>
    String(Number((Number(percent) / 100).toFixed(6))),
  )
  complain(
    'full-width',
    column,
    { zh: `“${text}”用了全角数字或符号`, en: `“${text}” is written with full-width digits` },
    { zh: `请写半角：${narrow}`, en: `Write it half-width: ${narrow}` },
  )
  return false
}

/** Whether a text is a day that exists. */
export function checkDay({ text }: CellIn, column: number, complain: Complain): boolean {
  if (parsePlainDate(text) !== undefined) return true
  const shaped = /^\d{4}-\d{2}-\d{2}$/.test(text)
  complain(
    'day',
    column,
    shaped
      ? { zh: `没有 ${text} 这一天`, en: `There is no day ${text}` }
      : { zh: `“${text}”不是日期`, en: `“${text}” is not a day` },
    { zh: '请写成 2020-12-31 这样的日期', en: 'Write it like 2020-12-31' },
  )
  return false
}

/** The number of yuan that an amount with a unit, or with commas between its digits, was meant to be. */
function figureMeant(text: string): string {
  const wan = /^([\d.]+)\s*万[元圆]?$/.exec(text)
  if (wan) return (Number(wan[1]) * 10_000).toFixed(2)
  return /^[\d.,\s]+[元圆]?$/.test(text) ? text.replaceAll(/[元圆,\s]/g, '') : text
}

/** An amount with a unit, or a percentage: the most common slips, each with the figure that was probably meant. */
export function checkFigure(unit: string, { text }: CellIn, column: number, complain: Complain): boolean {
  const meant = figureMeant(text)
  if (/[万元圆]/.test(text)) {
    complain(
      'with-unit',
      column,
      { zh: `“${text}”带有单位`, en: `“${text}” has a unit` },
      { zh: `以元为单位只写数字：${meant}`, en: `Write the number of yuan alone: ${meant}` },
    )
    return false
  }
  if (unit === 'yuan' && meant !== text) {
    complain(
      'thousands',
      column,
      { zh: `“${text}”写有千分位逗号`, en: `“${text}” has commas between its digits` },
      { zh: `请只写数字：${meant}`, en: `Write the digits alone: ${meant}` },
    )
    return false
  }
  const percent = /^([\d.]+)\s*%$/.exec(text)
  if (unit === 'ratio' && (percent || Number(text) > 1)) {
    const number = Number(percent?.[1] ?? text)
    const meant = percent && number <= 100 ? `：${String(Number((number / 100).toFixed(6)))}` : ''
    complain(
      'ratio',
      column,
      { zh: `“${text}”不是 0 到 1 之间的比例`, en: `“${text}” is not a ratio between 0 and 1` },
      {
        zh: `请写 0 到 1 之间的小数${meant}`,
        en: `Write a decimal between 0 and 1${meant.replace('：', ': ')}`,
      },
    )
    return false
  }
  return true
}
