import type { Insurance } from '@yichuang/benefits'
import { formatYuan, yuan, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { CLEARED_AMOUNTS, type ClearedAmounts } from '../settlement/index.ts'

/** What a day was closed on: rows that agree, differences that somebody cleared, or sums alone. */
export type Basis = 'detail' | 'cleared' | 'total'

export interface ClosingSum {
  readonly insurance: Insurance
  readonly clrType: string
  /** rows, cancellations among them; of a correction those that came late */
  readonly count: number
  readonly amounts: ClearedAmounts
}

/** A day that is closed: the first closing of a day is the day, later ones are corrections with what came after it. */
export interface Closing {
  readonly day: PlainDate
  readonly seq: number
  readonly closedOn: PlainDate
  readonly closedAt: Date
  readonly closedBy: string
  readonly basis: Basis
  /** how many differences had been found, all cleared by then */
  readonly differences: number
}

/** Days of an institution, from a day to a day. */
export interface DayRange {
  readonly institutionCode: string
  readonly from: PlainDate
  readonly to: PlainDate
}

type Sums = Readonly<Record<keyof ClearedAmounts, string>>
type StoredSum = Omit<ClosingSum, 'amounts'> & Sums & { readonly day: PlainDate; readonly seq: number }

const AMOUNTS = CLEARED_AMOUNTS.join(', ')

const closings = statement<Closing>(
  'reconciliation.closings',
  `select day, seq, closed_on as "closedOn", closed_at as "closedAt", closed_by as "closedBy", basis, differences
   from reconciliation.closing
   where region_code = $1 and institution_code = $2 and day between $3 and $4 order by day, seq`,
)
const sums = statement<StoredSum>(
  'reconciliation.closing-sums',
  `select day, seq, insurance, clr_type as "clrType", count, ${AMOUNTS} from reconciliation.closing_sum
   where region_code = $1 and institution_code = $2 and day between $3 and $4
   order by day, seq, insurance, clr_type`,
)
const add = statement(
  'reconciliation.add-closing',
  `insert into reconciliation.closing
     (region_code, institution_code, day, seq, closed_on, closed_at, closed_by, basis, differences)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
const addSums = statement(
  'reconciliation.add-closing-sums',
  `insert into reconciliation.closing_sum
     (region_code, institution_code, day, seq, insurance, clr_type, count, ${AMOUNTS})
   select $1, $2, $3, $4, insurance, clr_type, count, ${AMOUNTS} from json_to_recordset($5::json)
     as made (insurance text, clr_type text, count int, ${CLEARED_AMOUNTS.map((name) => `${name} numeric`).join(', ')})`,
)

export function closingsOf(db: Db, regionCode: string, { institutionCode, from, to }: DayRange) {
  return db.many(closings, [regionCode, institutionCode, from, to])
}

/** Sums of closings with the day and closing they belong to. */
export async function closingSums(db: Db, regionCode: string, { institutionCode, from, to }: DayRange) {
  const found = await db.many(sums, [regionCode, institutionCode, from, to])
  return found.map(({ day, seq, insurance, clrType, count, ...amounts }) => ({
    day,
    seq,
    insurance,
    clrType,
    count,
    amounts: Object.fromEntries(CLEARED_AMOUNTS.map((name) => [name, yuan(amounts[name])])) as ClearedAmounts,
  }))
}

/** Writes a closing with its sums. In a transaction that holds the day. */
export async function insertClosing(
  db: Db,
  regionCode: string,
  institutionCode: string,
  closing: Closing,
  parts: readonly ClosingSum[],
): Promise<void> {
  const { day, seq, closedOn, closedAt, closedBy, basis, differences } = closing
  const key = [regionCode, institutionCode, day, seq]
  await db.run(add, [...key, closedOn, closedAt, closedBy, basis, differences])
  if (parts.length === 0) return
  const rows = parts.map(({ insurance, clrType, count, amounts }) => ({
    insurance,
    clr_type: clrType,
    count,
    ...Object.fromEntries(CLEARED_AMOUNTS.map((name) => [name, formatYuan(amounts[name])])),
  }))
  await db.run(addSums, [...key, JSON.stringify(rows)])
}
