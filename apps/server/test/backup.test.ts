import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { backup, checkArchive, restore } from '../src/platform/backup/index.ts'
import { driverOptions } from '../src/platform/db.ts'
import { createLog } from '../src/platform/log.ts'
import { openPlatform, type Platform } from '../src/platform/open.ts'
import { readCatalogue } from '../src/platform/schema/index.ts'
import { writeSetting } from '../src/platform/setting.queries.ts'

const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-backup-'))
chmodSync(dir, 0o755)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const archive = path.join(dir, 'backup.tar')
const quiet = { log: createLog('silent'), tell: () => undefined }
const configOf = (name: string) => readConfig({ data: path.join(dir, name) }, {})

async function opened<T>(name: string, work: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await openPlatform(configOf(name), quiet)
  try {
    return await work(platform)
  } finally {
    await platform.close()
  }
}

async function asOwner<T>({ migrator }: Platform, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(driverOptions(migrator))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every row of every table, as PostgreSQL writes it. */
const everything = (platform: Platform) =>
  asOwner(platform, async (client) => {
    const content: Record<string, string[]> = {}
    for (const { name } of (await readCatalogue(client)).tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      if (name !== 'platform.migration') content[name] = rows.map(({ row }) => row)
    }
    return content
  })

const LETTER = Buffer.from('%PDF-1.7 一封信')

describe('a backup', () => {
  it('made beside a running platform and restored elsewhere is the same to the last byte', async () => {
    const before = await opened('first', async (platform) => {
      const { database, files, cipher } = platform.deps
      await writeSetting(database.db, 'odd', {
        text: '引号"逗号,括号(){}\\反斜杠\n换行\t空',
        empty: '',
        none: null,
      })
      await asOwner(platform, async (client) => {
        await client.query(
          `insert into platform.request (region_code, caller, key, fingerprint, reply, received_at)
           select '330600', 'c' || n, 'key-' || n, decode('00ff10', 'hex'), $1, '2020-02-29 12:00:00.123456+00'
           from generate_series(1, 4500) n`,
          [cipher.encrypt('secret', 'p')],
        )
        await client.query(
          `insert into platform.outbox (region_code, id, topic, subscriber, payload, due_at)
           values ('330600', '0197a0d2-7c3e-7abc-9def-123456789012', 't', 's', '{"a": [1, null, "\\u4e00"]}', '-infinity')`,
        )
      })
      await files.keep(LETTER)
      const beside = await openPlatform(configOf('first'), { ...quiet, beside: true, keepSchema: true })
      const result = await backup(beside, archive)
      await beside.close()
      expect(result).toMatchObject({ file: archive, files: 1 })
      expect(result.rows).toBeGreaterThan(4500)
      return everything(platform)
    })
    const { manifest, demoKeys } = await checkArchive(archive)
    mkdirSync(path.join(dir, 'second/keys'), { recursive: true })
    writeFileSync(path.join(dir, 'second/keys/demo.json'), demoKeys!)
    await opened('second', async (platform) => {
      const result = await restore(platform, archive, manifest)
      expect(result).toMatchObject({ files: 1, madeAt: manifest.madeAt })
      expect(await everything(platform)).toEqual(before)
      const { files, cipher } = platform.deps
      expect(await buffer(await files.read(manifest.files[0]!))).toEqual(LETTER)
      const [row] = await asOwner(
        platform,
        async (client) =>
          (await client.query<{ reply: Buffer }>('select reply from platform.request limit 1')).rows,
      )
      expect(cipher.decrypt(row!.reply, 'p')).toBe('secret')
    })
  })

  it('never overwrites a file, and never a database that has rows', async () => {
    const { manifest } = await checkArchive(archive)
    await opened('second', async (platform) => {
      await expect(backup(platform, archive)).rejects.toThrow(/exists and is not overwritten/)
      await expect(restore(platform, archive, manifest)).rejects.toThrow(/not empty/)
    })
  })

  it('is refused where the keys are others', async () => {
    const { manifest } = await checkArchive(archive)
    await opened('third', async (platform) => {
      await expect(restore(platform, archive, manifest)).rejects.toThrow(/keys are not those of the backup/)
    })
  })

  it('that was damaged or cut off is refused before anything is written', async () => {
    const damaged = path.join(dir, 'damaged.tar')
    copyFileSync(archive, damaged)
    const bytes = readFileSync(archive)
    const middle = bytes.indexOf('tables/platform.request') + 600
    bytes[middle] = bytes[middle]! ^ 1
    writeFileSync(damaged, bytes)
    await expect(checkArchive(damaged)).rejects.toThrow(
      /platform.request.ndjson.gz is missing or was changed/,
    )
    writeFileSync(damaged, readFileSync(archive).subarray(0, 5000))
    await expect(checkArchive(damaged)).rejects.toThrow(/cannot be used/)
    writeFileSync(damaged, 'not an archive at all'.repeat(100))
    await expect(checkArchive(damaged)).rejects.toThrow(/no archive/)
  })
})
