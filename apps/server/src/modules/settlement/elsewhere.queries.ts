import type { Insurance } from '@yichuang/benefits'
import { fen, formatYuan, yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { CLEARED_AMOUNTS, type ClearedAmounts } from './clearing.queries.ts'

/** What both sides of an account between two places are compared by. */
export const COMPARED = ['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay', 'psn_cash_pay'] as const
export type Compared = Readonly<Record<(typeof COMPARED)[number], string>>

/** A settlement, or its cancellation, that another insured place made at an institution of this place. */
export interface ElsewhereRow {
  readonly settlementId: string
  readonly institutionCode: string
  /** the insured city */
  readonly insuredRegion: string
  readonly visitId: string
  readonly psnNo: string
  readonly msgid: string
  readonly insurance: Insurance
  readonly medType: string
  readonly clrType: string
  readonly settledOn: PlainDate
  readonly cancels: string | null
  readonly cancelledBy: string | null
  readonly amounts: ClearedAmounts
  /** when the insured place was last asked for it */
  readonly askedAt: Date | null
  /** its figures; null: never asked, or it knows nothing of it */
  readonly theirs: Compared | null
}
export type NewElsewhere = Omit<ElsewhereRow, 'cancelledBy' | 'askedAt' | 'theirs'>

type Sums = Readonly<Record<keyof ClearedAmounts, string>>
type Stored = Omit<ElsewhereRow, 'amounts'> & Sums

const FOUND = `settlement_id as "settlementId", institution_code as "institutionCode", insured_region as "insuredRegion",
  visit_id as "visitId", psn_no as "psnNo", msgid, insurance, med_type as "medType", clr_type as "clrType",
  settled_on as "settledOn", cancels, cancelled_by as "cancelledBy", asked_at as "askedAt", theirs,
  ${CLEARED_AMOUNTS.join(', ')}`
const NAMES = `settlement_id, institution_code, insured_region, visit_id, psn_no, msgid, insurance, med_type, clr_type,
  settled_on, cancels, ${CLEARED_AMOUNTS.join(', ')}`

const add = statement(
  'settlement.add-elsewhere',
  `insert into settlement.elsewhere (region_code, ${NAMES})
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, ${CLEARED_AMOUNTS.map((_, at) => `$${at + 13}`).join(', ')})
   on conflict (region_code, settlement_id) do nothing`,
)
const mark = statement(
  'settlement.cancel-elsewhere',
  `update settlement.elsewhere set cancelled_by = $3
   where region_code = $1 and settlement_id = $2 and cancelled_by is null`,
)
const byMessage = statement<Stored>(
  'settlement.elsewhere-by-message',
  `select ${FOUND} from settlement.elsewhere where region_code = $1 and institution_code = $2 and msgid = $3
   order by settlement_id limit 1`,
)
// One answer of the other place proves a row; what it proved once need not be asked again.
const SAME = COMPARED.map((name) => `(theirs ->> '${name}')::numeric = ${name}`).join(' and ')
const sums = statement<Omit<ElsewhereSum, keyof Compared> & Compared>(
  'settlement.elsewhere-sums',
  `select insured_region as "insuredRegion", count(*)::int as count, count(cancels)::int as cancellations,
     (count(*) filter (where theirs is not null and ${SAME}))::int as same,
     (count(*) filter (where asked_at is not null and (theirs is null or not (${SAME}))))::int as differing,
     ${COMPARED.map((name) => `sum(${name})::text as ${name}`).join(', ')}
   from settlement.elsewhere where region_code = $1 and settled_on between $2 and $3
   group by insured_region order by insured_region`,
)
const rows = statement<Stored>(
  'settlement.elsewhere-rows',
  `select ${FOUND} from settlement.elsewhere
   where region_code = $1 and insured_region = $2 and settled_on between $3 and $4 and settlement_id > $5
     and (not $6 or theirs is null or not (${SAME}))
   order by settlement_id limit $7`,
)
const asked = statement(
  'settlement.elsewhere-asked',
  `update settlement.elsewhere set asked_at = $3, theirs = $4 where region_code = $1 and settlement_id = $2`,
)

/** What institutions of a place settled for one insured place in some days; money is yuan as text. */
export interface ElsewhereSum extends Compared {
  readonly insuredRegion: string
  /** rows, cancellations among them */
  readonly count: number
  readonly cancellations: number
  /** rows that the insured place has just so */
  readonly same: number
  /** rows it was asked for and has otherwise, or not at all */
  readonly differing: number
}

/** Keeps what another place answered, once; a cancellation marks what it takes back. In a transaction. */
export async function noteElsewhere(db: Db, regionCode: string, row: NewElsewhere): Promise<void> {
  const { settlementId, institutionCode, insuredRegion, visitId, psnNo, msgid } = row
  const what = [row.insurance, row.medType, row.clrType, row.settledOn, row.cancels]
  const amounts = CLEARED_AMOUNTS.map((name) => formatYuan(row.amounts[name]))
  const who = [settlementId, institutionCode, insuredRegion, visitId, psnNo, msgid]
  await db.run(add, [regionCode, ...who, ...what, ...amounts])
  if (row.cancels !== null) await db.run(mark, [regionCode, row.cancels, settlementId])
}

/** What a message of an institution settled at another place. */
export async function elsewhereByMessage(db: Db, regionCode: string, institutionCode: string, msgid: string) {
  const row = await db.maybe(byMessage, [regionCode, institutionCode, msgid])
  return row && elsewhereOf(row)
}

export const elsewhereSums = (db: Db, regionCode: string, from: PlainDate, to: PlainDate) =>
  db.many(sums, [regionCode, from, to])

/** Rows of one insured place after an id; only those it has not confirmed, where `open` asks for them. */
export async function elsewhereRows(
  db: Db,
  regionCode: string,
  of: {
    readonly insuredRegion: string
    readonly from: PlainDate
    readonly to: PlainDate
    readonly after?: string | undefined
    readonly open: boolean
    readonly limit: number
  },
): Promise<ElsewhereRow[]> {
  const { insuredRegion, from, to, after = '', open, limit } = of
  return (await db.many(rows, [regionCode, insuredRegion, from, to, after, open, limit])).map(elsewhereOf)
}

/** Keeps what the insured place says of a row. */
export const putAsked = (
  db: Db,
  regionCode: string,
  settlementId: string,
  at: Date,
  theirs: Compared | undefined,
) => db.run(asked, [regionCode, settlementId, at, theirs ? JSON.stringify(theirs) : null])

function elsewhereOf(row: Stored): ElsewhereRow {
  const amounts = Object.fromEntries(CLEARED_AMOUNTS.map((name) => [name, yuan(row[name])])) as ClearedAmounts
  return { ...row, amounts }
}

/** The amounts of a cancellation. */
export const otherWayRound = (amounts: ClearedAmounts): ClearedAmounts =>
  Object.fromEntries(
    CLEARED_AMOUNTS.map((name): [string, Fen] => [name, fen(0 - amounts[name])]),
  ) as ClearedAmounts
