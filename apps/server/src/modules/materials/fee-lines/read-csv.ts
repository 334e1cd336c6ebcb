import { parse } from 'csv-parse/sync'
import { SheetTooLarge, SheetUnreadable } from './problems.ts'
import type { Sheet } from './sheet.ts'
import { MOST_ROWS } from './sheet.ts'

/** A CSV in UTF-8 or GB18030, with comma, semicolon or tab between its cells. */
export function readCsv(content: Buffer): Sheet {
  const text = decoded(content)
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: MOST_ROWS + 21,
    }) as unknown as typeof records
  } catch (cause) {
    throw SheetUnreadable(undefined, { cause })
  }
  if (records.length > MOST_ROWS + 20) throw SheetTooLarge({ most: MOST_ROWS })
  return {
    name: '',
    rows: records.map(({ record, info }) => ({
      number: info.lines,
      cells: record.slice(0, 50).map((cell) => ({ text: cell.trim() })),
    })),
  }
}

/** What is not UTF-8 is in the encoding that Chinese spreadsheets still write. */
function decoded(content: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content)
    } catch {
      // Not in this encoding.
    }
  }
  throw SheetUnreadable()
}

/** Whichever sign parts the first line that has any into most cells. */
function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 20).find((candidate) => /[,;\t]/.test(candidate)) ?? ''
  const count = (sign: string) => line.split(sign).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!
}
