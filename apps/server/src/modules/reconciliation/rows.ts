import { readTableText, transactions } from '@yichuang/hsa'
import type { Fen } from '@yichuang/kernel'
import { HospitalFault } from '../hospital/index.ts'

/** A row of the file an institution sends with 3202: a settlement, or a refund with amounts below nothing. */
export interface FileRow {
  /** its line in the TXT, from 1 */
  readonly line: number
  readonly setl_id: string
  readonly mdtrt_id: string
  readonly psn_no: string
  readonly medfee_sumamt: Fen
  readonly fund_pay_sumamt: Fen
  readonly acct_pay: Fen
  readonly refd_setl_flag: string
}

/** What a TXT is written in: hospitals' older systems know no UTF-8. */
export type Encoding = 'utf-8' | 'gb18030'

/** The bytes cannot be text of this encoding; perhaps of the other. */
export class WrongEncoding extends Error {
  override readonly name = 'WrongEncoding'
}

const COLUMNS = transactions['3202'].fileInput!
const LONGEST_LINE = 2000
const AT_ONCE = 1000
const HOW =
  '各列依次为 setl_id、mdtrt_id、psn_no、medfee_sumamt、fund_pay_sumamt、acct_pay、refd_setl_flag，以制表符分隔，不要表头'

/** The rows of a TXT, some hundred at a time, never the whole. Throws `HospitalFault` naming the line, or `WrongEncoding`. */
export async function* rowsOf(
  content: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<readonly FileRow[]> {
  let first = 1
  for await (const lines of inLots(linesOf(textOf(content, encoding)))) {
    yield read(lines, first)
    first += lines.length
  }
}

function read(lines: readonly string[], first: number): FileRow[] {
  for (const [at, line] of lines.entries()) {
    const columns = line.split('\t').length
    if (columns !== COLUMNS.fields.length)
      throw new HospitalFault(
        line === ''
          ? `TXT 第 ${first + at} 行是空行。请删去数据中间的空行后重新上传（9101）。`
          : `TXT 第 ${first + at} 行有 ${columns} 列，应为 ${COLUMNS.fields.length} 列：${HOW}。请改正后重新上传（9101）。`,
      )
  }
  const rows = readTableText(COLUMNS, lines.join('\n'), first)
  if (!rows.ok) throw new HospitalFault(rows.fault.sentences['zh-CN'])
  return (rows.value as Omit<FileRow, 'line'>[]).map((row, at) => ({ ...row, line: first + at }))
}

async function* textOf(content: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new WrongEncoding()
    }
  }
  for await (const chunk of content) yield decode(chunk)
  yield decode()
}

/** Lines without their ends (LF or CRLF); empty ones at the end of the file are none. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let [rest, empty, number] = ['', 0, 0]
  const checked = function* (line: string) {
    number += 1
    if (line.length > LONGEST_LINE)
      throw new HospitalFault(
        `TXT 第 ${number} 行超过 ${LONGEST_LINE} 个字符。请核对换行：每笔结算一行，${HOW}。`,
      )
    if (line === '') empty += 1
    else {
      for (; empty > 0; empty -= 1) yield ''
      yield line
    }
  }
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    for (const line of lines) yield* checked(line.endsWith('\r') ? line.slice(0, -1) : line)
    if (rest.length > LONGEST_LINE) yield* checked(rest)
  }
  yield* checked(rest.endsWith('\r') ? rest.slice(0, -1) : rest)
}

async function* inLots(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let lot: string[] = []
  for await (const line of lines) {
    lot.push(line)
    if (lot.length < AT_ONCE) continue
    yield lot
    lot = []
  }
  if (lot.length > 0) yield lot
}
