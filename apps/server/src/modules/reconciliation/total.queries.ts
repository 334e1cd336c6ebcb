import type { Insurance } from '@yichuang/benefits'
import { formatYuan, yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { DayRange } from './closing.queries.ts'

/** Sums of one side over a day, an insurance and a kind of clearing. */
export interface Totals {
  readonly count: number
  readonly medfee_sumamt: Fen
  readonly fund_pay_sumamt: Fen
  readonly acct_pay: Fen
}

/** The last comparison of sums of a day (3201), both sides. */
export interface TotalRow {
  readonly day: PlainDate
  readonly insurance: Insurance
  readonly clrType: string
  readonly centre: Totals
  readonly sent: Totals
  readonly comparedAt: Date
}

interface Stored {
  readonly day: PlainDate
  readonly insurance: Insurance
  readonly clrType: string
  readonly comparedAt: Date
  readonly numbers: readonly string[]
}

const FIGURES = ['count', 'medfee_sumamt', 'fund_pay_sumamt', 'acct_pay']
const COLUMNS = [...FIGURES, ...FIGURES.map((name) => `sent_${name}`)]

const put = statement(
  'reconciliation.put-total',
  `insert into reconciliation.total
     (region_code, institution_code, day, insurance, clr_type, ${COLUMNS.join(', ')}, compared_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict (region_code, institution_code, day, insurance, clr_type)
   do update set ${[...COLUMNS, 'compared_at'].map((name) => `${name} = excluded.${name}`).join(', ')}`,
)
const inRange = statement<Stored>(
  'reconciliation.totals',
  `select day, insurance, clr_type as "clrType", compared_at as "comparedAt",
     array[${COLUMNS.map((name) => `${name}::text`).join(', ')}] as numbers
   from reconciliation.total
   where region_code = $1 and institution_code = $2 and day between $3 and $4 order by day, insurance, clr_type`,
)

export async function putTotal(
  db: Db,
  regionCode: string,
  institutionCode: string,
  row: TotalRow,
): Promise<void> {
  const { day, insurance, clrType, centre, sent, comparedAt } = row
  const key = [regionCode, institutionCode, day, insurance, clrType]
  await db.run(put, [...key, ...figures(centre), ...figures(sent), comparedAt])
}

export async function totalsOf(
  db: Db,
  regionCode: string,
  { institutionCode, from, to }: DayRange,
): Promise<TotalRow[]> {
  const rows = await db.many(inRange, [regionCode, institutionCode, from, to])
  return rows.map(({ numbers, ...row }) => ({
    ...row,
    centre: totals(numbers.slice(0, FIGURES.length)),
    sent: totals(numbers.slice(FIGURES.length)),
  }))
}

const figures = ({ count, medfee_sumamt, fund_pay_sumamt, acct_pay }: Totals) => [
  count,
  formatYuan(medfee_sumamt),
  formatYuan(fund_pay_sumamt),
  formatYuan(acct_pay),
]

function totals([count, medfee, fund, account]: readonly string[]): Totals {
  return {
    count: Number(count),
    medfee_sumamt: yuan(medfee!),
    fund_pay_sumamt: yuan(fund!),
    acct_pay: yuan(account!),
  }
}
