import type { Db } from '../db.ts'
import { statement, type Statement } from '../statement.ts'

/** An encrypted column of a table that grows, and how its rows are walked and written anew. */
export interface SealedField {
  /** `insured.person-phone` */
  readonly name: string
  /** of the cipher and of the index, see `FieldCipher` */
  readonly purpose: string
  /** what the blind index beside it is made of; undefined where nothing can be found by it */
  readonly indexed?: ((plain: string) => string | undefined) | undefined
  /** before the key of every row */
  readonly first: readonly string[]
  readonly nextRegion: Statement<{ region: string | null }>
  readonly page: Statement<SealedRow>
  readonly write: Statement<unknown>
  /** the same index kept in another table: replaces $1 by $2, both lists */
  readonly elsewhere?: Statement<unknown> | undefined
}

export interface SealedRow {
  /** as text, in the order of the key */
  readonly key: readonly string[]
  readonly sealed: Buffer
  readonly index: Buffer | null
}

export interface SealedColumn {
  readonly name: string
  readonly table: string
  /** the primary key behind the region: column and type */
  readonly key: readonly (readonly [column: string, type: 'uuid' | 'text'])[]
  readonly column: string
  readonly purpose: string
  readonly index?: { readonly column: string; readonly of: (plain: string) => string | undefined }
  readonly elsewhere?: Statement<unknown>
}

/** Makes the statements for one encrypted column; the module that owns the table calls it in a file of its queries. */
export function sealedField({
  name,
  table,
  key,
  column,
  purpose,
  index,
  elsewhere,
}: SealedColumn): SealedField {
  const columns = key.map(([one]) => one).join(', ')
  const places = key.map(([, type], at) => `$${at + 2}::${type}`).join(', ')
  const given = key.map((_, at) => `$${at + 2}::${key[at]![1]}[]`).join(', ')
  const [old, sealed, indexed] = [2, 3, 4].map((at) => `$${at + key.length}::bytea[]`)
  return {
    name,
    purpose,
    indexed: index?.of,
    elsewhere,
    first: key.map(([, type]) => SMALLEST[type]),
    nextRegion: statement(
      `${name}-rotate-next-region`,
      `select min(region_code) as region from ${table} where region_code > $1`,
    ),
    page: statement(
      `${name}-rotate-page`,
      `select array[${key.map(([one]) => `${one}::text`).join(', ')}] as key, ${column} as sealed,
         ${index?.column ?? 'null::bytea'} as index
       from ${table} where region_code = $1 and (${columns}) > (${places}) and ${column} is not null
       order by ${columns} limit 500`,
    ),
    // Whoever changed the row meanwhile has encrypted it with the first key already.
    write: statement(
      `${name}-rotate-write`,
      `update ${table} t set ${column} = n.sealed${index ? `, ${index.column} = n.indexed` : ''}
       from unnest(${given}, ${old}, ${sealed}, ${indexed}) as n (${columns}, old, sealed, indexed)
       where t.region_code = $1 and ${key.map(([one]) => `t.${one} = n.${one}`).join(' and ')}
         and t.${column} = n.old`,
    ),
  }
}

const SMALLEST = { uuid: '00000000-0000-0000-0000-000000000000', text: '' } as const

export function nextRegion(db: Db, field: SealedField, after: string) {
  return db.one(field.nextRegion, [after])
}

export function pageOf(db: Db, field: SealedField, after: readonly string[]): Promise<SealedRow[]> {
  return db.many(field.page, [db.regionCode, ...after])
}

export interface Rewritten extends SealedRow {
  readonly newSealed: Buffer
  readonly newIndex: Buffer | null
}

/** Writes rows anew that nobody changed meanwhile; how many. */
export async function writeAnew(db: Db, field: SealedField, rows: readonly Rewritten[]): Promise<number> {
  const parts = rows[0]!.key.map((_, at) => rows.map(({ key }) => key[at]))
  const written = await db.run(field.write, [
    db.regionCode,
    ...parts,
    rows.map(({ sealed }) => sealed),
    rows.map(({ newSealed }) => newSealed),
    rows.map(({ newIndex }) => newIndex),
  ])
  const moved = rows.filter(({ index, newIndex }) => index && newIndex && !index.equals(newIndex))
  if (field.elsewhere && moved.length > 0)
    await db.run(field.elsewhere, [moved.map(({ index }) => index), moved.map(({ newIndex }) => newIndex)])
  return written
}
