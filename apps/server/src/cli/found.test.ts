import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { afterAll, describe, expect, test } from 'vitest'
import { verifyStreams } from '../modules/audit/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { newKey } from '../platform/crypto.ts'
import { testDatabase } from '../platform/test-database.ts'
import { found } from './found.ts'
import { faultsOf } from './load/test-city.ts'

const { database, sql } = await testDatabase()
const deps = { database, clock: fixedClock('2020-10-15T01:00:00Z') }
const shaoxing = {
  regionCode: '330600',
  officeCode: '330600001',
  name: '绍兴市医疗保障服务中心',
  login: 'zhang.san',
  adminName: '张三',
  phone: null,
}
const jining = { ...shaoxing, regionCode: '370800', officeCode: '370800001', name: '济宁市医保中心' }

describe('yichuang found', () => {
  test.each([
    ['a city without a policy pack', { ...shaoxing, regionCode: '999900' }, 'pack-missing'],
    ['an office code of another city', { ...shaoxing, officeCode: '370800001' }, 'office-faulty'],
  ])('refuses %s and leaves nothing behind', async (_, asked, code) => {
    const failed = (await found(deps, asked).catch((error: unknown) => error)) as {
      code?: string
      faults?: { code: string }[]
    }
    expect(failed.code ?? failed.faults?.[0]?.code).toBe(code)
    expect(await sql('select 1 from organisations.office')).toEqual([])
  })

  test('opens the city once, however many ask at the same time', async () => {
    const asked = await Promise.allSettled(
      [1, 2, 3].map((n) => found(deps, { ...shaoxing, login: `admin.${n}` })),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await sql('select code, level, parent_id from organisations.office')).toEqual([
      { code: '330600001', level: 'city', parent_id: null },
    ])
    expect(await sql('select role, region_code from organisations.staff_role')).toEqual([
      { role: 'administrator', region_code: '330600' },
    ])
    expect(await faultsOf(found(deps, shaoxing))).toEqual(['city-founded'])
  })

  test('one login may administer two cities, but not under two names', async () => {
    const [first] = await sql<{ login: string }>('select login from organisations.staff')
    const asked = { ...jining, login: first!.login }
    expect(await faultsOf(found(deps, { ...asked, adminName: '李四' }))).toEqual(['login-taken'])
    await found(deps, asked)
    expect(await sql('select region_code from organisations.staff_role order by 1')).toEqual([
      { region_code: '330600' },
      { region_code: '370800' },
    ])
  })

  test('everything it does is in the trail', async () => {
    const acts = await sql<{ act: string }>('select act from audit.entry order by region_code, at, act')
    expect(acts.map(({ act }) => act).sort()).toEqual([
      'office-created',
      'office-created',
      'staff-changed',
      'staff-changed',
      'staff-created',
    ])
    expect((await verifyStreams(database.db)).broken).toBeUndefined()
  })
})

describe('the commands on a production database', async () => {
  const { app: emptyApp, migrator: owner } = await testDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-found-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const urlOf = (connection: typeof emptyApp) => {
    const { user, database: name } = connection as { user: string; database: string }
    return `postgres://${user}@localhost/${name}?host=${encodeURIComponent(inject('postgresSocketDir'))}`
  }
  const environment = {
    ...process.env,
    DATABASE_URL: urlOf(owner),
    APP_DATABASE_URL: urlOf(emptyApp),
    YICHUANG_DATA: folder,
    YICHUANG_FIELD_KEY: `1:${newKey()}`,
    YICHUANG_INDEX_KEY: newKey(),
    YICHUANG_OIDC_ISSUER: 'https://issuer.example.cn',
    YICHUANG_OIDC_CLIENT_ID: 'yichuang',
    YICHUANG_OIDC_CLIENT_SECRET: 'a-secret-for-this-test',
    YICHUANG_PUBLIC_URL: 'https://yibao.example.cn',
  }
  const yichuang = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const main = fileURLToPath(new URL('main.ts', import.meta.url))
      execFile(
        process.execPath,
        [main, ...args],
        { env: environment, cwd: tmpdir() },
        (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      )
    })
  const opening = ['--region', '330600', '--office-code', '330600001', '--name', '绍兴市医疗保障服务中心']
  const admin = ['--admin-login', 'zhang.san', '--admin-name', '张三', '--production']

  test('found opens the city, load fills it, and both say no with exit code 1', async () => {
    const file = path.join(folder, 'hospitals.csv')
    writeFileSync(file, '医疗机构代码,医疗机构名称,级别,行政区划\nH33060200001,绍兴市人民医院,三级,330602\n')
    const load = ['load', 'hospitals', file, '--region', '330600', '--production']
    const early = await yichuang(...load)
    expect([early.code, JSON.parse(early.stderr).faults[0].code]).toEqual([1, 'city-not-founded'])

    const opened = await yichuang('found', ...opening, ...admin)
    expect([opened.code, opened.stderr]).toEqual([0, ''])
    expect(JSON.parse(opened.stdout)).toMatchObject({
      office: { code: '330600001' },
      administrator: { login: 'zhang.san', name: '张三' },
    })
    const again = await yichuang('found', ...opening, ...admin)
    expect([again.code, JSON.parse(again.stderr).faults[0].code]).toEqual([1, 'city-founded'])

    const loaded = await yichuang(...load)
    expect([loaded.code, JSON.parse(loaded.stdout)]).toEqual([
      0,
      { kind: 'hospitals', rows: 1, written: { added: 1, changed: 0 }, ignoredColumns: [] },
    ])
  })

  test.each([
    [['found', '--region', '330602', ...opening.slice(2), ...admin], 'region-no-city'],
    [['found', '--region', '330600', ...admin], 'option-missing'],
    [['load', 'people', 'x.csv', '--region', '330600'], 'load-what'],
    [['load', 'persons', 'x.csv'], 'option-missing'],
  ])('%j is asked wrongly: exit code 2', async (args, code) => {
    const ended = await yichuang(...args)
    expect([ended.code, JSON.parse(ended.stderr).faults[0].code]).toEqual([2, code])
  })

  test('a demonstration cannot open it', async () => {
    const ended = await yichuang('found', ...opening, ...admin.slice(0, -1))
    expect([ended.code, JSON.parse(ended.stderr).faults[0].code]).toEqual([1, 'refused'])
  })
})
