import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hospitals, JINING, openHospitalTown, SHAOXING } from '../../../../test/hospital-town.ts'
import { insuredPerson } from '../../../../test/townsfolk.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { PersonCaller, StaffCaller } from '../../../platform/http/caller.ts'
import { SYSTEM } from '../../audit/index.ts'
import { concludeAgreement, forgetAgreements } from '../../institutions/index.ts'
import { issueVoucher, registerPerson } from '../../insured/index.ts'
import { lettersRoutes } from '../../letters/index.ts'
import { organisationsRoutes } from '../../organisations/index.ts'
import { readCredential, referralInForce, referralRoutes } from '../index.ts'
import { plainDate } from '@yichuang/kernel'

const town = await openHospitalTown((app, deps) => {
  referralRoutes(app, deps)
  lettersRoutes(app, { ...deps, regions: () => [JINING, SHAOXING] })
  organisationsRoutes(app, { ...deps, onStaffChanged: async () => undefined })
})
const { api, clock, db } = town
let first: StaffCaller, second: StaffCaller, shaoxing: StaffCaller
let reviewer: StaffCaller, clerk: StaffCaller, administrator: StaffCaller

beforeAll(async () => {
  first = await town.hospitalOffice('first')
  second = await town.hospitalOffice('second')
  shaoxing = await town.hospitalOffice('shaoxing')
  reviewer = await town.staff('赵审核', 'reviewer')
  clerk = await town.staff('王窗口', 'clerk')
  administrator = await town.staff('郑管理', 'administrator')
})
beforeEach(() => clock.set('2020-10-15T02:00:00Z'))

const input = { diagnosisCode: 'C34.900', diagnosisName: '肺恶性肿瘤', reason: '本院无条件', opinion: '同意' }
const refer = (person: PersonCaller, more: object = {}, as = first) =>
  api('POST /referrals', as, { personId: person.personId, target: '330000', ...input, ...more })

