import { yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

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
  readonly personId: string
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
type Stored = Omit<DetailRow, Amount> & Record<Amount, string>

const COLUMNS = `settlement_id as "settlementId", institution_code as "institutionCode", visit_id as "visitId", person_id as "personId", msgid,
  settled_on as "settledOn", clr_type as "clrType", medfee_sumamt, fund_pay_sumamt, acct_pay, cancels,
  cancelled_by as "cancelledBy"`

const byIds = statement<Stored>(
  'settlement.detail-by-ids',
  `select ${COLUMNS} from settlement.settlement
   where region_code = $1 and settlement_id = any($2::text[])`,
)
const inOrder = statement<Stored>(
  'settlement.detail-in-order',
  `select ${COLUMNS} from settlement.settlement
   where region_code = $1 and institution_code = $2 and settled_on between $3 and $4
     and ($5::text is null or clr_type = $5) and (settled_on, settlement_id) > ($6, $7)
   order by settled_on, settlement_id limit $8`,
)

/** Settlements by their ids, of whatever institution. */
export async function detailByIds(
  db: Db,
  regionCode: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DetailRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.many(byIds, [regionCode, ids])
  return new Map(rows.map((row) => [row.settlementId, detail(row)]))
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
    const page = (await db.many(inOrder, asked)).map(detail)
    const last = page.at(-1)
    if (!last) return
    yield page
    if (page.length < PAGE) return
    after = [last.settledOn, last.settlementId]
  }
}

function detail(row: Stored): DetailRow {
  const { medfee_sumamt, fund_pay_sumamt, acct_pay } = row
  return {
    ...row,
    medfee_sumamt: yuan(medfee_sumamt),
    fund_pay_sumamt: yuan(fund_pay_sumamt),
    acct_pay: yuan(acct_pay),
  }
}
