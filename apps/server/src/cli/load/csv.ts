import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { unreadable, type TableRow } from './row.ts'

const ENCODINGS = ['utf-8', 'gb18030'] as const

/** Reads a CSV in UTF-8 or GB18030, with commas, semicolons or tabs, row by row: the file may be larger than the memory. */
export async function* csvRows(file: string): AsyncGenerator<TableRow> {
  const encoding = await encodingOf(file)
  const parser = parse({
    bom: true,
    info: true,
    delimiter: await delimiterOf(file, encoding),
    relax_column_count: true,
    max_record_size: 1_000_000,
  })
  const text = Readable.from(decoded(file, encoding))
  text.once('error', (error) => parser.destroy(error))
  text.pipe(parser)
  let before = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      // The parser tells the last line of a record; a cell with line breaks began above it.
      yield { number: before + 1, cells: record.map((cell) => ({ text: cell.trim() })) }
      before = info.lines
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = before + 1
    throw unreadable(
      file,
      `第 ${row} 行不是正确的 CSV，多半是引号没有成对。请改正引号，或从表格软件重新另存为 CSV`,
      `is no proper CSV in row ${row}; most often a quotation mark has no partner. Mend it, or save the sheet as CSV again`,
    )
  } finally {
    text.destroy()
  }
}

async function encodingOf(file: string): Promise<(typeof ENCODINGS)[number]> {
  for (const encoding of ENCODINGS) {
    try {
      for await (const text of decoded(file, encoding))
        if (text.includes('\0'))
          throw unreadable(
            file,
            '含有空字符，不是 UTF-8 或 GB18030 的文本。请从表格软件另存为“CSV UTF-8”',
            'holds null characters and is no text in UTF-8 or GB18030. Save it as “CSV UTF-8”',
          )
      return encoding
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      // Not in this encoding.
    }
  }
  throw unreadable(
    file,
    '既不是 UTF-8 也不是 GB18030 编码。请从表格软件另存为“CSV UTF-8”',
    'is neither UTF-8 nor GB18030. Save it from the spreadsheet as “CSV UTF-8”',
  )
}

async function* decoded(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** Whichever sign parts the heading into most cells. */
async function delimiterOf(file: string, encoding: string): Promise<string> {
  let beginning = ''
  for await (const text of decoded(file, encoding)) {
    beginning += text
    if (beginning.trimStart().includes('\n')) break
  }
  const heading = beginning.trimStart().split(/\r?\n/, 1)[0] ?? ''
  const count = (sign: string) => heading.split(sign).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!
}
