import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { createFieldCipher } from '../../../../platform/crypto.ts'
import { inTransaction } from '../../../../platform/db.ts'
import { newSm2Keys } from '../../../../platform/sm2.ts'
import { testDatabase } from '../../../../platform/test-database.ts'
import { SYSTEM } from '../../../audit/index.ts'
import { saveHospital } from '../../../organisations/index.ts'
import {
  addAccess,
  DEMO_SECRET,
  listAccess,
  openAccessBook,
  openFront,
  rotateAccess,
  stopAccess,
  type NewAccess,
} from '../index.ts'
import { profileNamed, profileNames, type Party, type ProfileName } from '../profiles/index.ts'
import { tokenReply } from '../token.service.ts'

const { database, sql } = await testDatabase()
const cipher = createFieldCipher([[1, randomBytes(32)]])
const book = openAccessBook(database.db, cipher)
const front = openFront({ book })
const region = database.forRegion('330600')
const start = new Date('2026-11-22T01:00:00.000Z')
const own = newSm2Keys()
const CODE = 'H33060200001'

const by = (wall: Date) => ({ actor: SYSTEM, at: new Date('2020-10-15T01:00:00Z'), wall, cipher })
const message = (code = CODE) =>
  JSON.stringify({
    infno: '1101',
    msgid: 'M1',
    fixmedins_code: code,
    mdtrtarea_admvs: '330600',
    input: { data: {} },
  })

beforeAll(async () => {
  for (const [hospitalCode, regionCode] of [
    [CODE, '330600'],
    ['H33060200002', '330600'],
    ['H37080200001', '370800'],
  ] as const)
    await saveHospital(database.db, {
      hospitalCode,
      regionCode,
      territory: regionCode,
      name: '演示医院',
      level: 'tertiary',
    })
})

async function add(
  asked: Omit<NewAccess, 'institutionCode'> & { institutionCode?: string },
  at = start,
): Promise<Party> {
  const made = await inTransaction(region, (db) => addAccess(db, { institutionCode: CODE, ...asked }, by(at)))
  book.forget()
  const { secret, accessKey, centrePublicKey } = made
  const centre = centrePublicKey === null ? undefined : { publicKey: centrePublicKey, privateKey: '' }
  return { accessKey, keys: { secret, centre }, own }
}

/** One message, signed at an instant and knocking at another. */
function knock(
  name: ProfileName,
  party: Party,
  options: { at?: Date; body?: string; address?: string; text?: string } = {},
) {
  const { at = start, address = '10.1.2.3', text = message() } = options
  const { headers, body } = profileNamed(name).call(text, party, at)
  return front.open({ path: '/', headers, rawBody: Buffer.from(options.body ?? body), address, now: at })
}

const refusal = (message: string) => ({
  refused: { status: 401, body: `{"code":401,"message":"${message}"}` },
})
const keyOf = (name: ProfileName) =>
  ['oauth-sm', 'sm2-sm4', 'mobile'].includes(name) ? { publicKey: own.publicKey } : {}

