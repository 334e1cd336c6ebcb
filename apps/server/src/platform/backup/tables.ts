import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'

const ROWS_AT_ONCE = 2000

/**
 * Writes a table's rows into a gzip file, one JSON text per line: PostgreSQL's own text of the whole row, which it reads
 * back exactly, whatever the types. Runs inside the caller's snapshot. Returns how many rows there were.
 */
export async function writeRows(client: pg.Client, table: string, file: string): Promise<number> {
  const gzip = createGzip({ level: 6 })
  const written = pipeline(gzip, createWriteStream(file, { mode: 0o600 }))
  await client.query(`declare backup_rows no scroll cursor for select t::text as row from ${table} t`)
  let count = 0
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_AT_ONCE} from backup_rows`)
    count += rows.length
    const text = rows.map(({ row }) => `${JSON.stringify(row)}\n`).join('')
    if (!gzip.write(text)) await once(gzip, 'drain')
    if (rows.length < ROWS_AT_ONCE) break
  }
  gzip.end()
  await written
  await client.query('close backup_rows')
  return count
}

/** Puts rows written by `writeRows` back; returns how many. */
export async function readRows(client: pg.Client, table: string, content: Readable): Promise<number> {
  const lines = createInterface({ input: content.pipe(createGunzip()), crlfDelay: Infinity })
  let count = 0
  let batch: string[] = []
  const flush = async () => {
    if (batch.length > 0)
      await client.query(`insert into ${table} select * from unnest($1::${table}[])`, [batch])
    count += batch.length
    batch = []
  }
  for await (const line of lines) {
    batch.push(JSON.parse(line) as string)
    if (batch.length === ROWS_AT_ONCE) await flush()
  }
  await flush()
  return count
}

export function fileContent(file: string): Readable {
  return createReadStream(file)
}
