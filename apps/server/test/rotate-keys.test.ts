import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { fields } from '../src/cli/rotate-keys.ts'
import { readConfig } from '../src/config.ts'
import { createBlindIndex, createFieldCipher, newKey, parseKeyRing } from '../src/platform/crypto.ts'
import { createLog } from '../src/platform/log.ts'
import { openPlatform } from '../src/platform/open.ts'
import { allStatements } from '../src/platform/statement.ts'
import { testDatabase } from '../src/platform/test-database.ts'

const { sql, migrator, app } = await testDatabase()
const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-rotate-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const [first, second, oldIndex, newIndex] = [newKey(), newKey(), newKey(), newKey()]
const urlOf = (connection: typeof app) => {
  const { user, database, socketDir } = connection as { user: string; database: string; socketDir: string }
  return `postgres://${user}@/${database}?host=${encodeURIComponent(socketDir)}`
}
const environment = (ring: string, index: string) => ({
  DATABASE_URL: urlOf(migrator),
  APP_DATABASE_URL: urlOf(app),
  YICHUANG_DATA: dir,
  YICHUANG_FIELD_KEY: ring,
  YICHUANG_INDEX_KEY: index,
})
const before = environment(`1:${first}`, oldIndex)
const during = environment(`2:${second},1:${first}`, oldIndex)
const after = environment(`2:${second}`, newIndex)
const keyFile = path.join(dir, 'new-index-key')
writeFileSync(keyFile, newIndex)

const MAIN = path.join(import.meta.dirname, '../src/cli/main.ts')
const rotate = (env: Record<string, string>, ...args: string[]) =>
  spawn(process.execPath, [MAIN, 'rotate-keys', ...args], { env: { ...process.env, ...env } })
