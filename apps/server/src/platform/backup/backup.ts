import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { driverOptions } from '../db.ts'
import type { Platform } from '../open.ts'
import { Refusal } from '../refusal.ts'
import { readCatalogue } from '../schema/index.ts'
import { readSetting } from '../setting.queries.ts'
import { keyCheck } from '../index-key.ts'
import { DEMO_KEYS, entryOfFile, entryOfTable, MANIFEST, NOT_ROWS, type Manifest } from './manifest.ts'
import { fileContent, writeRows } from './tables.ts'
import { createTar, type TarWriter } from './tar.ts'

export interface BackupResult {
  readonly file: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly bytes: number
}

/**
 * Writes everything into one archive, beside a running platform: all tables of one moment, then every stored file. A row
 * is only committed when its file is on the disk, so files read after the moment include all that the rows name.
 */
export async function backup(platform: Platform, to: string): Promise<BackupResult> {
  if (existsSync(to))
    throw new Refusal(
      `文件 ${to} 已存在，不会覆盖。请换一个文件名。`,
      `The file ${to} exists and is not overwritten. Choose another name.`,
    )
  const part = `${to}.part`
  await rm(part, { force: true })
  const scratch = await mkdtemp(path.join(path.dirname(path.resolve(to)), '.yichuang-backup-'))
  try {
    const tar = await createTar(part)
    const manifest = await fill(tar, platform, scratch)
    const text = Buffer.from(JSON.stringify(manifest, undefined, 1))
    await tar.add(MANIFEST, text.length, Readable.from([text]))
    await tar.close()
    await rename(part, to)
    return {
      file: to,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: manifest.files.length,
      bytes: (await stat(to)).size,
    }
  } finally {
    await rm(part, { force: true })
    await rm(scratch, { recursive: true, force: true })
  }
}

async function fill(tar: TarWriter, platform: Platform, scratch: string): Promise<Manifest> {
  const { config, database, files, blindIndex } = platform.deps
  const client = new pg.Client(driverOptions(platform.migrator))
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from platform.migration order by name',
    )
    const tables: Manifest['tables'] = []
    for (const { name: table } of (await readCatalogue(client)).tables)
      if (!NOT_ROWS.has(table)) tables.push(await addTable(tar, client, table, scratch))
    await client.query('commit')

    const kept: string[] = []
    for await (const sha256 of files.store.list()) {
      const content = await buffer(await files.read(sha256))
      await tar.add(entryOfFile(sha256), content.length, Readable.from([content]))
      kept.push(sha256)
    }
    const keys = config.fieldKeys ? undefined : await readFile(path.join(config.dataDir, 'keys', 'demo.json'))
    if (keys) await tar.add(DEMO_KEYS, keys.length, Readable.from([keys]))
    return {
      format: 'yichuang-backup-1',
      madeAt: new Date().toISOString(),
      mode: (await readSetting(database.db, 'mode')) as Manifest['mode'],
      migrations: Object.fromEntries(migrations.map(({ name, checksum }) => [name, checksum])),
      keyCheck: keyCheck(blindIndex),
      tables,
      files: kept,
      ...(keys && { demoKeys: createHash('sha256').update(keys).digest('hex') }),
    }
  } finally {
    await client.end()
  }
}

async function addTable(
  tar: TarWriter,
  client: pg.Client,
  table: string,
  scratch: string,
): Promise<Manifest['tables'][number]> {
  // The archive wants the size before the content, so each table passes through a file of its own.
  const file = path.join(scratch, 'rows')
  const rows = await writeRows(client, table, file)
  const entry = entryOfTable(table)
  const sha256 = await tar.add(entry, (await stat(file)).size, fileContent(file))
  return { table, entry, rows, sha256 }
}
