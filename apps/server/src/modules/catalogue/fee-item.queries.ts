import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export interface FeeItemRow {
  readonly code: string
  readonly name: string
  readonly kind: 'drug' | 'service' | 'supply'
  readonly class: 'A' | 'B' | 'C'
  readonly selfPayRatio: string
  readonly unit: string | null
  readonly ceilingPrice: string | null
  readonly source: string
}

const COLUMNS = `code, name, kind, class, self_pay_ratio as "selfPayRatio", unit, ceiling_price as "ceilingPrice", source`

// The newest entry of a code that is in force; a code has few entries, so the newest is found by ordering.
const like = statement<FeeItemRow>(
  'catalogue.find-fee-items',
  `select distinct on (code) ${COLUMNS} from catalogue.fee_item
    where region_code = $1 and valid_from <= $2 and (code = $3 or name like $4)
    order by code, valid_from desc limit $5`,
)
const exactly = statement<FeeItemRow>(
  'catalogue.fee-items-by-code-or-name',
  `select distinct on (code) ${COLUMNS} from catalogue.fee_item
    where region_code = $1 and valid_from <= $2 and (code = any($3::text[]) or name = any($3::text[]))
    order by code, valid_from desc limit 10000`,
)
const page = statement<FeeItemRow & { readonly from: PlainDate }>(
  'catalogue.page-of-fee-items',
  `select code, name, kind, class, "selfPayRatio", unit, "ceilingPrice", source, "from" from (
     select distinct on (code) ${COLUMNS}, valid_from as "from" from catalogue.fee_item
     where region_code = $1 and valid_from <= $2 and ($3 = '' or code = $3)
     order by code, valid_from desc) as newest
   where ($4 = '' or name like $5) and ($6 = '' or kind = $6) and (not $7 or "ceilingPrice" is not null)
   order by code offset $8 limit $9`,
)
const put = statement(
  'catalogue.put-fee-item',
  `insert into catalogue.fee_item
     (region_code, code, valid_from, name, kind, class, self_pay_ratio, unit, ceiling_price, source)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict on constraint fee_item_key do update set name = excluded.name, kind = excluded.kind,
     class = excluded.class, self_pay_ratio = excluded.self_pay_ratio, unit = excluded.unit,
     ceiling_price = excluded.ceiling_price, source = excluded.source
   where (fee_item.name, fee_item.kind, fee_item.class, fee_item.self_pay_ratio, fee_item.unit, fee_item.ceiling_price,
          fee_item.source)
     is distinct from (excluded.name, excluded.kind, excluded.class, excluded.self_pay_ratio, excluded.unit,
          excluded.ceiling_price, excluded.source)`,
)

/** Entries whose code is `text` or whose name contains it. */
export const findFeeItems = (db: Db, regionCode: string, text: string, on: string, limit: number) =>
  db.many(like, [regionCode, on, text, `%${text.replace(/[\\%_]/g, '\\$&')}%`, limit])

/** Entries whose code or name is one of `texts` exactly: one look-up for all lines of a claim. */
export const feeItemsExactly = (db: Db, regionCode: string, texts: readonly string[], on: string) =>
  texts.length === 0 ? Promise.resolve([]) : db.many(exactly, [regionCode, on, texts])

/** Entries in force on a day in the order of their codes, from the `skip`th on, each with the day it begins. */
export const pageOfFeeItems = (
  db: Db,
  regionCode: string,
  on: string,
  wanted: {
    readonly code: string
    /** a part of it */
    readonly name: string
    readonly kind: FeeItemRow['kind'] | ''
    readonly withCeiling: boolean
    readonly skip: number
    readonly limit: number
  },
) =>
  db.many(page, [
    regionCode,
    on,
    wanted.code,
    wanted.name,
    `%${wanted.name.replace(/[\\%_]/g, '\\$&')}%`,
    wanted.kind,
    wanted.withCeiling,
    wanted.skip,
    wanted.limit,
  ])

/** Adds or replaces an entry; 0 when it was there just so. */
export const putFeeItem = (db: Db, regionCode: string, validFrom: string, item: FeeItemRow) =>
  db.run(put, [
    regionCode,
    item.code,
    validFrom,
    item.name,
    item.kind,
    item.class,
    item.selfPayRatio,
    item.unit,
    item.ceilingPrice,
    item.source,
  ])