describe('a referral', () => {
  it('is done by the transferring hospital alone: signed, for a year, for a place and not for one hospital', async () => {
    const person = await town.person()
    const { status, body } = await refer(person)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      personName: '王芳',
      hospital: { code: hospitals.first.hospitalCode },
      target: { code: '330000', name: '浙江省' },
      from: '2020-10-15',
      until: '2021-10-15',
      state: 'in-force',
      rule: { valid: { clause: '二（四）' }, ends: { clause: '第二百零二条' } },
      uses: [],
    })
    expect(body.rule.valid.quote).toContain('一年内有效')
    const mine = await api('GET /my/referrals', person)
    expect(mine.body.items).toMatchObject([{ number: body.number, credential: body.credential }])
  })

  it('can be checked without asking anybody, with the published key', async () => {
    const { body } = await refer(await town.person())
    const { keys } = (await api(`GET /referrals/keys?regionCode=${JINING}`)).body
    const known = new Map(keys.map((key: any) => [key.keyId, Buffer.from(key.publicKey, 'base64url')])) // oxlint-disable-line typescript/no-explicit-any
    const read = readCredential(body.credential, (id) => known.get(id) as Buffer | undefined)
    expect(read).toMatchObject({ ok: true, credential: { number: body.number, until: '2021-10-15' } })
  })

  it.each([
    ['2020-02-29', '2021-02-28'],
    ['2019-02-28', '2020-02-28'],
    ['2020-10-15', '2021-10-15'],
    ['2023-03-01', '2024-03-01'],
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
  ])('issued on %s is valid through %s', async (day, until) => {
    clock.set(`${day}T02:00:00Z`)
    const { status, body } = await refer(await town.person(), day < '2020-08-31' ? { until } : {})
    expect([status, body.until]).toEqual([200, until])
    expect(body.rule === null).toBe(day < '2020-08-31')
  })

  it('that is used after its last day is refused with the clause', async () => {
    const person = await town.person()
    const { body } = await refer(person)
    const use = () =>
      api('POST /referrals/uses', shaoxing, { credential: body.credential, kind: 'inpatient' })
    clock.set('2021-10-15T02:00:00Z')
    expect((await use()).status).toBe(200)
    clock.set('2021-10-16T02:00:00Z')
    const late = await use()
    expect(late).toMatchObject({ status: 409, body: { code: 'referral-over' } })
    expect(late.body.detail).toContain('济医保发〔2020〕13号')
    expect(late.body.detail).toContain('二（四）')
    expect((await api('POST /referrals/check', undefined, { credential: body.credential })).body.state).toBe(
      'over',
    )
  })

  it('serves many treatments, at any hospital of its place, each in the ledger', async () => {
    const person = await town.person()
    const { body } = await refer(person)
    for (const kind of ['outpatient', 'inpatient', 'outpatient'])
      expect(
        (await api('POST /referrals/uses', shaoxing, { credential: body.credential, kind })).status,
      ).toBe(200)
    const seen = await api(`GET /referrals/${body.referralId}?regionCode=${JINING}`, first)
    expect(seen.body.uses.map(({ kind }: { kind: string }) => kind)).toEqual([
      'outpatient',
      'inpatient',
      'outpatient',
    ])
    const elsewhere = await api('POST /referrals/uses', second, {
      credential: body.credential,
      kind: 'inpatient',
    })
    expect(elsewhere).toMatchObject({ status: 409, body: { code: 'referral-elsewhere' } })
  })

  it('is good at hospitals whose agreement networks them with the insured place, and at no others', async () => {
    const { body } = await refer(await town.person())
    const { hospitalCode } = hospitals.shaoxing
    const by = { actor: SYSTEM, at: clock.now(), today: plainDate('2020-01-02') }
    const conclude = (network: 'province' | 'nation', replace: boolean, from: string) =>
      inTransaction(town.database.forRegion(SHAOXING), (db) =>
        concludeAgreement(
          db,
          SHAOXING,
          hospitalCode,
          {
            number: `协〔2020〕${network}`,
            from: plainDate(from),
            until: plainDate('2021-12-31'),
            services: ['outpatient', 'inpatient'],
            network,
            networkedFrom: plainDate(from),
            depositShare: '0.05',
            replace,
            reason: '年度协议',
          },
          by,
        ),
      )
    const use = () =>
      api('POST /referrals/uses', shaoxing, { credential: body.credential, kind: 'inpatient' })
    await conclude('province', false, '2020-01-02')
    forgetAgreements()
    expect(await use()).toMatchObject({ status: 409, body: { code: 'referral-not-networked' } })
    await conclude('nation', true, '2020-10-15')
    forgetAgreements()
    expect((await use()).status).toBe(200)
  })

  it('is revoked by its hospital or the agency with a reason, and from then on refused and listed', async () => {
    const { body } = await refer(await town.person())
    const path = `/referrals/${body.referralId}/revoke`
    const reason = { regionCode: JINING, reason: '诊断有误' }
    expect((await api(`POST ${path}`, second, reason)).status).toBe(404)
    expect((await api(`POST ${path}`, clerk, reason)).status).toBe(403)
    expect((await api(`POST ${path}`, reviewer, reason)).body).toMatchObject({
      state: 'revoked',
      revoked: { side: 'agency', by: '赵审核', reason: '诊断有误' },
    })
    expect((await api(`POST ${path}`, first, reason)).body.code).toBe('referral-revoked')
    const use = await api('POST /referrals/uses', shaoxing, {
      credential: body.credential,
      kind: 'inpatient',
    })
    expect(use).toMatchObject({ status: 409, body: { code: 'referral-revoked' } })
    const list = (await api(`GET /referrals/revocations?regionCode=${JINING}`)).body
    expect(list.revoked).toContainEqual({ number: body.number, on: '2020-10-15' })
    expect(list.asOf).toBe('2020-10-15')
  })

  it('is not issued twice for one place while it is good, but again for another place', async () => {
    const person = await town.person()
    const { body } = await refer(person)
    const again = await refer(person, {}, second)
    expect(again).toMatchObject({ status: 409, body: { code: 'referral-in-force' } })
    expect(again.body.detail).toContain(body.number)
    expect((await refer(person, { target: '310000' })).status).toBe(200)
  })

  it.each([
    ['370800', 'referral-target'],
    ['999999', 'referral-target'],
  ])('to %s is refused', async (target, code) => {
    expect((await refer(await town.person(), { target })).body.code).toBe(code)
  })

  it('of somebody who is not insured is refused', async () => {
    const person = await town.person()
    await town.test.sql('update insured.enrolment set valid_to = $2 where person_id = $1', [
      person.personId,
      '2020-10-14',
    ])
    expect((await refer(person)).body.code).toBe('patient-not-insured')
  })

  it('where no rule says how long needs its last day from the hospital, and says so', async () => {
    const region = town.database.forRegion(SHAOXING)
    const person = await insuredPerson(region, '章敏', 1)
    const without = await refer(person, { target: '310000' }, shaoxing)
    expect(without).toMatchObject({ status: 422, body: { code: 'referral-until' } })
    const past = await refer(person, { target: '310000', until: '2020-10-14' }, shaoxing)
    expect(past.body.code).toBe('referral-until')
    const { status, body } = await refer(person, { target: '310000', until: '2021-01-13' }, shaoxing)
    expect([status, body.until, body.rule]).toEqual([200, '2021-01-13', null])
    const term = await api('GET /referrals/term', shaoxing)
    expect(term.body).toMatchObject({ until: null, rule: null })
    expect(term.body.missing).toContain('Shaoxing')
  })

  it('comes as a letter with its QR code, to the person, the hospital and the agency, and to nobody else', async () => {
    const person = await town.person()
    const { body } = await refer(person)
    const get = (as: object) => api(`GET /referrals/${body.referralId}/letter?regionCode=${JINING}`, as)
    for (const who of [person, first, clerk]) {
      const { status, headers } = await get(who)
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
    }
    expect((await get(second)).status).toBe(404)
    expect((await get(await town.person('李四'))).status).toBe(404)
  })

  it('is found by whoever settles, for the day and the place', async () => {
    const person = await town.person()
    const { body } = await refer(person)
    const on = (day: string, care?: string) =>
      referralInForce(db, JINING, person.personId, plainDate(day), care)
    expect((await on('2020-10-15'))?.number).toBe(body.number)
    expect((await on('2021-10-15', '330600'))?.number).toBe(body.number)
    expect(await on('2021-10-16', '330600')).toBeUndefined()
    expect(await on('2020-10-14')).toBeUndefined()
    expect(await on('2020-10-15', '310100')).toBeUndefined()
  })
})

