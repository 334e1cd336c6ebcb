import type { Fault } from '@yichuang/contracts'
import { formatYuan, parseYuan, yuan } from '@yichuang/kernel'
import type { Fen } from '@yichuang/kernel'
import { parse } from 'csv-parse/sync'
import type { Language, Sentences } from '../../platform/problem.ts'
import { TRAILER } from './bank-file.ts'
import type { Booking } from './payment.queries.ts'
import type { PaymentRow } from './run-row.ts'

/** A return file whose every line fits the run. */
export interface CheckedReturn {
  readonly bookings: readonly Booking[]
}

/** What a return file is checked against, of each payment. */
export type Returned = Pick<PaymentRow, 'paymentId' | 'line' | 'amount' | 'state' | 'bookedOn'>

export interface ReturnRules {
  /** the payments of the run, by id */
  readonly payments: ReadonlyMap<string, Returned>
  /** number of the run that a payment of another run belongs to */
  readonly otherRun: (paymentId: string) => string | undefined
  readonly language: Language
}

export interface ReturnLine {
  /** as spreadsheets count, from 1 */
  readonly row: number
  readonly cells: readonly string[]
}

interface Columns {
  readonly id: number
  readonly amount: number
  readonly result: number
  readonly reason: number
}

const NAMES: Readonly<Record<keyof Columns, readonly string[]>> = {
  id: ['支付编号', 'payment_id'],
  amount: ['金额', 'amount'],
  result: ['结果', 'result'],
  reason: ['原因', 'reason'],
}
// A map: a cell may hold any word, and every object knows what its `constructor` is.
const RESULTS: ReadonlyMap<string, Booking['state']> = new Map([
  ['成功', 'paid'],
  ['paid', 'paid'],
  ['失败', 'rejected'],
  ['退回', 'rejected'],
  ['rejected', 'rejected'],
])

/** Reads bytes of a return file: UTF-8, else GB18030 as banks' systems write it. Undefined when it is no text or no CSV. */
export function readReturnLines(bytes: Uint8Array): readonly ReturnLine[] | undefined {
  const text = decoded(bytes)
  if (text === undefined || text.includes('\0')) return undefined
  try {
    const records = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ row: info.lines, cells: record.map(withoutApostrophe) }))
  } catch {
    return undefined
  }
}

/** Ids the lines name, to look them up before they are checked. */
export function idsIn(lines: readonly ReturnLine[]): string[] {
  const ids = lines.flatMap(({ cells }) => cells).map((cell) => cell.toLowerCase())
  return [...new Set(ids.filter((cell) => UUID.test(cell)))]
}
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Checks a return file whole against its run: what to book, or every fault by row. */
export function checkReturn(
  lines: readonly ReturnLine[],
  rules: ReturnRules,
): CheckedReturn | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (row: number, code: string, { zh, en }: Sentences) =>
    faults.push({
      path: `rows.${row}`,
      code,
      message: rules.language === 'zh' ? `第 ${row} 行：${zh}` : `Row ${row}: ${en}`,
    })
  const [header, ...rest] = lines
  const columns = header && columnsOf(header.cells)
  if (!header || !columns) {
    fault(header?.row ?? 1, 'no-header', {
      zh: '没有表头。第一行应有“支付编号、金额、结果、原因”四列。',
      en: 'there is no header. The first row must name the columns 支付编号, 金额, 结果, 原因.',
    })
    return { faults }
  }
  const at = rest.findIndex(({ cells }) => isTrailer(cells[columns.id]))
  const body = at < 0 ? rest : rest.slice(0, at)
  const seen = new Map<string, number>()
  const bookings = body.flatMap((line) => bookingOf(line, columns, rules, seen, fault) ?? [])
  checkTrailer(body, at < 0 ? undefined : rest[at], columns, fault, header.row)
  for (const { row } of at < 0 ? [] : rest.slice(at + 1))
    fault(row, 'after-trailer', {
      zh: '合计行之后还有内容。合计应为最后一行。',
      en: 'there is something after the trailer, which must be the last row.',
    })
  return faults.length > 0 ? { faults } : { bookings }
}

type Report = (row: number, code: string, sentences: Sentences) => void

