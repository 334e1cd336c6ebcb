import type { CareKind, Insurance } from '@yichuang/benefits'
import { yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** Amounts of settlements that matter when an institution is paid, by their names in the interface. */
export const CLEARED_AMOUNTS = [
  'medfee_sumamt',
  'fund_pay_sumamt',
  'psn_cash_pay',
  'acct_pay',
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'oth_pay',
] as const
export type ClearedAmounts = Readonly<Record<(typeof CLEARED_AMOUNTS)[number], Fen>>

/** What an institution settled on a day: of one insurance and kind of clearing, cancellations as the negative rows they are. */
export interface DaySums {
  readonly day: PlainDate
  readonly clrType: string
  readonly insurance: Insurance
  /** rows, cancellations among them */
  readonly count: number
  readonly cancellations: number
  readonly amounts: ClearedAmounts
}

/** A settlement, or a cancellation, as a statement of account lists it. */
export interface ClearedRow {
  readonly settlementId: string
  readonly settledOn: PlainDate
  readonly insurance: Insurance
  readonly medType: string
  readonly cancels: string | null
  readonly medical: string
  readonly fund: string
  readonly account: string
  readonly cash: string
}

/** Settlements of an institution of one kind of clearing, from a day to a day. */
export interface ClearedRange {
  readonly institutionCode: string
  readonly clrType: string
  readonly from: PlainDate
  readonly to: PlainDate
}

type Sums = Readonly<Record<keyof ClearedAmounts, string>>

/** Both what was settled here and what other insured places settled at this place's institutions: an institution is paid both. */
const BOTH = ['settlement.settlement', 'settlement.elsewhere'] as const
/** The same rows of both tables, each found by its own index. */
const ofBoth = (select: (table: string) => string) =>
  BOTH.map((table) => `(${select(table)})`).join(' union all ')

const byDay = statement<Omit<DaySums, 'amounts'> & Sums>(
  'settlement.sums-by-day',
  `select settled_on as day, clr_type as "clrType", insurance, count(*)::int as count,
     count(cancels)::int as cancellations, ${CLEARED_AMOUNTS.map((name) => `sum(${name})::text as ${name}`).join(', ')}
   from (${ofBoth(
     (table) => `select settled_on, clr_type, insurance, cancels, ${CLEARED_AMOUNTS.join(', ')} from ${table}
       where region_code = $1 and institution_code = $2 and settled_on between $3 and $4
         and ($5::text is null or clr_type = $5)`,
   )}) settled
   group by settled_on, clr_type, insurance order by settled_on, clr_type, insurance`,
)
const rows = statement<ClearedRow>(
  'settlement.rows-to-clear',
  `select settlement_id as "settlementId", settled_on as "settledOn", insurance, med_type as "medType", cancels,
     medfee_sumamt::text as medical, fund_pay_sumamt::text as fund, acct_pay::text as account, psn_cash_pay::text as cash
   from (${ofBoth(
     (
       table,
     ) => `select settlement_id, settled_on, insurance, med_type, cancels, medfee_sumamt, fund_pay_sumamt, acct_pay,
         psn_cash_pay
       from ${table}
       where region_code = $1 and institution_code = $2 and settled_on between $4 and $5 and clr_type = $3
         and (settled_on, settlement_id) > ($6, $7)
       order by settled_on, settlement_id limit $8`,
   )}) settled
   order by settled_on, settlement_id limit $8`,
)
const earlier = statement<{ count: number; fund: string }>(
  'settlement.cancellations-of-earlier',
  `select count(*)::int as count, coalesce(sum(paid), 0)::numeric(16, 2)::text as fund
   from (${ofBoth(
     (table) => `select later.fund_pay_sumamt + later.acct_pay as paid from ${table} later
       join ${table} first on first.region_code = later.region_code and first.settlement_id = later.cancels
       where later.region_code = $1 and later.institution_code = $2 and later.settled_on between $4 and $5
         and later.clr_type = $3 and later.cancels is not null and first.settled_on < $4`,
   )}) cancelled`,
)

const standing = statement<{ settlementId: string }>(
  'settlement.standing-of-institution',
  `select settlement_id as "settlementId" from settlement.settlement
   where region_code = $1 and institution_code = $2 and settled_on between $3 and $4 and cancels is null
     and cancelled_by is null and ($5::text is null or clr_type = $5) and ($6::text is null or care_kind = $6)
     and ($7::text[] is null or med_type = any ($7))
   order by settled_on, settlement_id limit 100000`,
)

/** What an institution settled, day by day; of one kind of clearing or of all. */
export async function sumsByDay(
  db: Db,
  regionCode: string,
  asked: Omit<ClearedRange, 'clrType'> & { readonly clrType?: string },
): Promise<DaySums[]> {
  const { institutionCode, from, to, clrType } = asked
  const found = await db.many(byDay, [regionCode, institutionCode, from, to, clrType ?? null])
  return found.map(({ day, clrType, insurance, count, cancellations, ...sums }) => ({
    day,
    clrType,
    insurance,
    count,
    cancellations,
    amounts: Object.fromEntries(CLEARED_AMOUNTS.map((name) => [name, yuan(sums[name])])) as ClearedAmounts,
  }))
}

/** The rows behind the sums, in order, after a place in the list. */
export function rowsToClear(
  db: Db,
  regionCode: string,
  { institutionCode, clrType, from, to }: ClearedRange,
  after: { readonly day: PlainDate; readonly settlementId: string } | undefined,
  limit: number,
): Promise<ClearedRow[]> {
  const place = [after?.day ?? from, after?.settlementId ?? '']
  return db.many(rows, [regionCode, institutionCode, clrType, from, to, ...place, limit])
}

/** Cancellations of what was settled before the range: how many, and what funds and accounts get back (negative yuan). */
export function cancellationsOfEarlier(db: Db, regionCode: string, range: ClearedRange) {
  const { institutionCode, clrType, from, to } = range
  return db.one(earlier, [regionCode, institutionCode, clrType, from, to])
}

/** Ids of settlements that stand, neither cancelled nor cancellations; of what kind of clearing, care and visit is asked for. */
export async function standingIds(
  db: Db,
  regionCode: string,
  asked: Omit<ClearedRange, 'clrType'> & {
    readonly clrType?: string | undefined
    readonly careKind?: CareKind | undefined
    readonly medTypes?: readonly string[] | undefined
  },
): Promise<string[]> {
  const { institutionCode, from, to, clrType, careKind, medTypes } = asked
  const kinds = [clrType ?? null, careKind ?? null, medTypes ?? null]
  const rows = await db.many(standing, [regionCode, institutionCode, from, to, ...kinds])
  return rows.map(({ settlementId }) => settlementId)
}
