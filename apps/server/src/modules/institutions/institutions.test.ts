import { addDays, plainDate, type PlainDate } from '@yichuang/kernel'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../audit/index.ts'
import { openPacks } from '../catalogue/index.ts'
import { createOffice, forgetOffices, foundCity, saveHospital } from '../organisations/index.ts'
import { PACKS_FOLDER } from '../../packs/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { createFieldCipher, newKey, parseKeyRing } from '../../platform/crypto.ts'
import { inTransaction } from '../../platform/db.ts'
import type { StaffCaller } from '../../platform/http/caller.ts'
import { createOnce } from '../../platform/http/once.ts'
import { testApp } from '../../platform/test-app.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { newId } from '../../platform/uuid.ts'
import { agreementOn, forgetAgreements, institutionsRoutes } from './index.ts'

const [JINING, SHAOXING] = ['370800', '330600']
const { database, db } = await testDatabase()
const clock = fixedClock('2020-10-15T01:00:00Z')
const packs = await openPacks(db, PACKS_FOLDER, clock.now())
const once = createOnce(createFieldCipher(parseKeyRing(newKey())))
const { call } = await testApp(database, (app) => institutionsRoutes(app, { database, clock, once, packs }))

const staff = (role: StaffCaller['roles'][number]['role'], regionCode = JINING): StaffCaller => ({
  kind: 'staff',
  userId: newId(),
  name: '济管理',
  sessionId: 's',
  roles: [{ role, officeId: newId(), regionCode }],
})
const admin = staff('administrator')
const terms = {
  regionCode: JINING,
  number: '济演协1号',
  from: '2020-01-01',
  until: '2020-12-31',
  services: ['outpatient', 'chronic'],
  network: 'province',
  networkedFrom: '2020-06-01',
  depositShare: '0.05',
  replace: false,
  reason: '年度协议',
}
const conclude = (hospitalCode: string, change: object = {}, as = admin) =>
  call(`POST /api/v1/institutions/${hospitalCode}/agreements`, { as, body: { ...terms, ...change } })
const on = (day: string, code: string) => {
  forgetAgreements()
  return agreementOn(db, JINING, code, plainDate(day))
}
const hospital = async (number: number, territory = '370811', regionCode = JINING) => {
  const hospitalCode = `H${territory}${String(number).padStart(5, '0')}`
  const row = { hospitalCode, regionCode, territory, name: `演示医院${number}`, level: 'secondary' } as const
  await inTransaction(db, (db) => saveHospital(db, row))
  return hospitalCode
}

let cityId = ''
beforeAll(async () => {
  const place = { regionCode: JINING, territory: JINING, code: '370800001', name: '济宁市医保局' }
  const city = await inTransaction(db, (db) =>
    foundCity(db, { ...place, level: 'city', parentId: null }, clock.now()),
  )
  cityId = city.id
  forgetOffices()
})

