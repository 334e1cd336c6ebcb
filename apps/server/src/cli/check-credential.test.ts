import { plainDate } from '@yichuang/kernel'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { newSigningKey, signCredential, signRevocations } from '../modules/referral/index.ts'

const BIN = fileURLToPath(new URL('../../../../bin/yichuang.mjs', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'yichuang-credential-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const key = newSigningKey('370800-1')
const token = signCredential(
  {
    number: '37080020201015ABCDEFGH',
    personName: '王芳',
    idNumberMasked: '370811********0021',
    from: plainDate('2020-10-15'),
    until: plainDate('2021-10-15'),
    target: '310000',
    hospital: 'H37081100001',
  },
  key,
)
const write = (name: string, value: object) => {
  writeFileSync(join(dir, name), JSON.stringify(value))
  return join(dir, name)
}
const keys = write('keys.json', {
  keys: [{ keyId: '370800-1', publicKey: key.publicKey.toString('base64url') }],
})
const revoked = [{ number: '37080020201015ABCDEFGH', on: plainDate('2020-11-02') }]
const list = { regionCode: '370800', asOf: plainDate('2020-11-30'), revoked }
const revocations = write('revocations.json', { signed: signRevocations(list, key) })

// oxlint-disable-next-line typescript/no-explicit-any -- any answer
function check(...args: string[]): Promise<{ code: number; said: any }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, 'check', 'credential', ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: JSON.parse(stdout || stderr) })
    })
  })
}

test('a referral credential is checked without a network, by the published key', async () => {
  const good = await check(`https://yibao.example.cn/referral#${token}`, '--keys', keys, '--on', '2021-10-15')
  expect(good).toMatchObject({
    code: 0,
    said: { ok: true, genuine: true, state: 'in-force', personName: '王芳', revocationsAsOf: null },
  })
  expect(await check(token, '--keys', keys, '--on', '2021-10-16')).toMatchObject({
    code: 1,
    said: { ok: false, genuine: true, state: 'over' },
  })
})

test('one that was revoked is good until the day before, by the dated list', async () => {
  const on = (day: string) => check(token, '--keys', keys, '--revocations', revocations, '--on', day)
  expect(await on('2020-11-01')).toMatchObject({
    code: 0,
    said: { state: 'in-force', revocationsAsOf: '2020-11-30' },
  })
  expect(await on('2020-11-02')).toMatchObject({
    code: 1,
    said: { state: 'revoked', revokedOn: '2020-11-02' },
  })
})

test('a changed credential and a list that nobody signed are told in one sentence', async () => {
  // The first character of a signature: the last one may be what it is changed to.
  const at = token.lastIndexOf('.') + 1
  const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
  const forged = await check(changed, '--keys', keys)
  expect(forged).toMatchObject({ code: 1, said: { faults: [{ code: 'credential-forged' }] } })
  const unsigned = write('unsigned.json', { signed: 'YCL1.370800-1.e30.AAAA' })
  expect(await check(token, '--keys', keys, '--revocations', unsigned)).toMatchObject({ code: 2 })
  expect(await check(token)).toMatchObject({ code: 2, said: { faults: [{ code: 'option-missing' }] } })
})
