import { makeCreditCode, makeResidentId, plainDate } from '@yichuang/kernel'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { createBlindIndex, createFieldCipher, newKey, parseKeyRing } from '../../platform/crypto.ts'
import { inTransaction } from '../../platform/db.ts'
import type { PersonCaller, StaffCaller } from '../../platform/http/caller.ts'
import { createOnce } from '../../platform/http/once.ts'
import { testApp } from '../../platform/test-app.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { newId } from '../../platform/uuid.ts'
import {
  enrolmentOn,
  insertEnrolment,
  insuredRoutes,
  mayActFor,
  openInsured,
  personsRegions,
  principalsOf,
  registerEmployer,
  registerPerson,
} from './index.ts'

const [SHAOXING, JINING] = ['330600', '370800']
const { database, db, sql } = await testDatabase()
const keys = parseKeyRing(newKey())
const cipher = createFieldCipher(keys)
openInsured({
  cipher,
  blindIndex: createBlindIndex(keys[0]![1]),
  places: () =>
    new Map([
      [SHAOXING, '绍兴市'],
      [JINING, '济宁市'],
    ]),
})
const clock = fixedClock('2020-10-15T01:00:00Z')
const today = clock.today()
const { call } = await testApp(database, (app) =>
  insuredRoutes(app, { database, clock, once: createOnce(cipher) }),
)

const number = (sequence: number) =>
  makeResidentId({ region: '330602', birth: plainDate('1980-05-06'), sequence })
const born1980 = { wang: number(21), li: number(22), zhou: number(23) }
const people: Record<string, PersonCaller> = {}
const office = newId()
const clerk = (regionCode = SHAOXING): StaffCaller => ({
  kind: 'staff',
  userId: newId(),
  name: '邵窗口',
  sessionId: 's',
  roles: [{ role: 'clerk', officeId: office, regionCode }],
})

beforeAll(async () => {
  const register = (key: string, name: string, idNumber: string, regionCodes: string[]) =>
    inTransaction(db, async (db) => {
      let personId = ''
      for (const regionCode of regionCodes)
        personId = await registerPerson(db, { regionCode, name, idNumber, phone: '19900005678' }, today)
      people[key] = { kind: 'person', personId, name, sessionId: 's', regionCodes }
    })
  await register('wang', '王芳', born1980.wang, [SHAOXING])
  await register('li', '李%丽', born1980.li, [SHAOXING])
  await register('zhou', '周明远', born1980.zhou, [SHAOXING, JINING])
})

const search = (body: object, as = clerk()) =>
  call('POST /api/v1/persons/search', { as, body: { regionCode: SHAOXING, ...body } })

