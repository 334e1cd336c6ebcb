import { formatYuan, plainDate, yuan, type Fen } from '@yichuang/kernel'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPacks } from '../catalogue/index.ts'
import { concludeAgreement } from '../institutions/index.ts'
import { openMeasuredPacks, openMeasures } from '../measures/index.ts'
import { saveHospital } from '../organisations/index.ts'
import { PACKS_FOLDER } from '../../packs/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { createFieldCipher, newKey, parseKeyRing } from '../../platform/crypto.ts'
import { inTransaction } from '../../platform/db.ts'
import type { StaffCaller } from '../../platform/http/caller.ts'
import { createOnce } from '../../platform/http/once.ts'
import { testApp } from '../../platform/test-app.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { newId } from '../../platform/uuid.ts'
import { offsetHeld, prepaymentsRoutes } from './index.ts'

const SHAOXING = '330600'
const MEASURE = 'shaoxing-2020-9.prepayment'
const { database, db, sql } = await testDatabase()
const clock = fixedClock('2020-02-10T01:00:00Z')
const today = clock.today()
const packs = await openMeasuredPacks(await openPacks(db, PACKS_FOLDER, clock.now()), database)
openMeasures(packs)
const once = createOnce(createFieldCipher(parseKeyRing(newKey())))
const { call } = await testApp(database, (app) => prepaymentsRoutes(app, { database, clock, once, packs }))

const staff = (role: StaffCaller['roles'][number]['role'], regionCode = SHAOXING): StaffCaller => ({
  kind: 'staff',
  userId: newId(),
  name: role,
  sessionId: 's',
  roles: [{ role, officeId: newId(), regionCode }],
})
const [leader, finance] = [staff('leader'), staff('finance')]
const by = { actor: { id: newId(), name: 'finance', side: 'agency' }, at: clock.now(), today } as const
let serial = 0
const hospital = async (designated = true) => {
  const hospitalCode = `H330602${String((serial += 1)).padStart(5, '0')}`
  await inTransaction(db, async (db) => {
    const row = {
      hospitalCode,
      regionCode: SHAOXING,
      territory: '330602',
      name: '演示医院',
      level: 'tertiary',
    } as const
    await saveHospital(db, row)
    const terms = {
      number: '协1',
      services: ['inpatient' as const],
      network: 'none' as const,
      networkedFrom: null,
      depositShare: '0',
      from: plainDate('2020-01-01'),
      until: plainDate('2020-12-31'),
    }
    if (designated)
      await concludeAgreement(db, SHAOXING, hospitalCode, { ...terms, replace: false, reason: '年度' }, by)
  })
  return hospitalCode
}
const grant = (hospitalCode: string, change: object = {}, as = leader) =>
  call('POST /api/v1/prepayments', {
    as,
    body: {
      regionCode: SHAOXING,
      hospitalCode,
      insurance: 'employee',
      amount: '1000000.00',
      authority: { measureId: MEASURE },
      reason: '收治患者，确保预付金及时到位',
      ...change,
    },
  })
interface Advance {
  grantId: string
  version: number
  state: string
  sums: Record<string, string>
}
const book = (grantId: string, version: number, kind: string, amount: string, more: object = {}) =>
  call(`POST /api/v1/prepayments/${grantId}/entries`, {
    as: finance,
    body: { regionCode: SHAOXING, version, kind, amount, day: today, ...more },
  })

