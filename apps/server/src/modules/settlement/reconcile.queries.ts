import type { Insurance } from '@yichuang/benefits'
import { yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** What an institution has settled, cancellations as the negative rows they are. */
export interface Totals {
  readonly count: number
  readonly medfee_sumamt: Fen
  readonly fund_pay_sumamt: Fen
  readonly acct_pay: Fen
}

const totals = statement<{ count: number } & Record<Exclude<keyof Totals, 'count'>, string>>(
  'settlement.totals-of-institution',
  `select count(*)::int as count, coalesce(sum(medfee_sumamt), 0)::text as medfee_sumamt,
     coalesce(sum(fund_pay_sumamt), 0)::text as fund_pay_sumamt, coalesce(sum(acct_pay), 0)::text as acct_pay
   from settlement.settlement
   where region_code = $1 and institution_code = $2 and settled_on between $3 and $4 and insurance = $5 and clr_type = $6`,
)

/** Sums over the settlements of an institution: of one insurance and kind of clearing, from a day to a day. */
export async function totalsOf(
  db: Db,
  regionCode: string,
  asked: {
    readonly institutionCode: string
    readonly from: PlainDate
    readonly to: PlainDate
    readonly insurance: Insurance
    readonly clrType: string
  },
): Promise<Totals> {
  const { institutionCode, from, to, insurance, clrType } = asked
  const row = await db.one(totals, [regionCode, institutionCode, from, to, insurance, clrType])
  return {
    count: row.count,
    medfee_sumamt: yuan(row.medfee_sumamt),
    fund_pay_sumamt: yuan(row.fund_pay_sumamt),
    acct_pay: yuan(row.acct_pay),
  }
}
