import type { Answer } from '../hospital/client/station.ts'
import { fenOf } from './amounts.ts'

/** A settlement or a cancellation as an institution has it in its books; amounts in yuan, below nothing for a refund. */
export interface BookRow {
  readonly day: string
  readonly setlId: string
  readonly mdtrtId: string
  readonly psnNo: string
  readonly total: string
  readonly fund: string
  readonly account: string
  readonly insutype: string
  readonly clrType: string
  /** of the message that settled */
  readonly msgid: string
}

/** What this examination has settled and taken back, so that it can be reconciled when its day is over. */
export interface Books {
  /** Notes an answer that was accepted. */
  note(day: string, answer: Answer, input: unknown): void
  rows(day: string): readonly BookRow[]
  /** settlements of a day that 2601 took back: the centre has a pair that stands in no books */
  reversed(day: string): readonly BookRow[]
}

const SETTLES = new Set(['2207', '2207A', '2304', '2304A', '2102', '2102A'])
const CANCELS = new Set(['2208', '2305'])

// oxlint-disable-next-line typescript/no-explicit-any -- whatever was sent
type Sent = any

export function openBooks(): Books {
  const rows = new Map<string, BookRow>()
  const reversed: BookRow[] = []
  return {
    note(day, { infno, msgid, output }, input: Sent) {
      const info = output?.setlinfo
      if (SETTLES.has(infno) && info?.setl_id !== undefined) {
        const { insutype, clr_type, ...rest } = info as Record<string, unknown>
        const row = { ...amountsIn(day, msgid, rest), insutype: String(insutype), clrType: String(clr_type) }
        if (!rows.has(row.setlId)) rows.set(row.setlId, row)
      }
      const of = rows.get(String(input?.data?.setl_id))
      if (CANCELS.has(infno) && of && info?.setl_id !== undefined) {
        const { mdtrtId, psnNo, insutype, clrType } = of
        const back = {
          ...amountsIn(day, msgid, info as Record<string, unknown>),
          mdtrtId,
          psnNo,
          insutype,
          clrType,
        }
        rows.set(back.setlId, back)
      }
      if (infno !== '2601') return
      const taken = [...rows.values()].find((row) => row.msgid === input?.data?.omsgid)
      if (!taken) return
      rows.delete(taken.setlId)
      reversed.push(taken)
    },
    rows: (day) => [...rows.values()].filter((row) => row.day === day),
    reversed: (day) => reversed.filter((row) => row.day === day),
  }
}

function amountsIn(day: string, msgid: string, info: Readonly<Record<string, unknown>>) {
  const yuan = (key: string) => ((fenOf(info[key] ?? 0) || 0) / 100).toFixed(2)
  return {
    day,
    msgid,
    setlId: String(info['setl_id']),
    mdtrtId: String(info['mdtrt_id']),
    psnNo: String(info['psn_no']),
    total: yuan('medfee_sumamt'),
    fund: yuan('fund_pay_sumamt'),
    account: yuan('acct_pay'),
  }
}

/** Sum of an amount over rows, in yuan. */
export function sumOfRows(rows: readonly BookRow[], key: 'total' | 'fund' | 'account'): string {
  return (rows.reduce((sum, row) => sum + fenOf(row[key]), 0) / 100).toFixed(2)
}

/** What no fund and no account has paid, in yuan. */
export function cashOfRows(rows: readonly BookRow[]): string {
  const [total, fund, account] = (['total', 'fund', 'account'] as const).map((key) =>
    fenOf(sumOfRows(rows, key)),
  )
  return ((total! - fund! - account!) / 100).toFixed(2)
}
