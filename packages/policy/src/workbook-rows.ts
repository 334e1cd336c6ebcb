import type { Text } from './types.ts'
import { checkCell, columnName, EMPTY } from './workbook-cells.ts'
import type { CellIn, Complain, SheetIn, WorkbookFault } from './workbook-cells.ts'

/** A row by its headings, with a way to complain about a column of it. */
export interface Row {
  readonly number: number
  readonly cell: (heading: string) => CellIn
  readonly column: (heading: string) => number
  readonly complain: Complain
}

/** The sheet of a name; complains where there is none. */
export function sheetNamed(
  sheets: readonly SheetIn[],
  name: string,
  faults: WorkbookFault[],
): SheetIn | undefined {
  const sheet = sheets.find((entry) => entry.name === name)
  if (sheet) return sheet
  const there = sheets.map((entry) => entry.name)
  faults.push(
    ofSheet(
      'no-sheet',
      name,
      {
        zh: `缺少工作表“${name}”；文件中有：${there.join('、')}`,
        en: `The sheet “${name}” is missing; there are: ${there.join(', ')}`,
      },
      { zh: '请把工作表改回原来的名称', en: 'Give the sheet its name back' },
    ),
  )
  return undefined
}

/** Reads the filled-in rows of a sheet; a renamed sheet, merged cells or another first row are faults of the sheet. */
export function lines<T>(
  sheets: readonly SheetIn[],
  name: string,
  headings: readonly string[],
  faults: WorkbookFault[],
  read: (row: Row) => T | undefined,
): T[] {
  const sheet = sheetNamed(sheets, name, faults)
  if (!sheet) return []
  for (const range of sheet.merged)
    faults.push({
      ...ofSheet(
        'merged',
        name,
        { zh: `单元格 ${range} 已合并`, en: `The cells ${range} are merged` },
        { zh: '请取消合并，每行都写全', en: 'Unmerge them and fill in every row' },
      ),
      row: Number(/\d+/.exec(range)?.[0] ?? 0),
      column: /^[A-Z]+/.exec(range)?.[0] ?? '',
    })
  const [head = [], ...rows] = sheet.rows
  let sound = true
  for (const [column, heading] of headings.entries())
    if ((head[column]?.text ?? '').trim() !== heading) {
      sound = false
      faults.push({
        ...ofSheet(
          'heading',
          name,
          {
            zh: `首行应为“${heading}”，现为“${head[column]?.text ?? ''}”`,
            en: `The heading must be “${heading}” and is “${head[column]?.text ?? ''}”`,
          },
          {
            zh: '请把首行改回原样，不增减列，也不改次序',
            en: 'Restore the first row: no column more or less, in the same order',
          },
        ),
        row: 1,
        column: columnName(column),
      })
      // One column more or less moves all that follow.
      break
    }
  if (!sound) return []
  return rows.flatMap((cells, index) => {
    const number = index + 2
    const before = faults.length
    const row: Row = {
      number,
      column: (heading) => headings.indexOf(heading),
      cell: (heading) => cells[headings.indexOf(heading)] ?? EMPTY,
      complain: (code, column, what, mend) =>
        faults.push({
          code,
          sheet: name,
          row: number,
          column: column === undefined ? '' : columnName(column),
          what,
          mend,
        }),
    }
    const line = read(row)
    return line === undefined || faults.length > before ? [] : [line]
  })
}

/** Whether a cell that must be filled in is; complains where it is not. */
export function needed(row: Row, heading: string): boolean {
  const cell = row.cell(heading)
  if (!checkCell(cell, row.column(heading), row.complain)) return false
  if (cell.text !== '') return true
  row.complain(
    'needed',
    row.column(heading),
    { zh: `缺少${heading}`, en: `“${heading}” is missing` },
    {
      zh: '有值的行必须写明施行日、文件、条款和原文',
      en: 'A row with a value needs its day, document, clause and quote',
    },
  )
  return false
}

/** Complains of every formula in a row: what it would give is not known here. Whether there is none. */
export function noFormulas(row: Row, headings: readonly string[]): boolean {
  return headings
    .map((heading) => checkCell(row.cell(heading), row.column(heading), row.complain))
    .every(Boolean)
}

/** Complains of what stands in a column that must be empty. */
export function mustBeEmpty(row: Row, part: string, headings: readonly string[]): void {
  for (const heading of headings)
    if (row.cell(heading).text !== '')
      row.complain(
        'not-of-part',
        row.column(heading),
        { zh: `“${part}”没有“${heading}”`, en: `“${part}” has no “${heading}”` },
        { zh: '请清空这一格，或改正部分', en: 'Clear the cell, or correct the part' },
      )
}

/** Complains of a name that nobody knows. */
export function unknown(row: Row, heading: string, zh: string, en: string): void {
  const text = row.cell(heading).text
  row.complain(
    'unknown',
    row.column(heading),
    { zh: `没有名为“${text}”的${zh}`, en: `There is no ${en} “${text}”` },
    { zh: '请按导出的工作簿填写', en: 'Write it as the exported workbook does' },
  )
}

/** Finds rows that set the same thing from the same day. */
export function sameTwice<T extends { readonly row: number }>(
  lines: readonly T[],
  sheet: string,
  faults: WorkbookFault[],
  keyOf: (line: T) => string,
): void {
  const seen = new Map<string, number>()
  for (const line of lines) {
    const key = keyOf(line)
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, line.row)
    else
      faults.push({
        ...ofSheet(
          'overlap',
          sheet,
          {
            zh: `与第 ${earlier} 行是同一天起的同一个值`,
            en: `It sets the same value from the same day as row ${earlier}`,
          },
          { zh: '请删去其中一行，或改正施行日', en: 'Delete one of them, or correct the day' },
        ),
        row: line.row,
      })
  }
}

/** A fault of a whole sheet. */
export function ofSheet(code: string, sheet: string, what: Text, mend: Text): WorkbookFault {
  return { code, sheet, row: 0, column: '', what, mend }
}
