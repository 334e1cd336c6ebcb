import type pg from 'pg'

/** A table whose rows are copied with their case, and what differs in the copy: column to SQL. */
export interface Copied {
  readonly table: string
  readonly own: Readonly<Record<string, string>>
}

interface Column {
  readonly name: string
  readonly type: string
}

/** The columns of every table, by its name as PostgreSQL writes it. */
export async function columnsOf(sql: pg.Client): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await sql.query<Column & { table: string }>(
    `select a.attrelid::regclass::text as "table", quote_ident(a.attname) as name, a.atttypid::regtype::text as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attnum > 0 and not a.attisdropped and c.relkind = 'r'
       and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
     order by a.attrelid, a.attnum`,
  )
  const found = new Map<string, Column[]>()
  for (const { table, ...column } of rows) found.set(table, [...(found.get(table) ?? []), column])
  return found
}

/**
 * The statement that copies a table's rows for the new cases of one region ($1). Days and instants move with their case;
 * what a copy must have of its own is named, everything else is taken as it is, whatever columns the table has by now.
 */
export function copyStatement(
  { table, own }: Copied,
  columns: ReadonlyMap<string, readonly Column[]>,
): string {
  const all = columns.get(table)
  if (!all) throw new Error(`There is no table ${table}`)
  for (const name of Object.keys(own))
    if (!all.some((column) => column.name === name)) throw new Error(`${table} has no column ${name}`)
  const values = all.map(
    ({ name, type }) => own[name] ?? (name === 'case_id' ? 'b.case_id' : moved(name, type)),
  )
  return `insert into ${table} (${all.map(({ name }) => name).join(', ')})
    select ${values.join(', ')} from bench.new_case b
    join ${table} c on c.region_code = b.region_code and c.case_id = b.old_case_id
    where b.region_code = $1 order by b.case_id`
}

function moved(name: string, type: string): string {
  // "Far away" is not a day that moves.
  if (type === 'date')
    return `case when c.${name} < date '9000-01-01' then c.${name} - b.shift else c.${name} end`
  if (type === 'timestamp with time zone') return `c.${name} - b.shift * interval '1 day'`
  return `c.${name}`
}