describe('an advance to a hospital', () => {
  let advance: Advance
  beforeAll(async () => {
    advance = (await grant(await hospital())).body
  })

  it('is granted by a leader on the measure in force, and is on the ledger with its authority', () => {
    expect(advance).toMatchObject({
      authority: 'Hospitals are paid in advance',
      state: 'granted',
      sums: { granted: '1000000.00', waiting: '1000000.00', held: '0.00' },
    })
  })

  it('arrives, is used, offset and returned, each booked by finance, until it is settled to the fen', async () => {
    const { grantId } = advance
    const used = { patients: 12, medicalTotal: '900000.00', reference: '月报2' }
    await book(grantId, 1, 'arrived', '800000.00', { reference: '银行回单1' })
    await book(grantId, 2, 'used', '700000.01', used)
    await book(grantId, 3, 'cancelled', '200000.00', { note: '不再需要' })
    await book(grantId, 4, 'offset', '700000.01')
    const last = await book(grantId, 5, 'returned', '99999.99')
    expect(last.body).toMatchObject({
      state: 'settled',
      sums: { held: '0.00', waiting: '0.00', used: '700000.01' },
    })
    const { body } = await call(`GET /api/v1/prepayments?regionCode=${SHAOXING}`, { as: finance })
    const { byHospital, measures } = body as { byHospital: object[]; measures: object[] }
    expect(byHospital).toContainEqual(expect.objectContaining({ patients: 12, medicalTotal: '900000.00' }))
    expect(measures).toContainEqual(expect.objectContaining({ measureId: MEASURE }))
  })

  it('has entries taken back once, with a reason, and never the grant itself', async () => {
    const { grantId } = (await grant(await hospital())).body as unknown as Advance
    await book(grantId, 1, 'arrived', '500.00')
    const back = (seq: number, version: number) =>
      call(`POST /api/v1/prepayments/${grantId}/entries/${seq}/take-back`, {
        as: finance,
        body: { regionCode: SHAOXING, version, reason: '登记错误' },
      })
    expect((await back(2, 2)).body).toMatchObject({ sums: { arrived: '0.00', waiting: '1000000.00' } })
    for (const seq of [1, 2, 3]) expect((await back(seq, 3)).body.code).toBe('prepayment-amount')
  })

  it('of two who book at once, the second must look first', async () => {
    const { grantId } = (await grant(await hospital())).body as unknown as Advance
    const both = await Promise.all([1, 2].map(() => book(grantId, 1, 'arrived', '600000.00')))
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
  })

  it.each([
    ['without an agreement', false, {}, 'prepayment-without-agreement'],
    [
      'by a measure that is none',
      true,
      { authority: { measureId: 'shaoxing-2020-9.bills-2019' } },
      'prepayment-without-authority',
    ],
    ['of nothing', true, { amount: '0.00' }, 'prepayment-amount'],
  ])('%s is refused', async (_, designated, change, code) => {
    expect((await grant(await hospital(designated), change)).body.code).toBe(code)
  })

  it('is granted by leaders and booked by finance of the city only', async () => {
    const code = await hospital()
    expect((await grant(code, {}, finance)).status).toBe(403)
    expect((await grant(code, {}, staff('leader', '370800'))).status).toBe(403)
    expect((await grant('H37081100001')).body.code).toBe('institution-not-found')
  })
})

describe('offsetting advances against a clearing', () => {
  it('takes the oldest first, at most what is held and what is due, and adds up whatever was booked before', async () => {
    const money = fc.integer({ min: 1, max: 100_000_00 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(money, { minLength: 1, maxLength: 3 }),
        fc.array(money, { minLength: 1, maxLength: 4 }),
        async (advances, dues) => {
          const hospitalCode = await hospital()
          for (const amount of advances) {
            const text = formatYuan(amount as Fen)
            const { grantId } = (await grant(hospitalCode, { amount: text })).body as unknown as Advance
            await book(grantId, 1, 'arrived', text)
          }
          let left = advances.reduce((so, amount) => so + amount, 0)
          for (const due of dues) {
            const about = { hospitalCode, insurance: 'employee', upTo: due as Fen } as const
            const taken = await inTransaction(db, (db) => offsetHeld(db, SHAOXING, about, '清算', by))
            const sum = taken.reduce((so, { amount }) => so + amount, 0)
            expect(sum).toBe(Math.min(due, left))
            left -= sum
          }
          const [row] = await sql<{ held: string }>(
            'select sum(arrived - offset_sum - returned)::text as held from prepayments.grant where hospital_code = $1',
            [hospitalCode],
          )
          expect(yuan(row!.held)).toBe(left)
          const wrong = await sql(
            `select 1 from prepayments.grant g where hospital_code = $1 and offset_sum + arrived <> (
             select sum(amount) filter (where kind in ('offset', 'arrived')) from prepayments.entry e where e.grant_id = g.grant_id)`,
            [hospitalCode],
          )
          expect(wrong).toEqual([])
        },
      ),
      { numRuns: 8 },
    )
  })
})
