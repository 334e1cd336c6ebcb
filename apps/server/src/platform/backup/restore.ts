import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer, json } from 'node:stream/consumers'
import pg from 'pg'
import { driverOptions } from '../db.ts'
import type { Platform } from '../open.ts'
import { Refusal } from '../refusal.ts'
import { readCatalogue, type Catalogue } from '../schema/index.ts'
import { keyCheck } from '../index-key.ts'
import { DEMO_KEYS, entryOfFile, Manifest, MANIFEST, NOT_ROWS } from './manifest.ts'
import { readRows } from './tables.ts'
import { readTar } from './tar.ts'

export interface RestoreResult {
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** when the backup was made */
  readonly madeAt: string
}

/** Reads an archive through once: throws a `Refusal` when anything in it is missing or damaged. */
export async function checkArchive(
  file: string,
): Promise<{ manifest: Manifest; demoKeys: Buffer | undefined }> {
  try {
    const sums = new Map<string, string>()
    let manifest: Manifest | undefined
    let demoKeys: Buffer | undefined
    for await (const { name, content } of readTar(file)) {
      if (name === MANIFEST) manifest = Manifest.parse(await json(content()))
      else if (name === DEMO_KEYS) demoKeys = await buffer(content())
      else sums.set(name, await sha256Of(content()))
    }
    if (!manifest) throw new Error('its manifest is missing')
    for (const { entry, sha256 } of manifest.tables)
      if (sums.get(entry) !== sha256) throw new Error(`${entry} is missing or was changed`)
    for (const sha256 of manifest.files)
      if (sums.get(entryOfFile(sha256)) !== sha256)
        throw new Error(`${entryOfFile(sha256)} is missing or was changed`)
    if (
      manifest.demoKeys &&
      manifest.demoKeys !== (demoKeys && createHash('sha256').update(demoKeys).digest('hex'))
    )
      throw new Error(`${DEMO_KEYS} is missing or was changed`)
    return { manifest, demoKeys }
  } catch (cause) {
    const why = (cause as Error).message
    throw new Refusal(
      `备份文件 ${file} 不能使用：${why}。没有恢复任何内容，请换一个备份文件。`,
      `The backup ${file} cannot be used: ${why}. Nothing was restored; take another backup.`,
      { cause },
    )
  }
}

/**
 * Fills an empty platform from a checked archive, all rows in one transaction. The caller holds the data directory.
 * Refuses a database that has rows, another release's schema, and other keys.
 */
export async function restore(platform: Platform, file: string, manifest: Manifest): Promise<RestoreResult> {
  const { files, blindIndex } = platform.deps
  if (manifest.keyCheck !== keyCheck(blindIndex))
    throw new Refusal(
      '当前密钥不是备份时的密钥，恢复后将无法读取加密内容。请设置备份时的 YICHUANG_FIELD_KEY 和 YICHUANG_INDEX_KEY。',
      'The keys are not those of the backup, and what is encrypted could not be read. Set YICHUANG_FIELD_KEY and YICHUANG_INDEX_KEY of the backup.',
    )
  const client = new pg.Client(driverOptions(platform.migrator))
  await client.connect()
  try {
    await client.query('begin')
    const catalogue = await readCatalogue(client)
    await checkSchema(client, manifest)
    await checkEmpty(client, catalogue)
    // Files first: no row may name one that is not there.
    for await (const { name, content } of readTar(file))
      if (name.startsWith('files/')) await files.keep(await buffer(content()))
    const rows = await withoutForeignKeys(client, catalogue, () => fillTables(client, file, manifest))
    await client.query('commit')
    return { tables: manifest.tables.length, rows, files: manifest.files.length, madeAt: manifest.madeAt }
  } finally {
    await client.end()
  }
}

async function fillTables(client: pg.Client, file: string, manifest: Manifest): Promise<number> {
  const tables = new Map(manifest.tables.map((table) => [table.entry, table]))
  let total = 0
  for await (const { name, content } of readTar(file)) {
    const table = tables.get(name)
    if (!table) continue
    const rows = await readRows(client, table.table, content())
    if (rows !== table.rows) throw new Error(`${table.table} got ${rows} rows instead of ${table.rows}`)
    total += rows
  }
  return total
}

/** Rows come table by table; the keys between them are put back, and checked, when all are there. */
async function withoutForeignKeys<T>(
  client: pg.Client,
  catalogue: Catalogue,
  work: () => Promise<T>,
): Promise<T> {
  const keys = catalogue.constraints.filter(({ kind }) => kind === 'f')
  for (const { table, name } of keys)
    await client.query(`alter table ${table} drop constraint ${quote(name)}`)
  const result = await work()
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${quote(name)} ${definition}`)
  return result
}

async function checkSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  )
  const here = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const backedUp = Object.entries(manifest.migrations)
  if (here.size === backedUp.length && backedUp.every(([name, checksum]) => here.get(name) === checksum))
    return
  throw new Refusal(
    '备份的数据库结构与本版本不同。请用制作备份的版本恢复，然后再升级。',
    'The backup has another schema than this release. Restore it with the release that made it, then upgrade.',
  )
}

/** A fresh database knows its schema, its keys and whether it is a demonstration, and nothing else. */
async function checkEmpty(client: pg.Client, { tables }: Catalogue): Promise<void> {
  for (const { name } of tables) {
    if (NOT_ROWS.has(name)) continue
    if (name === 'platform.setting')
      await client.query(`delete from platform.setting where name in ('mode', 'index-key')`)
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (rowCount !== 0)
      throw new Refusal(
        `目标数据库不是空的（${name} 中有数据），不会覆盖。请用 --data 或 DATABASE_URL 指定一个新的数据库。`,
        `The target database is not empty (${name} has rows) and is not overwritten. Choose a new one with --data or DATABASE_URL.`,
      )
  }
}

async function sha256Of(content: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
