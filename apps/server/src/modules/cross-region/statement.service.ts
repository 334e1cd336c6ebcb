import { readReply } from '@yichuang/hsa'
import type { ElsewhereStatement, ElsewhereStatementRow } from '@yichuang/contracts'
import { fen, formatYuan, lastOfMonth, parseYuan, plainDate, yuan, type PlainDate } from '@yichuang/kernel'
import type { Database, Db } from '../../platform/db.ts'
import {
  COMPARED,
  elsewhereRows,
  elsewhereSums,
  findSettlement,
  putAsked,
  type Compared,
  type ElsewhereRow,
} from '../settlement/index.ts'
import { centreMessage } from './centre-message.ts'
import type { HubLine } from './hub-line.ts'
import { partOf, REVERSED, text } from './settled-elsewhere.ts'

/** The ways to insured places. */
export interface Counterparts {
  readonly database: Pick<Database, 'forRegion'>
  /** cities whose people are settled in this installation */
  readonly insures: (city: string) => boolean
  readonly line?: HubLine | undefined
}

/** A month `2020-10` as its days. */
function daysOf(month: string): { from: PlainDate; to: PlainDate } {
  const from = plainDate(`${month}-01`)
  return { from, to: lastOfMonth(from) }
}

/** What institutions of a place settled in a month for each insured place, and how much of it that place has confirmed. */
export async function statements(db: Db, regionCode: string, month: string): Promise<ElsewhereStatement[]> {
  const { from, to } = daysOf(month)
  return (await elsewhereSums(db, regionCode, from, to)).map((sum) => ({
    insuredRegion: sum.insuredRegion,
    count: sum.count,
    cancellations: sum.cancellations,
    medical: sum.medfee_sumamt,
    fund: sum.fund_pay_sumamt,
    account: sum.acct_pay,
    cash: sum.psn_cash_pay,
    due: formatYuan(fen(yuan(sum.fund_pay_sumamt) + yuan(sum.acct_pay))),
    same: sum.same,
    differing: sum.differing,
    open: sum.count - sum.same - sum.differing,
  }))
}

/** The rows of one statement, those in doubt first asked for alone where `open`. */
export async function statementRows(
  db: Db,
  regionCode: string,
  of: {
    readonly insuredRegion: string
    readonly month: string
    readonly open: boolean
    readonly cursor?: string | undefined
    readonly limit: number
  },
): Promise<{ items: ElsewhereStatementRow[]; next: string | null }> {
  const { insuredRegion, month, open, cursor, limit } = of
  const asked = { insuredRegion, ...daysOf(month), open, after: cursor, limit: limit + 1 }
  const rows = await elsewhereRows(db, regionCode, asked)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(told),
    next: rows.length > limit ? shown.at(-1)!.settlementId : null,
  }
}

const AT_ONCE = 200

/**
 * Asks an insured place for every row of a month it has not confirmed (5203), two hundred at a time, and keeps its figures
 * beside ours. Rows that it has just so are confirmed for good. Throws `HubSilent` when no answer comes; what was answered
 * until then stays.
 */
export async function confirm(
  db: Db,
  counterparts: Counterparts,
  regionCode: string,
  {
    insuredRegion,
    month,
    cursor,
    now,
  }: {
    readonly insuredRegion: string
    readonly month: string
    readonly cursor?: string | undefined
    readonly now: Date
  },
): Promise<{ asked: number; same: number; differing: number; next: string | null }> {
  const of = { insuredRegion, ...daysOf(month), open: true }
  const rows = await elsewhereRows(db, regionCode, { ...of, after: cursor, limit: AT_ONCE + 1 })
  const some = rows.slice(0, AT_ONCE)
  let same = 0
  for (const row of some) {
    const theirs = await askFor(counterparts, row, now)
    await putAsked(db, regionCode, row.settlementId, now, theirs)
    if (theirs && agrees(row, theirs)) same += 1
  }
  const asked = some.length
  const next = rows.length > AT_ONCE ? some.at(-1)!.settlementId : null
  return { asked, same, differing: asked - same, next }
}

/** Whether the insured place has the same figures. */
function agrees({ amounts }: ElsewhereRow, theirs: Compared): boolean {
  return COMPARED.every((name) => yuan(theirs[name]) === amounts[name])
}

async function askFor(
  { database, insures, line }: Counterparts,
  row: ElsewhereRow,
  now: Date,
): Promise<Compared | undefined> {
  const { insuredRegion, settlementId, cancels } = row
  if (insures(insuredRegion)) {
    const db = database.forRegion(insuredRegion)
    // A reversal has a number there that its answer does not tell: it is what took the settlement back.
    const original =
      settlementId.endsWith(REVERSED) && cancels
        ? await findSettlement(db, insuredRegion, cancels)
        : undefined
    const found = await findSettlement(db, insuredRegion, original?.cancelledBy ?? settlementId)
    if (!found) return undefined
    return Object.fromEntries(COMPARED.map((name) => [name, formatYuan(found.amounts[name])])) as Compared
  }
  if (!line) return undefined
  const { institutionCode: code, psnNo: psn_no, visitId: mdtrt_id } = row
  const reversal = settlementId.endsWith(REVERSED)
  const data = { psn_no, mdtrt_id, setl_id: reversal ? cancels : settlementId }
  const asked = { infno: '5203', code, insuredRegion, careRegion: code.slice(1, 7), input: { data }, now }
  const reply = readReply(await line.send(centreMessage(asked)))
  const info = reply.ok && reply.value.accepted ? partOf(reply.value.output, 'setlinfo') : undefined
  if (!info) return undefined
  const sign = reversal ? -1 : 1
  const read = (value: unknown) => formatYuan(fen(sign * (parseYuan(text(value) ?? '') ?? 0)))
  return Object.fromEntries(COMPARED.map((name) => [name, read(info[name])])) as Compared
}

function told(row: ElsewhereRow): ElsewhereStatementRow {
  const { amounts, theirs, askedAt } = row
  const state =
    askedAt === null ? 'open' : theirs === null ? 'unknown' : agrees(row, theirs) ? 'same' : 'differs'
  return {
    settlementId: row.settlementId,
    institutionCode: row.institutionCode,
    settledOn: row.settledOn,
    clrType: row.clrType,
    cancels: row.cancels,
    medical: formatYuan(amounts.medfee_sumamt),
    fund: formatYuan(amounts.fund_pay_sumamt),
    account: formatYuan(amounts.acct_pay),
    cash: formatYuan(amounts.psn_cash_pay),
    state,
    theirs: theirs && {
      medical: theirs.medfee_sumamt,
      fund: theirs.fund_pay_sumamt,
      account: theirs.acct_pay,
      cash: theirs.psn_cash_pay,
    },
  }
}
