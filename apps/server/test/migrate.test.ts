import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinAppRole, migrate, migrationFiles } from '../src/platform/migrate.ts'
import { testDatabase } from '../src/platform/test-database.ts'

const { migrator, sql } = await testDatabase()
const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-migrations-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const write = (name: string, text: string) => writeFileSync(path.join(dir, name), text)
const run = () => migrate(migrator, dir)

// The test database has the real migrations; this folder begins with them.
beforeAll(() => migrationFiles().forEach(({ name, sql: text }) => write(name, text)))

describe('migrations', () => {
  it('that were applied are not applied again', async () => {
    expect(await run()).toEqual([])
  })

  it('are applied once, oldest first, by whichever of two processes comes first', async () => {
    write('20990102000000_demo_second.sql', 'create table platform.second (a int)')
    write('20990101000000_demo_first.sql', 'create table platform.first (a int)')
    const both = await Promise.all([run(), run()])
    expect(both.flat()).toEqual(['20990101000000_demo_first.sql', '20990102000000_demo_second.sql'])
  })

  it('that arrive late with an older name still run', async () => {
    write('20981231000000_demo_late.sql', 'create table platform.late (a int)')
    expect(await run()).toEqual(['20981231000000_demo_late.sql'])
  })

  it('that fail leave nothing and name themselves', async () => {
    write('20990103000000_demo_broken.sql', 'create table platform.half (a int); select nonsense')
    await expect(run()).rejects.toThrow('Migration 20990103000000_demo_broken.sql failed: column "nonsense"')
    expect(await sql(`select to_regclass('platform.half') as t`)).toEqual([{ t: null }])
    rmSync(path.join(dir, '20990103000000_demo_broken.sql'))
  })

  it('that were edited afterwards are refused', async () => {
    write('20990101000000_demo_first.sql', 'create table platform.first (a int, b int)')
    await expect(run()).rejects.toThrow(/edited after it had been applied/)
    write('20990101000000_demo_first.sql', 'create table platform.first (a int)')
  })

  it('of a newer release are refused', async () => {
    rmSync(path.join(dir, '20990102000000_demo_second.sql'))
    await expect(run()).rejects.toThrow(/a newer release has used it/)
  })

  it('leave an owner who may not use the application’s role with one sentence, and with the role once it is granted', async () => {
    const owner = `agency_${process.pid}`
    const connection = { ...migrator, user: owner }
    await sql(`create role ${owner} login`)
    await expect(joinAppRole(connection)).rejects.toThrow(/grant yichuang_app to/)
    await sql(`grant yichuang_app to ${owner}`)
    await joinAppRole(connection)
    await sql(`drop role ${owner}`)
  })

  it('with a name nobody could order are refused', () => {
    write('later.sql', 'select 1')
    expect(() => migrationFiles(dir)).toThrow('later.sql is not named')
  })
})