describe('a credential shown to anybody', () => {
  it('tells whether it is good, and no more of the person than it says itself, the name masked', async () => {
    const { body } = await refer(await town.person('欧阳明月'))
    const seen = (await api('POST /referrals/check', undefined, { credential: body.credential })).body
    expect(seen).toMatchObject({
      genuine: true,
      state: 'in-force',
      personName: '欧**月',
      number: body.number,
    })
    expect(JSON.stringify(seen)).not.toContain('肿瘤')
  })

  it('that was changed, or never ours, is not genuine', async () => {
    const { body } = await refer(await town.person())
    for (const credential of [`${body.credential}x`, body.credential.replace('YCR1', 'YCR2'), 'nonsense']) {
      const seen = await api('POST /referrals/check', undefined, { credential })
      expect(seen.body).toMatchObject({ genuine: false, state: null, number: null })
    }
  })

  it('stays genuine when the key is changed, and new ones are signed with the new key', async () => {
    const { body } = await refer(await town.person())
    const rotated = await api('POST /referrals/keys', administrator, {
      regionCode: JINING,
      reason: '每年更换',
    })
    expect(rotated.status).toBe(200)
    const next = (await refer(await town.person())).body
    expect(next.credential).toContain(rotated.body.keyId)
    for (const { credential } of [body, next])
      expect((await api('POST /referrals/check', undefined, { credential })).body.genuine).toBe(true)
    const { keys } = (await api(`GET /referrals/keys?regionCode=${JINING}`)).body
    expect(keys.filter(({ retiredAt }: { retiredAt: string | null }) => retiredAt === null)).toHaveLength(1)
  })
})

describe('a hospital', () => {
  it('sees its own referrals only, the agency those of its city', async () => {
    await refer(await town.person(), {}, second)
    const of = async (as: StaffCaller, region = JINING) =>
      (await api(`GET /referrals?regionCode=${region}&limit=100`, as)).body.items
    const [own, theirs, all] = [await of(first), await of(second), await of(clerk)]
    const codes = (items: { hospital: { code: string } }[]) =>
      new Set(items.map(({ hospital }) => hospital.code))
    expect(codes(own)).toEqual(new Set([hospitals.first.hospitalCode]))
    expect(codes(theirs)).toEqual(new Set([hospitals.second.hospitalCode]))
    expect(all).toHaveLength(own.length + theirs.length)
    expect((await api(`GET /referrals?regionCode=${SHAOXING}`, first)).status).toBe(403)
    expect((await api(`GET /referrals?regionCode=${SHAOXING}`, clerk)).status).toBe(403)
  })

  it('finds a patient by the whole number or the e-voucher, and that is recorded in the trail', async () => {
    const idNumber = town.idNumber(5)
    const personId = await inTransaction(db, (db) =>
      registerPerson(db, { regionCode: JINING, name: '孙桂兰', idNumber }, plainDate('2020-10-15')),
    )
    const find = (body: object, as = first) => api('POST /hospital/patients/search', as, body)
    expect((await find({})).status).toBe(400)
    expect((await find({ idNumber: town.idNumber(777) })).body).toEqual({ patient: null })
    expect((await find({ idNumber }, clerk)).status).toBe(403)
    const { patient } = (await find({ idNumber })).body
    expect(patient).toMatchObject({ personId, name: '孙桂兰', insured: false })
    expect(patient.idNumberMasked).not.toBe(idNumber)
    const trail = await town.test.sql<{ act: string }>(
      `select act from audit.entry where region_code = $1 and person_id = $2`,
      [JINING, personId],
    )
    expect(trail).toContainEqual({ act: 'patient-found' })
    const code = await issueVoucher(town.test.db, personId, new Date())
    expect((await find({ voucher: code })).body.patient.personId).toBe(personId)
    expect((await find({ voucher: code })).status).toBe(422)
  })

  it('is refused what the agency’s own staff may see, and an account without an institution everything', async () => {
    const nobody = await town.staff('无名', 'hospital')
    expect((await api('GET /hospital/institution', nobody)).body.code).toBe('no-institution')
    expect((await api('GET /hospital/institution', first)).body.institution.name).toBe('第一医院')
    const connect = (code: string) =>
      api(`PUT /staff/${nobody.userId}/institution`, administrator, { hospitalCode: code })
    expect((await connect(hospitals.shaoxing.hospitalCode)).body.code).toBe('institution-unknown')
    expect((await connect(hospitals.third.hospitalCode)).status).toBe(200)
    expect((await api('GET /hospital/institution', nobody)).body.institution.name).toBe('第三医院')
  })
})
