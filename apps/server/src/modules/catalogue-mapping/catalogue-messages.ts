import type { Infno, Messages } from '@yichuang/hsa'
import { formatRatio, formatYuan, ratio, yuan, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { pageOfFeeItems, type FeeItemRow } from '../catalogue/index.ts'
import { HospitalFault, query, type AnyHandler, type HospitalCall } from '../hospital/index.ts'
import { CHRGITM_LV, CHRGITM_TYPE } from '../settlement/index.ts'
import { kindOf, LIST_TYPE } from './list-types.ts'
import { pageFromMappings } from './mapping.queries.ts'

const MOST_ROWS = 1000
const USUAL_ROWS = 100

type Decimal = NonNullable<Messages['1319']['output'][number]['selfpay_prop']>

/** The catalogue of the place as institutions read it, page by page: 1312, 1316, 1318, 1319, and 1317 what they have mapped. */
export const catalogueHandlers: readonly AnyHandler[] = [
  query('1312', async (db, call) => {
    const { data } = call.input
    const kind = data.list_type === undefined ? '' : kindOf(data.list_type)
    if (kind === undefined) return []
    const name = data.hilist_name ?? ''
    return (await entries(db, call, { name, kind })).map((entry) => ({
      ...common(call, entry),
      hilist_name: entry.name,
      med_chrgitm_type: CHRGITM_TYPE[entry.kind],
      chrgitm_lv: CHRGITM_LV[entry.class],
      lmt_used_flag: '0',
      list_type: LIST_TYPE[entry.kind],
      memo: entry.source,
    }))
  }),
  // An entry of the catalogue of the place has one code, which is both: what is charged and what is paid for.
  query('1316', async (db, call) => {
    const { data } = call.input
    const kind = data.list_type === undefined ? '' : kindOf(data.list_type)
    const [code, other] = [data.hilist_code ?? data.med_list_codg, data.med_list_codg ?? data.hilist_code]
    if (kind === undefined || code !== other) return []
    return (await entries(db, call, { kind, ...(code !== undefined && { code }) })).map((entry) => ({
      ...common(call, entry),
      med_list_codg: entry.code,
      list_type: LIST_TYPE[entry.kind],
      memo: entry.source,
    }))
  }),
  query('1318', async (db, call) =>
    (await entries(db, call, { withCeiling: true })).map((entry) => ({
      ...common(call, entry),
      hilist_pric_uplmt_amt: formatYuan(yuan(entry.ceilingPrice!)) as Decimal,
    })),
  ),
  query('1319', async (db, call) =>
    (await entries(db, call, {})).map((entry) => ({
      ...common(call, entry),
      selfpay_prop: formatRatio(ratio(shareOf(entry))) as Decimal,
    })),
  ),
  query('1317', async (db, call) => {
    const { data } = call.input
    const own = call.institution.hospitalCode
    if (data.fixmedins_code !== undefined && data.fixmedins_code.toUpperCase() !== own)
      throw new HospitalFault(
        `定点医药机构编号（fixmedins_code）不是本机构（${own}）。只能查询本机构的目录对照。`,
      )
    const rows = await pageFromMappings(db, call.regionCode, own, {
      ownCode: data.medins_list_codg ?? '',
      itemCode: data.med_list_codg ?? '',
      name: data.medins_list_name ?? '',
      on: data.query_date ?? null,
      ...span(data),
    })
    return rows.map((row) => ({
      fixmedins_code: own,
      medins_list_codg: row.ownCode,
      medins_list_name: row.ownName,
      insu_admdvs: call.regionCode,
      list_type: row.listType,
      med_list_codg: row.itemCode,
      begndate: row.startsOn,
      enddate: row.endsOn,
      ...row.said,
      vali_flag: '1',
      poolarea_no: call.regionCode,
    }))
  }),
]

type Entry = FeeItemRow & { readonly from: PlainDate }

interface Asked {
  readonly page_num?: number
  readonly page_size?: number
}

async function entries<N extends Infno & ('1312' | '1316' | '1318' | '1319')>(
  db: Db,
  call: HospitalCall<N>,
  wanted: {
    readonly code?: string
    readonly name?: string
    readonly kind?: FeeItemRow['kind'] | ''
    readonly withCeiling?: boolean
  },
): Promise<Entry[]> {
  const { hilist_code = '', query_date = call.today, ...asked } = call.input.data
  return pageOfFeeItems(db, call.regionCode, query_date, {
    code: wanted.code ?? hilist_code,
    name: wanted.name ?? '',
    kind: wanted.kind ?? '',
    withCeiling: wanted.withCeiling ?? false,
    ...span(asked),
  })
}

function span({ page_num = 1, page_size = USUAL_ROWS }: Asked): { skip: number; limit: number } {
  if (page_num < 1 || page_size < 1 || page_size > MOST_ROWS)
    throw new HospitalFault(
      `当前页数（page_num）从 1 开始，本页数据量（page_size）为 1 至 ${MOST_ROWS}。请改正后重查。`,
    )
  return { skip: (page_num - 1) * page_size, limit: page_size }
}

function common({ regionCode }: Pick<HospitalCall, 'regionCode'>, { code, from }: Entry) {
  return {
    hilist_code: code,
    insu_admdvs: regionCode,
    begndate: from,
    vali_flag: '1',
    poolarea_no: regionCode,
  }
}

/** 甲类 pays nothing first, 丙类 everything. */
function shareOf({ class: cls, selfPayRatio }: FeeItemRow): string {
  return cls === 'C' ? '1' : cls === 'A' ? '0' : selfPayRatio
}
