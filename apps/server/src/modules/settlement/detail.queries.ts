import { yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { psnNo } from './person-number.ts'

/** Days of an institution, from a day to a day. */
interface DayRange {
  readonly institutionCode: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/** A settlement or a cancellation, as it is compared row by row. */
export interface DetailRow {
  readonly settlementId: string
  readonly institutionCode: string
  readonly visitId: string
  /** 人员编号 */
  readonly psnNo: string
  /** of the message that settled */
  readonly msgid: string
  readonly settledOn: PlainDate
  readonly clrType: string
  readonly medfee_sumamt: Fen
  readonly fund_pay_sumamt: Fen
  readonly acct_pay: Fen
  /** of a cancellation: the settlement it takes back; of that one: its cancellation */
  readonly cancels: string | null
  readonly cancelledBy: string | null
}

type Amount = 'medfee_sumamt' | 'fund_pay_sumamt' | 'acct_pay'
type Stored = Omit<DetailRow, Amount | 'psnNo'> &
  Record<Amount, string> & {
    /** of people insured here their id, of others their number */
    readonly personId: string | null
    readonly psnNo: string | null
  }

const COLUMNS = `settlement_id as "settlementId", institution_code as "institutionCode", visit_id as "visitId", msgid,
  settled_on as "settledOn", clr_type as "clrType", medfee_sumamt, fund_pay_sumamt, acct_pay, cancels,
  cancelled_by as "cancelledBy"`
const OWN = `select ${COLUMNS}, person_id::text as "personId", null::text as "psnNo" from settlement.settlement`
/** what other insured places settled at this place's institutions */
const OTHERS = `select ${COLUMNS}, null::text, psn_no from settlement.elsewhere`
const ofBoth = (rest: string) => `(${OWN} ${rest}) union all (${OTHERS} ${rest})`

const byIds = statement<Stored>(
  'settlement.detail-by-ids',
  ofBoth('where region_code = $1 and settlement_id = any($2::text[])'),
)
const inOrder = statement<Stored>(
  'settlement.detail-in-order',
  `${ofBoth(
    `where region_code = $1 and institution_code = $2 and settled_on between $3 and $4
       and ($5::text is null or clr_type = $5) and (settled_on, settlement_id) > ($6, $7)
     order by settled_on, settlement_id limit $8`,
  )}
   order by "settledOn", "settlementId" limit $8`,
)

/** Settlements by their ids, of whatever institution. */
export async function detailByIds(
  db: Db,
  regionCode: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DetailRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.many(byIds, [regionCode, ids])
  return new Map(rows.map((row) => [row.settlementId, detail(regionCode, row)]))
}

const PAGE = 1000

/** Every settlement of an institution in a range of days, of one kind of clearing or of all, a thousand at a time. */
export async function* detailInOrder(
  db: Db,
  regionCode: string,
  { institutionCode, from, to, clrType }: DayRange & { readonly clrType?: string | undefined },
): AsyncGenerator<readonly DetailRow[]> {
  let after: readonly [string, string] = [from, '']
  for (;;) {
    const asked = [regionCode, institutionCode, from, to, clrType ?? null, ...after, PAGE]
    const page = (await db.many(inOrder, asked)).map((row) => detail(regionCode, row))
    const last = page.at(-1)
    if (!last) return
    yield page
    if (page.length < PAGE) return
    after = [last.settledOn, last.settlementId]
  }
}

function detail(regionCode: string, { personId, psnNo: number, ...row }: Stored): DetailRow {
  const { medfee_sumamt, fund_pay_sumamt, acct_pay } = row
  return {
    ...row,
    psnNo: number ?? psnNo(regionCode, personId!),
    medfee_sumamt: yuan(medfee_sumamt),
    fund_pay_sumamt: yuan(fund_pay_sumamt),
    acct_pay: yuan(acct_pay),
  }
}