describe('the front stage', () => {
  test.each(profileNames)(
    '%s: opens for the institution whose secrets they are, and seals its reply',
    async (name) => {
      const party = await add({
        profile: name,
        addresses: name === 'plain' ? ['10.1.0.0/16'] : [],
        ...keyOf(name),
      })
      const token = name === 'oauth-sm' ? await tokenFor(party) : undefined
      const opened = await knock(name, { ...party, token })
      if ('refused' in opened) throw new Error(opened.refused.body)
      expect(opened.institution).toBe(CODE)
      expect(JSON.parse(opened.text)).toMatchObject({ infno: '1101', msgid: 'M1' })
      expect(opened.seal('{"infcode":0,"output":null}').contentType).toMatch(/^application\/json/)
      for (const { accessId, validUntil } of await listAccess(region, cipher))
        if (validUntil === null) await inTransaction(region, (db) => stopAccess(db, accessId, by(start)))
      book.forget()
      expect(await knock(name, { ...party, token })).toHaveProperty('refused')
    },
  )

  it('refuses in the gateway’s own words', async () => {
    const party = await add({ profile: 'gateway', accessKey: 'AK-1' })
    const late = new Date(start.getTime() + 31 * 60_000)
    const sent = profileNamed('gateway').call(message(), party, start)
    const open = (headers: Record<string, string>, now = start) =>
      front.open({ path: '/', headers, rawBody: Buffer.from(sent.body), now })
    expect(await open({})).toMatchObject(refusal('缺少服务网关的请求头!'))
    expect(await open({ ...sent.headers }, late)).toMatchObject(refusal('签名时间戳超时!'))
    expect(await open({ ...sent.headers, _api_access_key: 'AK-2' })).toMatchObject(refusal('非法用户!'))
    expect(await open({ ...sent.headers, _api_version: '2.0.0' })).toMatchObject(refusal('签名不一致!'))
    expect(await open({ _api_access_key: 'AK-1' })).toMatchObject(refusal('缺少服务网关的请求头!'))
  })

  it('takes either secret while one is rotated, then the new one only, and never three', async () => {
    const first = await add({ profile: 'x-ca' })
    const second = await rotate(first, 7, start)
    const day = (days: number) => new Date(start.getTime() + days * 86_400_000)
    expect(await knock('x-ca', first, { at: day(6) })).toHaveProperty('institution', CODE)
    expect(await knock('x-ca', second, { at: day(6) })).toHaveProperty('institution', CODE)
    expect(await knock('x-ca', first, { at: day(7) })).toMatchObject(refusal('签名不一致!'))
    const third = await rotate(second, 7, day(1))
    expect(await knock('x-ca', first, { at: day(2) })).toMatchObject(refusal('签名不一致!'))
    expect(await knock('x-ca', second, { at: day(2) })).toHaveProperty('institution', CODE)
    expect(await knock('x-ca', third, { at: day(2) })).toHaveProperty('institution', CODE)
  })

  it('takes a nonce once, from one caller', async () => {
    const party = await add({ profile: 'x-tif', accessKey: 'PAAS-1' })
    const { headers, body } = profileNamed('x-tif').call(message(), party, start)
    const again = () => front.open({ path: '/', headers, rawBody: Buffer.from(body), now: start })
    expect(await again()).toHaveProperty('institution', CODE)
    expect(await again()).toMatchObject(refusal('签名不一致!'))
  })

  it('takes unsigned messages from the addresses named for them only, and never from nowhere', async () => {
    const institutionCode = 'H33060200002'
    const party = await add({ profile: 'plain', institutionCode, addresses: ['10.1.0.0/16', 'fd00::/8'] })
    const from = (address: string | undefined) => {
      const { headers, body } = profileNamed('plain').call(message(institutionCode), party, start)
      return front.open({ path: '/', headers, rawBody: Buffer.from(body), address, now: start })
    }
    expect(await from('10.1.2.3')).toHaveProperty('institution', institutionCode)
    expect(await from('::ffff:10.1.2.3')).toHaveProperty('institution', institutionCode)
    expect(await from('fd00::1')).toHaveProperty('institution', institutionCode)
    for (const address of ['10.2.0.1', '::1', '', 'x', undefined])
      expect(await from(address)).toHaveProperty('refused')
    await expect(add({ profile: 'plain', institutionCode: CODE })).rejects.toThrow('addresses')
    await expect(
      sql(`insert into front.access select region_code, gen_random_uuid(), institution_code, 'plain', 'x', secrets_enc, '{}',
           infcode, success_word, valid_from, valid_until, made_by from front.access limit 1`),
    ).rejects.toThrow('access_plain_names_addresses')
  })

  it('does not take a stranger’s message without signature for one of an institution that signs', async () => {
    const institutionCode = 'H33060200002'
    await add({ profile: 'x-ca', institutionCode, secret: 'secret-of-the-other-one' })
    const rawBody = Buffer.from(message(institutionCode))
    expect(
      await front.open({ path: '/', headers: {}, rawBody, address: '10.9.9.9', now: start }),
    ).toHaveProperty('refused')
  })

  it('takes the published secrets of the demonstration in a demonstration only', async () => {
    const party = await add({ profile: 'apikey', secret: `${DEMO_SECRET}apikey` })
    const call = {
      path: '/',
      headers: { apikey: party.keys.secret },
      rawBody: Buffer.from(message()),
      now: start,
    }
    const demo = openFront({ book: openAccessBook(database.db, cipher, true) })
    expect(await demo.open(call)).toHaveProperty('institution', CODE)
    expect(await front.open(call)).toHaveProperty('refused')
  })

  it('reads no body that is not UTF-8', async () => {
    const party = await add({ profile: 'apikey' })
    const rawBody = Buffer.from([0x7b, 0x22, 0xd5, 0xc5, 0x22, 0x7d])
    const opened = await front.open({
      path: '/',
      headers: { apikey: party.keys.secret },
      rawBody,
      now: start,
    })
    expect(opened).toHaveProperty('text', '')
  })
})

describe('secrets', () => {
  it('are encrypted at rest and told once', async () => {
    const secret = 'known-in-another-province'
    await add({ profile: 'gateway', accessKey: 'AK-9', secret })
    const rows = await sql<{ row: string }>(
      `select encode(secrets_enc, 'escape') || access::text as row from front.access`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ row }) => row.includes(secret))).toEqual([])
    expect(JSON.stringify(await listAccess(region, cipher))).not.toContain(secret)
    const trail = await sql<{ detail: object }>(
      `select detail from audit.entry where stream = 'institution:${CODE}'`,
    )
    expect(trail.length).toBeGreaterThan(5)
    expect(JSON.stringify(trail)).not.toContain(secret)
  })

  it('are not given to an institution of another city, twice, or in a form that cannot work', async () => {
    await expect(add({ profile: 'x-ca', institutionCode: 'H37080200001' })).rejects.toThrow(
      'institution-not-listed',
    )
    await expect(add({ profile: 'gateway', accessKey: 'AK-9' })).rejects.toThrow(
      'institution-access-key-taken',
    )
    await expect(add({ profile: 'sm2-sm4' })).rejects.toThrow('institution-access-not-right')
    await expect(add({ profile: 'x-tif', accessKey: 'PAAS-2', secret: '短' })).rejects.toThrow(
      'institution-access-not-right',
    )
    await expect(add({ profile: 'oauth-sm', accessKey: 'short', publicKey: own.publicKey })).rejects.toThrow(
      '16',
    )
  })

  it('get a token only with the right one', async () => {
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
    expect((await tokenReply(book, undefined, start)).status).toBe(400)
    expect((await tokenReply(book, basic('nobody:nothing'), start)).status).toBe(401)
  })
})

async function rotate(party: Party, overlapDays: number, at: Date): Promise<Party> {
  const valid = (await listAccess(region, cipher)).find(
    ({ accessKey, validUntil }) => accessKey === party.accessKey && validUntil === null,
  )
  const made = await inTransaction(region, (db) => rotateAccess(db, valid!.accessId, { overlapDays }, by(at)))
  book.forget()
  return { ...party, keys: { secret: made.secret } }
}

async function tokenFor({ accessKey, keys }: Party): Promise<string> {
  const basic = `Basic ${Buffer.from(`${accessKey}:${keys.secret}`).toString('base64')}`
  const { body } = await tokenReply(book, basic, start)
  return body['access_token'] as string
}