function bookingOf(
  { row, cells }: ReturnLine,
  columns: Columns,
  { payments, otherRun }: ReturnRules,
  seen: Map<string, number>,
  fault: Report,
): Booking | undefined {
  const id = (cells[columns.id] ?? '').toLowerCase()
  const payment = payments.get(id)
  if (!payment) {
    const other = UUID.test(id) ? otherRun(id) : undefined
    if (other === undefined)
      fault(row, 'unknown-line', {
        zh: `没有支付编号“${id}”。请核对是否为本系统导出的编号。`,
        en: `there is no payment “${id}”. Check that it is an id of the exported file.`,
      })
    else
      fault(row, 'line-of-another-run', {
        zh: `支付编号 ${id} 属于批次 ${other}。请在那个批次导入。`,
        en: `payment ${id} belongs to the run ${other}. Import it there.`,
      })
    return undefined
  }
  const first = seen.get(id)
  if (first !== undefined) {
    fault(row, 'line-twice', {
      zh: `支付编号与第 ${first} 行重复。同一笔只能有一个结果。`,
      en: `the payment is in row ${first} already. A payment has one result.`,
    })
    return undefined
  }
  seen.set(id, row)
  if (payment.state !== 'in-run') {
    const state = STATES[payment.state]
    fault(row, 'already-booked', {
      zh: `第 ${payment.line} 笔已登记为“${state.zh}”（${payment.bookedOn}），不能再次登记。`,
      en: `payment ${payment.line} was booked as ${state.en} on ${payment.bookedOn} and cannot be booked again.`,
    })
  }
  const amount = amountIn(cells[columns.amount])
  if (amount !== yuan(payment.amount))
    fault(row, 'amount-differs', {
      zh: `金额“${cells[columns.amount] ?? ''}”与支付金额 ${payment.amount} 元不一致。`,
      en: `the amount “${cells[columns.amount] ?? ''}” differs from the payment’s ${payment.amount} yuan.`,
    })
  const state = RESULTS.get((cells[columns.result] ?? '').toLowerCase())
  if (state === undefined)
    fault(row, 'result-unknown', {
      zh: `结果“${cells[columns.result] ?? ''}”无法识别，应为“成功”或“失败”。`,
      en: `the result “${cells[columns.result] ?? ''}” is neither 成功 (paid) nor 失败 (rejected).`,
    })
  const reason = cells[columns.reason]?.slice(0, 300).toWellFormed() ?? ''
  if (state === 'rejected' && reason.length < 2)
    fault(row, 'reason-empty', {
      zh: '失败的支付没有写原因。请银行补充，参保人需要据此更正账户。',
      en: 'a rejected payment has no reason. Ask the bank for it; the person needs it to correct the account.',
    })
  return state && { paymentId: payment.paymentId, state, reason: state === 'rejected' ? reason : null }
}
const STATES = {
  paid: { zh: '已支付', en: 'paid' },
  rejected: { zh: '已退回', en: 'rejected' },
  cancelled: { zh: '已撤销', en: 'cancelled' },
} as const

/** The trailer says how many rows there are and what they add up to, whatever became of them. */
function checkTrailer(
  body: readonly ReturnLine[],
  trailer: ReturnLine | undefined,
  columns: Columns,
  fault: Report,
  headerRow: number,
): void {
  if (!trailer) {
    fault((body.at(-1)?.row ?? headerRow) + 1, 'no-trailer', {
      zh: '没有合计行，文件可能不完整。最后一行应为“合计”，并有总金额和笔数。',
      en: 'there is no trailer, so the file may be incomplete. The last row must be 合计 with total and count.',
    })
    return
  }
  const total = body.reduce((sum, { cells }) => sum + (amountIn(cells[columns.amount]) ?? 0), 0) as Fen
  const said = amountIn(trailer.cells[columns.amount])
  if (said !== total)
    fault(trailer.row, 'sum-wrong', {
      zh: `合计金额“${trailer.cells[columns.amount] ?? ''}”与各行之和 ${formatYuan(total)} 元不一致。`,
      en: `the total “${trailer.cells[columns.amount] ?? ''}” differs from the sum of the rows, ${formatYuan(total)} yuan.`,
    })
  if (Number(trailer.cells[columns.result] || Number.NaN) !== body.length)
    fault(trailer.row, 'count-wrong', {
      zh: `合计笔数“${trailer.cells[columns.result] ?? ''}”与实际 ${body.length} 行不一致。`,
      en: `the count “${trailer.cells[columns.result] ?? ''}” differs from the ${body.length} rows there are.`,
    })
}

function columnsOf(header: readonly string[]): Columns | undefined {
  const at = (name: keyof Columns) =>
    header.findIndex((cell) => NAMES[name].includes(cell.toLowerCase().replace(/\s/g, '_')))
  const columns = { id: at('id'), amount: at('amount'), result: at('result'), reason: at('reason') }
  return Object.values(columns).every((index) => index >= 0) ? columns : undefined
}

function amountIn(cell: string | undefined): Fen | undefined {
  return parseYuan((cell ?? '').replaceAll(',', ''))
}

function isTrailer(cell: string | undefined): boolean {
  return cell === TRAILER || cell?.toLowerCase() === 'total'
}

/** What we put in front of a cell that looked like a formula may come back. */
function withoutApostrophe(cell: string): string {
  return cell.replace(/^'/, '')
}

function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this encoding.
    }
  }
  return undefined
}
