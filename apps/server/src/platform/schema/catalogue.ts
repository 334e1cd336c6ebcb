import type pg from 'pg'
import { APP_ROLE } from '../postgres/index.ts'

export interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly default: string | null
}
export interface Constraint {
  readonly table: string
  readonly name: string
  /** p primary key, u unique, f foreign key, c check, x exclusion */
  readonly kind: 'p' | 'u' | 'f' | 'c' | 'x'
  readonly columns: readonly string[]
  /** of a foreign key, the table it points to */
  readonly target: string | null
  readonly definition: string
}
export interface Index {
  readonly table: string
  readonly name: string
  readonly unique: boolean
  readonly firstColumn: string
  readonly definition: string
}
export interface Table {
  /** `schema.table`, quoted where SQL needs it */
  readonly name: string
  readonly comment: string | null
  /** what the application's role may do: select, insert, update, delete */
  readonly granted: readonly string[]
  readonly triggers: number
}
/** What the database says about itself. */
export interface Catalogue {
  readonly schemas: readonly { readonly name: string; readonly granted: boolean }[]
  readonly tables: readonly Table[]
  readonly columns: readonly Column[]
  readonly constraints: readonly Constraint[]
  /** those no constraint made */
  readonly indexes: readonly Index[]
  readonly enums: readonly string[]
}

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')`
const TABLE_NAME = `format('%I.%I', n.nspname, c.relname)`

/** Reads the catalogue of a database, everything in a fixed order. */
export async function readCatalogue(client: Pick<pg.Client, 'query'>): Promise<Catalogue> {
  const rows = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await client.query(sql, values)).rows as Row[]
  return {
    schemas: await rows(
      `select nspname as name, has_schema_privilege($1, oid, 'usage') as granted
       from pg_namespace n where ${OURS} order by nspname`,
      [APP_ROLE],
    ),
    tables: await rows(
      `select ${TABLE_NAME} as name, obj_description(c.oid, 'pg_class') as comment,
              array(select p from unnest(array['select', 'insert', 'update', 'delete']) with ordinality as u (p, i)
                    where has_table_privilege($1, c.oid, p) order by i) as granted,
              (select count(*)::int from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where ${OURS} and c.relkind in ('r', 'p') order by 1`,
      [APP_ROLE],
    ),
    columns: await rows(
      `select ${TABLE_NAME} as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
              a.attnotnull as "notNull", pg_get_expr(d.adbin, d.adrelid) as default
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where ${OURS} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
    ),
    constraints: await rows(
      `select ${TABLE_NAME} as table, k.conname as name, k.contype as kind,
              array(select a.attname::text from unnest(k.conkey) with ordinality as u (attnum, i)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum order by i) as columns,
              (select format('%I.%I', tn.nspname, t.relname) from pg_class t join pg_namespace tn on tn.oid = t.relnamespace
               where t.oid = k.confrelid) as target,
              pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       where ${OURS} and k.contype in ('p', 'u', 'f', 'c', 'x')
       order by 1, position(k.contype::text in 'puxcf'), k.conname`,
    ),
    indexes: await rows(
      `select ${TABLE_NAME} as table, i.relname as name, x.indisunique as unique,
              pg_get_indexdef(x.indexrelid, 1, true) as "firstColumn", pg_get_indexdef(x.indexrelid) as definition
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
       join pg_namespace n on n.oid = c.relnamespace
       where ${OURS} and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
       order by 1, 2`,
    ),
    enums: (
      await rows<{ name: string }>(
        `select format('%I.%I', n.nspname, t.typname) as name
         from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${OURS} and t.typtype = 'e' order by 1`,
      )
    ).map(({ name }) => name),
  }
}
