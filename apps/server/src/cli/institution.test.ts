import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { saveHospital } from '../modules/organisations/index.ts'
import { newKey } from '../platform/crypto.ts'
import { testDatabase } from '../platform/test-database.ts'

const { database, app, migrator } = await testDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-institution-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(() =>
  saveHospital(database.db, {
    hospitalCode: 'H33060200001',
    regionCode: '330600',
    territory: '330602',
    name: '绍兴市人民医院',
    level: 'tertiary',
  }),
)

const urlOf = (connection: typeof app) => {
  const { user, database: name } = connection as { user: string; database: string }
  return `postgres://${user}@localhost/${name}?host=${encodeURIComponent(inject('postgresSocketDir'))}`
}
const environment = {
  ...process.env,
  DATABASE_URL: urlOf(migrator),
  APP_DATABASE_URL: urlOf(app),
  YICHUANG_DATA: folder,
  YICHUANG_FIELD_KEY: `1:${newKey()}`,
  YICHUANG_INDEX_KEY: newKey(),
  YICHUANG_OIDC_ISSUER: 'https://issuer.example.cn',
  YICHUANG_OIDC_CLIENT_ID: 'yichuang',
  YICHUANG_OIDC_CLIENT_SECRET: 'a-secret-for-this-test',
  YICHUANG_PUBLIC_URL: 'https://yibao.example.cn',
}
const institution = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url))
    execFile(
      process.execPath,
      [main, 'institution', ...args, '--region', '330600', '--production'],
      { env: environment, cwd: folder },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })

test('an institution is connected with the secret it has, its secret is rotated, and neither is ever listed', async () => {
  const file = path.join(folder, 'secret')
  writeFileSync(file, 'secret-of-another-province\n')
  const named = ['--institution', 'H33060200001']
  const added = await institution(
    'add',
    ...named,
    '--profile',
    'gateway',
    '--key',
    'AK-7',
    '--secret-file',
    file,
  )
  expect([added.code, added.stderr]).toEqual([0, ''])
  const access = JSON.parse(added.stdout) as { accessId: string; secret: string }
  expect(access).toMatchObject({ accessKey: 'AK-7', secret: 'secret-of-another-province', validUntil: null })

  const rotated = await institution('rotate', '--access', access.accessId, '--overlap-days', '3')
  const { secret } = JSON.parse(rotated.stdout) as { secret: string }
  expect(secret).toMatch(/^[0-9a-f]{48}$/)

  const listed = await institution('list', ...named)
  const { items } = JSON.parse(listed.stdout) as { items: { validUntil: string | null }[] }
  expect(items.map(({ validUntil }) => validUntil === null)).toEqual([false, true])
  expect(listed.stdout).not.toContain(secret)
  expect(listed.stdout).not.toContain(access.secret)
}, 60_000)

test.each([
  [['list-all'], 2, 'institution-what'],
  [['add', '--institution', 'H33060200001', '--profile', 'x-cb'], 2, 'option-value'],
  [['add', '--institution', 'H33069900009', '--profile', 'x-ca'], 1, 'institution-not-listed'],
  [['add', '--institution', 'H33060200001', '--profile', 'plain'], 1, 'institution-access-not-right'],
  [['rotate', '--access', '01a20082-0631-7726-a494-933f1b3fdc6a'], 1, 'institution-access-not-found'],
  [['rotate', '--access', 'x', '--overlap-days', '400'], 2, 'overlap-days'],
])('%j ends with %i and says why', async (args, code, fault) => {
  const ended = await institution(...args)
  expect([ended.code, JSON.parse(ended.stderr).faults[0].code]).toEqual([code, fault])
})
