import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** An item of an institution's own catalogue, and the entry of the place's catalogue it stands for. */
export interface MappingRow {
  readonly hospitalCode: string
  readonly listType: string
  readonly ownCode: string
  readonly ownName: string
  readonly itemCode: string
  readonly startsOn: PlainDate
  /** the last day */
  readonly endsOn: PlainDate
  readonly said: Readonly<Record<string, string>>
}

const COLUMNS = `hospital_code as "hospitalCode", list_type as "listType", own_code as "ownCode", own_name as "ownName",
  item_code as "itemCode", starts_on as "startsOn", ends_on as "endsOn", said`

// Two uploads of one institution must see each other, or the days of one item would overlap.
const lock = statement(
  'mapping.lock-hospital',
  `select pg_advisory_xact_lock(hashtextextended('mapping ' || $1 || $2, 0))`,
)
const standing = statement<MappingRow>(
  'mapping.of-own-codes',
  `select ${COLUMNS} from mapping.entry
   where region_code = $1 and hospital_code = $2 and own_code = any($3::text[]) and withdrawn_at is null`,
)
const put = statement(
  'mapping.put',
  `insert into mapping.entry
     (region_code, hospital_code, list_type, own_code, own_name, item_code, starts_on, ends_on, said, uploaded_at)
   select $1, $2, list_type, own_code, own_name, item_code, starts_on, ends_on, said, $3
   from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::date[], $10::json[])
     as sent (list_type, own_code, own_name, item_code, starts_on, ends_on, said)
   on conflict on constraint entry_key do update set own_name = excluded.own_name, ends_on = excluded.ends_on,
     said = excluded.said, uploaded_at = excluded.uploaded_at, withdrawn_at = null`,
)
const withdraw = statement<{ listType: string; ownCode: string; itemCode: string }>(
  'mapping.withdraw',
  `update mapping.entry m set withdrawn_at = $3
   from unnest($4::text[], $5::text[], $6::text[]) as sent (list_type, own_code, item_code)
   where m.region_code = $1 and m.hospital_code = $2 and m.withdrawn_at is null
     and m.list_type = sent.list_type and m.own_code = sent.own_code and m.item_code = sent.item_code
   returning m.list_type as "listType", m.own_code as "ownCode", m.item_code as "itemCode"`,
)
const page = statement<MappingRow>(
  'mapping.page',
  `select ${COLUMNS} from mapping.entry
   where region_code = $1 and hospital_code = $2 and withdrawn_at is null
     and ($3 = '' or own_code = $3 or item_code = $3 or own_name like $4)
     and (list_type, own_code, item_code, starts_on) > ($5, $6, $7, $8)
   order by list_type, own_code, item_code, starts_on limit $9`,
)

const numbered = statement<MappingRow>(
  'mapping.numbered-page',
  `select ${COLUMNS} from mapping.entry
   where region_code = $1 and hospital_code = $2 and withdrawn_at is null
     and ($3 = '' or own_code = $3) and ($4 = '' or item_code = $4) and ($5 = '' or own_name like $6)
     and ($7::date is null or $7 between starts_on and ends_on)
   order by list_type, own_code, item_code, starts_on offset $8 limit $9`,
)

export const lockMappings = (db: Db, regionCode: string, hospitalCode: string) =>
  db.run(lock, [regionCode, hospitalCode])

/** What stands of these own codes, on whatever days. */
export const mappingsOf = (db: Db, regionCode: string, hospitalCode: string, ownCodes: readonly string[]) =>
  db.many(standing, [regionCode, hospitalCode, ownCodes])

export async function putMappings(
  db: Db,
  regionCode: string,
  hospitalCode: string,
  at: Date,
  rows: readonly MappingRow[],
): Promise<void> {
  await db.run(put, [
    regionCode,
    hospitalCode,
    at,
    rows.map(({ listType }) => listType),
    rows.map(({ ownCode }) => ownCode),
    rows.map(({ ownName }) => ownName),
    rows.map(({ itemCode }) => itemCode),
    rows.map(({ startsOn }) => startsOn),
    rows.map(({ endsOn }) => endsOn),
    rows.map(({ said }) => JSON.stringify(said)),
  ])
}

type Key = Pick<MappingRow, 'listType' | 'ownCode' | 'itemCode'>

/** Withdraws mappings, on all their days; those that stood. */
export const withdrawMappings = (
  db: Db,
  regionCode: string,
  hospitalCode: string,
  at: Date,
  keys: readonly Key[],
): Promise<readonly Key[]> =>
  db.many(withdraw, [
    regionCode,
    hospitalCode,
    at,
    keys.map(({ listType }) => listType),
    keys.map(({ ownCode }) => ownCode),
    keys.map(({ itemCode }) => itemCode),
  ])

/** A page of an institution's mappings in the order of its own codes; `text` is a code or a part of the own name. */
export const pageOfMappings = (
  db: Db,
  regionCode: string,
  hospitalCode: string,
  {
    text,
    after,
    limit,
  }: { readonly text: string; readonly after: readonly string[]; readonly limit: number },
) =>
  db.many(page, [
    regionCode,
    hospitalCode,
    text,
    partOf(text),
    after[0] ?? '',
    after[1] ?? '',
    after[2] ?? '',
    after[3] ?? '0001-01-01',
    limit,
  ])

/** A page of an institution's mappings by its number, as the interface asks for it; `on` takes those of one day. */
export const pageFromMappings = (
  db: Db,
  regionCode: string,
  hospitalCode: string,
  asked: {
    readonly ownCode: string
    readonly itemCode: string
    readonly name: string
    readonly on: PlainDate | null
    readonly skip: number
    readonly limit: number
  },
) =>
  db.many(numbered, [
    regionCode,
    hospitalCode,
    asked.ownCode,
    asked.itemCode,
    asked.name,
    partOf(asked.name),
    asked.on,
    asked.skip,
    asked.limit,
  ])

function partOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
