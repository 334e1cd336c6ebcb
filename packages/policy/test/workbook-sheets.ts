import { readWorkbookOf, workbookEdits, workbookOf } from '../src/index.ts'
import type { CellIn, Pack, SheetIn } from '../src/index.ts'
import { filesBelow, here, realPacks } from './files.ts'

export const files = filesBelow(here('../../../policy-packs'))
export const packs = realPacks()
export const jining = packs.get('cn-37-08-jining')!
export const beijing = packs.get('cn-11-beijing')!
export const QUOTE = '办理时限更短'

export type Sheets = {
  -readonly [K in keyof SheetIn]: SheetIn[K] extends readonly (readonly CellIn[])[] ? CellIn[][] : SheetIn[K]
}[]

/** The workbook as it comes back, nothing filled in. */
export function back(pack: Pack): Sheets {
  return workbookOf(pack).map(({ name, headings, rows }) => ({
    name,
    merged: [],
    rows: [headings, ...rows].map((row) => row.map((text): CellIn => ({ text }))),
  }))
}
export const sheet = (sheets: Sheets, name: string) => sheets.find((entry) => entry.name === name)!
export const rowOf = (sheets: Sheets, name: string, id: string) =>
  sheet(sheets, name).rows.find((cells) => cells[0]!.text === id)!

/** The workbook of 济宁 with one parameter filled in, and some of its cells changed. */
export function filled(change: Record<number, string> = {}, id = 'clock.after-hours') {
  const sheets = back(jining)
  const row = rowOf(sheets, '参数', id)
  const cells = { 4: '2020-12-01', 6: 'same-day', 7: 'jining-2020-13', 8: '一（一）', 9: QUOTE, ...change }
  for (const [column, text] of Object.entries(cells)) row[Number(column)] = { text }
  return { sheets, row, number: sheet(sheets, '参数').rows.indexOf(row) + 1 }
}

/** Fills in the open row of a kind of birth; the number of the row. */
export function medical(pack: Pack, sheets: Sheets, kind: string, change: Record<number, string>): number {
  const { rows } = sheet(sheets, '待遇表')
  const row = rows.find((cells) => cells[23]!.text === kind && cells[9]!.text === '')!
  const [document, { text }] = [...pack.documents].find(([, { pack: owner }]) => owner === pack.id)!
  const said = { 10: '2020-09-01', 12: document, 13: '一（一）', 14: text.slice(0, 6) }
  for (const [column, value] of Object.entries({ ...said, ...change })) row[Number(column)] = { text: value }
  return rows.indexOf(row) + 1
}
export const faultsOf = (sheets: Sheets, pack = jining) => {
  const read = readWorkbookOf(pack, sheets)
  return read.ok ? [] : read.faults.map(({ code, sheet, row, column }) => [code, sheet, row, column])
}
export function edited(
  sheets: Sheets,
  pack = jining,
  now: ReadonlyMap<string, string> = files,
  loaded = packs,
) {
  const read = readWorkbookOf(pack, sheets)
  if (!read.ok) throw new Error(read.faults.map(({ what }) => what.en).join('; '))
  return workbookEdits(now, loaded, pack.id, read)
}
