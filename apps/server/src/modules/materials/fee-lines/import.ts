import { fileTypeFromBuffer } from 'file-type'
import type { Readable } from 'node:stream'
import { SHEET_KINDS } from '../../../platform/files/index.ts'
import { FileKindRefused, FileTooLarge } from '../../../platform/files/problems.ts'
import type { Language } from '../../../platform/problem.ts'
import { linesOf, type ImportedLines } from './lines.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

const MOST_BYTES = 5 * 1_048_576

/** Fee lines from an uploaded .xlsx or .csv file, told apart by content; nothing of it is stored. */
export async function importLines(
  upload: { readonly fileName: string; readonly stream: Readable },
  language: Language,
  caller: string,
): Promise<ImportedLines> {
  const { fileName, stream } = upload
  const content = await readAtMost(stream, fileName)
  // Every workbook is a zip; whatever else begins so is told from it by its parts, after it has passed the bomb check.
  if (content.subarray(0, 4).equals(ZIP)) return linesOf(await readXlsx(content, caller), language)
  const found = await fileTypeFromBuffer(content)
  if (found || content.includes(0))
    throw FileKindRefused({ fileName, found: found?.ext, accept: SHEET_KINDS })
  return linesOf(readCsv(content), language)
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')

async function readAtMost(stream: Readable, fileName: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw FileTooLarge({ fileName, limit: MOST_BYTES })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