describe('an insured person', () => {
  it('is stored without number or phone in plain, and under one id in every place', async () => {
    const rows = await sql<{ text: string }>('select row_to_json(p)::text as text from insured.person p')
    expect(rows.length).toBe(4)
    for (const { text } of rows) expect(text).not.toMatch(new RegExp(`${born1980.wang}|19900005678`))
    expect(await personsRegions(db, people['zhou']!.personId)).toEqual([SHAOXING, JINING])
  })

  it('is found by the number of 18 characters or 15 digits, in full width too, and shown masked', async () => {
    const old = born1980.wang.slice(0, 6) + born1980.wang.slice(8, 17)
    const wide = born1980.wang.replace('330602', '３３０６０２')
    const shown = {
      name: '王芳',
      idNumberMasked: `330602********${born1980.wang.slice(-4)}`,
      phoneMasked: '199****5678',
    }
    for (const idNumber of [born1980.wang, old, wide])
      expect((await search({ idNumber })).body.items).toMatchObject([shown])
  })

  it.each([
    [
      { idNumber: `${born1980.wang.slice(0, 17)}${born1980.wang.endsWith('0') ? '1' : '0'}` },
      'resident-id-check',
    ],
    [{ idNumber: '33060219990231001X' }, 'resident-id-birth'],
    [{ idNumber: '123' }, 'resident-id-length'],
    [{}, 'one-way-only'],
    [{ idNumber: born1980.wang, name: '王' }, 'one-way-only'],
  ])('a search by %j is told what is wrong: %s', async (body, code) => {
    expect(await search(body)).toMatchObject({ status: 400, body: { errors: [{ code }] } })
  })

  it('is found by the beginning of the name, taken literally', async () => {
    expect((await search({ name: '李%' })).body.items).toHaveLength(1)
    expect((await search({ name: '%' })).body.items).toEqual([])
    expect((await search({ name: '_' })).body.items).toEqual([])
  })

  it('is nobody’s business in another city', async () => {
    expect(await search({ name: '王' }, clerk(JINING))).toMatchObject({ status: 403 })
    const get = `GET /api/v1/persons/${people['wang']!.personId}?regionCode=${SHAOXING}`
    expect(await call(get, { as: clerk(JINING) })).toMatchObject({ status: 403 })
    expect(await call(get, { as: clerk() })).toMatchObject({ status: 200, body: { name: '王芳' } })
  })

  it('is unmasked only with a reason, and every look is in the trail', async () => {
    const url = `POST /api/v1/persons/${people['wang']!.personId}/reveal`
    const body = { regionCode: SHAOXING, field: 'id-number', reason: '电话核实身份' }
    expect(await call(url, { as: clerk(), body: { ...body, reason: '' } })).toMatchObject({ status: 400 })
    expect(await call(url, { as: clerk(), body })).toMatchObject({
      status: 200,
      body: { value: born1980.wang },
    })
    expect(await call(url, { as: clerk(), body: { ...body, field: 'phone' } })).toMatchObject({
      body: { value: '19900005678' },
    })
    const looks = await sql<{ detail: object }>(
      `select detail from audit.entry where act = 'field-revealed' order by seq`,
    )
    expect(looks.map(({ detail }) => detail)).toEqual([
      { field: 'id-number', reason: '电话核实身份' },
      { field: 'phone', reason: '电话核实身份' },
    ])
  })

  it('is insured on the days of the enrolment, as an employee before as a resident', async () => {
    const { personId } = people['li']!
    const add = (insurance: 'employee' | 'resident', from: string, to?: string) =>
      insertEnrolment(db, SHAOXING, personId, {
        insurance,
        personClass: insurance === 'employee' ? 'active' : 'resident-adult',
        from: plainDate(from),
        ...(to && { to: plainDate(to) }),
      })
    await add('resident', '2020-01-01')
    await add('employee', '2020-03-01', '2020-06-30')
    const on = async (day: string) => (await enrolmentOn(db, SHAOXING, personId, plainDate(day)))?.insurance
    expect([
      await on('2019-12-31'),
      await on('2020-02-01'),
      await on('2020-06-30'),
      await on('2020-07-01'),
    ]).toEqual([undefined, 'resident', 'employee', 'resident'])
  })

  it('has an employer whose credit code is proved', async () => {
    const creditCode = makeCreditCode({ kind: '91', region: '330602', serial: 'MA0YC001' })
    const employer = { regionCode: SHAOXING, name: '演示公司', creditCode }
    await expect(
      registerEmployer(db, {
        ...employer,
        creditCode: `${creditCode.slice(0, 17)}${creditCode.endsWith('0') ? '1' : '0'}`,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await registerEmployer(db, employer)).toMatch(/^[\da-f-]{36}$/)
  })
})

describe('a mandate', () => {
  const grant = (body: object, as = people['zhou']!) => call('POST /api/v1/mandates', { as, body })
  const toWang = { agentName: '王芳', agentIdNumber: born1980.wang, relation: 'spouse', to: null }

  it('is given to somebody known by name and number, for every place one is insured in, until revoked', async () => {
    const [principal, agent] = [people['zhou']!, people['wang']!]
    const { status, body } = await grant(toWang)
    expect([status, body.principal.name, body.agent.name]).toEqual([200, '周明远', '王芳'])
    for (const regionCode of [SHAOXING, JINING])
      expect(await mayActFor(db, regionCode, agent.personId, principal.personId, today)).toBe(true)
    expect(await principalsOf(db, agent.personId, today)).toEqual([
      { personId: principal.personId, regionCode: SHAOXING },
      { personId: principal.personId, regionCode: JINING },
    ])
    const revoke = `POST /api/v1/mandates/${body.mandateId}/revoke`
    expect(await call(revoke, { as: people['li']! })).toMatchObject({ status: 404 })
    expect(await call(revoke, { as: principal })).toMatchObject({ status: 200, body: { revokedOn: today } })
    expect(await mayActFor(db, JINING, agent.personId, principal.personId, today)).toBe(false)
  })

  it.each([
    [{ ...toWang, agentName: '王方' }, 404, 'person-unknown'],
    [{ ...toWang, agentIdNumber: number(99) }, 404, 'person-unknown'],
    [{ ...toWang, agentName: '周明远', agentIdNumber: born1980.zhou }, 422, 'mandate-to-self'],
    [{ ...toWang, to: '2020-10-14' }, 422, 'mandate-day-past'],
    [{ ...toWang, agentIdNumber: '330602198005060211' }, 400, 'invalid-input'],
  ])('%j is refused (%i %s)', async (body, status, code) => {
    expect(await grant(body)).toMatchObject({ status, body: { code } })
  })

  it('is recorded at the window on proof, and ends after its last day', async () => {
    const [principal, agent] = [people['li']!, people['wang']!]
    const body = {
      principalId: principal.personId,
      agentId: agent.personId,
      relation: 'child',
      proof: '户口簿原件',
      to: '2020-10-20',
    }
    expect(await call('POST /api/v1/mandates/at-window', { as: clerk(), body })).toMatchObject({
      status: 200,
      body: { recordedBy: 'window' },
    })
    expect(await call('POST /api/v1/mandates/at-window', { as: clerk(JINING), body })).toMatchObject({
      status: 404,
    })
    const on = (day: string) => mayActFor(db, SHAOXING, agent.personId, principal.personId, plainDate(day))
    expect([await on('2020-10-14'), await on('2020-10-20'), await on('2020-10-21')]).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('an e-voucher code', () => {
  it('leads to the person once, is kept as a hash, and dies after a minute', async () => {
    const issue = async () =>
      (await call('POST /api/v1/me/voucher', { as: people['wang']! })).body.code as string
    const code = await issue()
    expect(code).toMatch(/^\d{28}$/)
    expect(
      await sql('select 1 from insured.voucher where encode(code_hash, $1) like $2', ['escape', `%${code}%`]),
    ).toEqual([])
    expect((await search({ voucher: code })).body.items).toMatchObject([{ name: '王芳' }])
    expect(await search({ voucher: code })).toMatchObject({ status: 422, body: { code: 'voucher-used' } })
    const late = await issue()
    await sql(`update insured.voucher set expires_at = now() - interval '1 second'`)
    expect(await search({ voucher: late })).toMatchObject({ status: 422, body: { code: 'voucher-expired' } })
  })
})