async function ended(child: ReturnType<typeof rotate>) {
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (stderr += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

const REGIONS = ['330600', '370800']
const PEOPLE = 6000
const idOf = (n: number) => `33060219700101${String(n).padStart(4, '0')}`
const rotatedPeople = async () =>
  (
    await sql<{ n: number }>(
      'select count(*)::int as n from insured.person where get_byte(id_number_enc, 0) = 2',
    )
  )[0]!.n

/** Opens as the server does, and closes again. */
async function opens(env: Record<string, string>) {
  const platform = await openPlatform(readConfig({}, env), {
    log: createLog('silent'),
    tell: () => undefined,
  })
  await platform.close()
}

async function fill() {
  await opens(before)
  const cipher = createFieldCipher(parseKeyRing(`1:${first}`))
  const index = createBlindIndex(Buffer.from(oldIndex, 'hex'))
  for (const region of REGIONS) {
    const people = Array.from({ length: PEOPLE / 2 }, (_, n) => idOf(n))
    await sql(
      `insert into insured.person select $1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '张三', sealed, indexed,
         '33****', phone, phone_index, '138****', 'male', date '1970-01-01', 0
       from unnest($2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[]) with ordinality
         as given (sealed, indexed, phone, phone_index, n)`,
      [
        region,
        people.map((id) => cipher.encrypt(id, 'person.resident-id')),
        people.map((id) => index(id, 'person.resident-id')),
        people.map((id) => cipher.encrypt(id.slice(-11), 'person.phone')),
        people.map((id) => index(id.slice(-11), 'person.phone')),
      ],
    )
  }
  await sql(
    `insert into insured.known_id_number select id_number_index, person_id, $1 from insured.person
     where region_code = '330600'`,
    [REGIONS],
  )
  await sql(
    `insert into claims.claim (region_code, case_id, person_id, content, account_enc, account_index, phone_enc)
     values ('330600', gen_random_uuid(), gen_random_uuid(), '{}', $1, $2, $3)`,
    [
      cipher.encrypt('6228 4803 3012 3456 784', 'payee.account'),
      index('6228480330123456784', 'payee.account'),
      cipher.encrypt('13800001111', 'claim.phone'),
    ],
  )
  await sql(`insert into platform.request values ('000000', 'staff:1', 'key-1', 'x', $1, '2020-01-01')`, [
    cipher.encrypt('{"ok":true}', 'request.reply'),
  ])
}

it('knows every column whose name says that it is encrypted', async () => {
  const columns = await sql<{ table: string; column: string }>(
    `select table_schema || '.' || table_name as "table", column_name as "column" from information_schema.columns
     where column_name like '%\\_enc' order by 1, 2`,
  )
  const walked = fields.map(({ name }) => allStatements().get(`${name}-rotate-page`)!)
  const forgotten = columns.filter(
    ({ table, column }) =>
      !walked.some((text) => text.includes(`${column} as sealed`) && text.includes(`from ${table} `)),
  )
  // The token ends with its session, long before an old key is taken away.
  expect(forgotten).toEqual([{ table: 'identity.session', column: 'id_token_enc' }])
  expect(columns.length).toBeGreaterThan(forgotten.length)
})

it('keys are changed by a command that may be killed in the middle, and then nothing needs the old ones', async () => {
  await fill()
  const child = rotate(during, '--new-index-key-file', keyFile)
  while (child.exitCode === null && (await rotatedPeople()) === 0) await sleep(5)
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await once(child, 'close')
  const done = await rotatedPeople()
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(PEOPLE)

  // Half of the people would not be found now.
  await expect(opens(during)).rejects.toThrow('is not finished')
  writeFileSync(path.join(dir, 'other'), newKey())
  const other = await ended(rotate(during, '--new-index-key-file', path.join(dir, 'other')))
  expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('another new key')])

  const { code, stdout } = await ended(rotate(during, '--new-index-key-file', keyFile))
  expect(code).toBe(0)
  const { fields, indexKey } = JSON.parse(stdout) as {
    indexKey: string
    fields: { field: string; rows: number; written: number }[]
  }
  expect(indexKey).toBe('changed')
  expect(fields.find(({ field }) => field === 'insured.person-id-number')).toMatchObject({
    rows: PEOPLE,
    written: PEOPLE - done,
  })

  await expect(opens(during)).rejects.toThrow('YICHUANG_INDEX_KEY is not the key of this database')
  await opens(after)
  const cipher = createFieldCipher(parseKeyRing(`2:${second}`))
  const index = createBlindIndex(Buffer.from(newIndex, 'hex'))
  const people = await sql<{ id: Buffer; indexed: Buffer; phone: Buffer; known: string | null }>(
    `select p.id_number_enc as id, p.id_number_index as indexed, p.phone_enc as phone, k.person_id as known
     from insured.person p left join insured.known_id_number k using (id_number_index)`,
  )
  expect(people).toHaveLength(PEOPLE)
  for (const { id, indexed, phone, known } of people) {
    const plain = cipher.decrypt(id, 'person.resident-id')
    expect(index(plain, 'person.resident-id').equals(indexed)).toBe(true)
    expect(cipher.decrypt(phone, 'person.phone')).toBe(plain.slice(-11))
    expect(known).not.toBeNull()
  }
  const [claim] = await sql<{ account: Buffer; indexed: Buffer; phone: Buffer }>(
    'select account_enc as account, account_index as indexed, phone_enc as phone from claims.claim',
  )
  expect(cipher.decrypt(claim!.account, 'payee.account')).toBe('6228 4803 3012 3456 784')
  expect(cipher.decrypt(claim!.phone, 'claim.phone')).toBe('13800001111')
  const [request] = await sql<{ reply: Buffer }>('select reply from platform.request')
  expect(cipher.decrypt(request!.reply, 'request.reply')).toBe('{"ok":true}')
}, 120_000)

it('the field key alone is changed beside whoever runs, and a second time there is nothing to do', async () => {
  const third = newKey()
  const ring = environment(`3:${third},2:${second}`, newIndex)
  const server = await openPlatform(readConfig({}, ring), { log: createLog('silent'), tell: () => undefined })
  const written = async () => {
    const { code, stdout } = await ended(rotate(ring))
    expect(code).toBe(0)
    return (JSON.parse(stdout) as { fields: { written: number }[] }).fields.map((field) => field.written)
  }
  expect((await written())[0]).toBe(PEOPLE)
  expect(new Set(await written())).toEqual(new Set([0]))
  const stopped = await ended(rotate(ring, '--new-index-key-file', keyFile))
  expect([stopped.code, stopped.stderr]).toEqual([1, expect.stringContaining('in use by another Yichuang')])
  await server.close()
}, 120_000)