describe('an agreement', () => {
  it('designates the institution from its first day to its last, and not a day longer', async () => {
    const code = await hospital(1)
    expect((await conclude(code)).status).toBe(200)
    expect(await on('2019-12-31', code)).toBeUndefined()
    expect(await on('2020-01-01', code)).toMatchObject({ number: '济演协1号', network: 'province' })
    expect(await on('2020-12-31', code)).toBeDefined()
    expect(await on('2021-01-01', code)).toBeUndefined()
  })

  it('may not overlap another; the sentence names the other and the way out', async () => {
    const code = await hospital(2)
    await conclude(code)
    const second = await conclude(code, { number: '济演协2号', from: '2020-12-31', until: '2021-12-31' })
    expect([second.status, second.body.code]).toEqual([409, 'agreement-overlaps'])
    expect(second.body.detail).toContain('2020-01-01')
    expect((await conclude(code, { from: '2020-01-01', replace: true })).body.code).toBe('agreement-overlaps')
  })

  it('is changed from a day on by another that replaces it, so that what was settled stays as it was', async () => {
    const code = await hospital(3)
    await conclude(code)
    const change = { number: '济演协1号补', from: '2020-11-01', network: 'none', networkedFrom: null }
    expect((await conclude(code, { ...change, replace: true })).status).toBe(200)
    expect(await on('2020-10-31', code)).toMatchObject({ network: 'province', endedReason: '年度协议' })
    expect(await on('2020-11-01', code)).toMatchObject({ network: 'none', number: '济演协1号补' })
  })

  it('of two recorded at the same moment, one is', async () => {
    const code = await hospital(4)
    const both = await Promise.all(
      ['甲', '乙'].map((n, i) => conclude(code, { number: n, from: `2020-0${i + 1}-01` })),
    )
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
  })

  it('can end early with a reason, not in the past and not by an old version', async () => {
    const code = await hospital(5)
    const { agreementId } = (await conclude(code)).body as { agreementId: string }
    const end = (lastDay: string, version = 0) =>
      call(`POST /api/v1/institutions/agreements/${agreementId}/end`, {
        as: admin,
        body: { regionCode: JINING, version, lastDay, reason: '违规，解除协议' },
      })
    expect((await end('2020-10-14')).body.code).toBe('agreement-faulty')
    expect((await end('2020-12-31')).body.code).toBe('agreement-faulty')
    expect((await end('2020-10-20')).status).toBe(200)
    expect((await end('2020-10-18')).body.code).toBe('agreement-changed')
    expect(await on('2020-10-21', code)).toBeUndefined()
  })

  it.each([
    ['a last day before the first', { until: '2019-01-01' }],
    ['a network without its day', { networkedFrom: null }],
    ['no network with a day', { network: 'none' }],
  ])('with %s is refused', async (_, change) => {
    expect((await conclude(await hospital(6), change)).body.code).toBe('agreement-faulty')
  })

  it('is for institutions of the city and by its administrator only', async () => {
    const elsewhere = await hospital(7, '330602', SHAOXING)
    expect((await conclude(elsewhere)).body.code).toBe('institution-not-found')
    const code = await hospital(8)
    expect((await conclude(code, {}, staff('administrator', SHAOXING))).status).toBe(403)
    expect((await conclude(code, {}, staff('leader'))).status).toBe(403)
  })

  it('whatever is concluded in whatever order, every day has at most one', async () => {
    const code = await hospital(9)
    const start = plainDate('2020-01-01')
    const asked = fc.record({
      from: fc.integer({ min: 0, max: 60 }),
      days: fc.integer({ min: 0, max: 30 }),
      replace: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 5 }), async (list) => {
        for (const { from, days, replace } of list) {
          const first = addDays(start, from)
          await conclude(code, { from: first, until: addDays(first, days), replace, networkedFrom: first })
        }
        const { agreements } = (
          await call(`GET /api/v1/institutions/${code}?regionCode=${JINING}`, { as: admin })
        ).body as { agreements: { from: PlainDate; until: PlainDate }[] }
        const inOrder = agreements.toSorted((a, b) => (a.from < b.from ? -1 : 1))
        const faulty = inOrder.filter(
          ({ from, until }, index) => until < from || (inOrder[index - 1]?.until ?? '') >= from,
        )
        expect(faulty).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

describe('the coverage of counties', () => {
  it('counts who settles chronic diseases across the province by then, against the document of the city', async () => {
    const code = await hospital(31, '370829')
    const office = { regionCode: JINING, territory: '370829', code: '370829001', name: '嘉祥县窗口' }
    const by = { actor: SYSTEM, at: clock.now(), offices: [cityId] }
    await inTransaction(db, (db) => createOffice(db, { ...office, level: 'county', parentId: cityId }, by))
    forgetOffices()
    const county = async (day: string) => {
      const { body } = await call(`GET /api/v1/institutions/coverage?regionCode=${JINING}&on=${day}`, {
        as: staff('leader'),
      })
      const { counties, target } = body as {
        counties: { territory: string }[]
        target: { count: number; by: string } | null
      }
      return { target, here: counties.find(({ territory }) => territory === '370829') }
    }
    await conclude(code)
    expect((await county('2020-05-31')).here).toMatchObject({ institutions: 1, designated: 1, networked: 0 })
    const later = await county('2020-10-15')
    expect(later.target).toMatchObject({ count: 2, by: '2020-12-31', citation: { clause: '二（四）' } })
    expect(later.here).toMatchObject({ networked: 1, enough: false })
    await conclude(await hospital(32, '370829'), { network: 'nation' })
    await conclude(await hospital(33, '370829'), { network: 'city' })
    await conclude(await hospital(34, '370829'), { services: ['inpatient'] })
    expect((await county('2020-10-15')).here).toMatchObject({ institutions: 4, networked: 2, enough: true })
    const list = await call(`GET /api/v1/institutions?regionCode=${JINING}&territory=370829&networked=true`, {
      as: staff('leader'),
    })
    expect((list.body.items as unknown[]).length).toBe(2)
  })
})
