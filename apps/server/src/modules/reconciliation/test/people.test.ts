import { beforeAll, describe, expect, it } from 'vitest'
import { memberOfStaff } from '../../../../test/townsfolk.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { StaffCaller } from '../../../platform/http/caller.ts'
import { SYSTEM } from '../../audit/index.ts'
import { forgetOffices, foundCity, placeAtInstitution } from '../../organisations/index.ts'
import { HOSPITAL, OTHER_HOSPITAL, REGION } from '../../settlement/test/clinic.ts'
import { openExchange, TOTAL } from './exchange-town.ts'

const town = await openExchange()
const { at, settled, cancelled, reconcile, call } = town
let office: StaffCaller
let otherOffice: StaffCaller
let finance: StaffCaller
let clerk: StaffCaller

beforeAll(async () => {
  forgetOffices()
  const city = await inTransaction(town.regionDb, (db) =>
    foundCity(
      db,
      {
        regionCode: REGION,
        code: `${REGION}001`,
        name: '市中心',
        level: 'city',
        territory: REGION,
        parentId: null,
      },
      new Date('2020-01-02T00:00:00Z'),
    ),
  )
  forgetOffices()
  const of = async (name: string, hospitalCode: string) => {
    const who = await memberOfStaff(town, name, city, 'hospital')
    const by = { actor: SYSTEM, at: new Date('2020-01-02T00:00:00Z'), offices: [city.id] }
    await inTransaction(town.regionDb, (db) => placeAtInstitution(db, who.userId, hospitalCode, by))
    return who
  }
  office = await of('人民医院医保办', HOSPITAL)
  otherOffice = await of('中医院医保办', OTHER_HOSPITAL)
  finance = await memberOfStaff(town, '财务', city, 'finance')
  clerk = await memberOfStaff(town, '窗口', city, 'clerk')
})

const get = (as: StaffCaller, day: string, institution = HOSPITAL) =>
  call(`GET /api/v1/reconciliation/institutions/${institution}/days/${day}?regionCode=${REGION}`, { as })
const clear = (as: StaffCaller, differenceId: string, how: string, institution = HOSPITAL) =>
  call(`POST /api/v1/reconciliation/institutions/${institution}/differences/${differenceId}/clear`, {
    as,
    body: { regionCode: REGION, how, reason: '已核对机构账' },
  })
const close = (as: StaffCaller, day: string) =>
  call(`POST /api/v1/reconciliation/institutions/${HOSPITAL}/days/${day}/close`, {
    as,
    body: { regionCode: REGION, reason: '总额相符' },
  })
const total = (day: string, count: number, fund: number, more: object = {}) =>
  town.ask('3201', {
    data: {
      insutype: '310',
      clr_type: '11',
      setl_optins: REGION,
      stmt_begndate: day,
      stmt_enddate: day,
      medfee_sumamt: (Number(TOTAL) * count).toFixed(2),
      fund_pay_sumamt: fund.toFixed(2),
      acct_pay: '0',
      fixmedins_setl_cnt: count,
      ...more,
    },
  })

describe('differences', () => {
  it('are cleared by the hospital one after the other, with a reason, and the last closes the day', async () => {
    at('2020-11-02')
    const rows = [await settled(), await settled(), await settled()]
    at('2020-11-03')
    await reconcile([rows[0]!, { ...rows[1]!, acct_pay: '0.01' }], '2020-11-02')
    const { body } = await get(office, '2020-11-02')
    expect(body).toMatchObject({
      day: { state: 'differences', openDifferences: 2, centre: { count: 3, medical: '2413.56' } },
      parts: [{ insurance: 'employee', clrType: '11', sent: null, inDetail: true }],
      differences: [
        {
          kind: 'unequal',
          hospital: { account: '0.01', line: 2 },
          centre: { account: '0.00' },
          ways: ['booked', 'reversed'],
        },
        { kind: 'centre-only', hospital: null, centre: { setlId: rows[2]!.setl_id } },
      ],
      mayClose: false,
    })
    const [unequal, lost] = body.differences as [{ differenceId: string }, { differenceId: string }]
    expect((await clear(office, unequal.differenceId, 'withdrawn')).body.code).toBe('reconciliation-way')
    expect((await clear(office, lost.differenceId, 'reversed')).body.code).toBe('reconciliation-not-reversed')
    expect((await clear(office, unequal.differenceId, 'booked')).status).toBe(200)
    expect((await clear(office, unequal.differenceId, 'booked')).body.code).toBe('reconciliation-cleared')
    await cancelled(rows[2]!)
    const done = await clear(finance, lost.differenceId, 'reversed')
    expect(done.body).toMatchObject({
      day: { state: 'closed', openDifferences: 0, closed: { basis: 'cleared', by: '财务' } },
      closings: [{ seq: 1, sums: { count: 3, medical: '2413.56' } }],
    })
    expect(done.body.differences.map((one: { cleared: object }) => one.cleared)).toMatchObject([
      { side: 'hospital', how: 'booked', by: '人民医院医保办', reason: '已核对机构账' },
      { side: 'agency', how: 'reversed' },
    ])
    const acts = await town.sql<{ act: string }>(
      `select act from audit.entry where stream = $1 and act like 'reconciliation%' order by seq`,
      [`institution:${HOSPITAL}`],
    )
    expect(acts.map(({ act }) => act)).toEqual([
      'reconciliation-difference-cleared',
      'reconciliation-difference-cleared',
      'reconciliation-day-closed',
    ])
  })

  it('and days of an institution do not exist for another, nor for a clerk', async () => {
    at('2020-11-05')
    await settled()
    at('2020-11-06')
    await reconcile([], '2020-11-05')
    const { body } = await get(office, '2020-11-05')
    const [{ differenceId }] = body.differences as [{ differenceId: string }]
    expect((await get(otherOffice, '2020-11-05')).body.code).toBe('reconciliation-unknown')
    expect((await clear(otherOffice, differenceId, 'booked')).body.code).toBe('reconciliation-unknown')
    expect((await clear(otherOffice, differenceId, 'booked', OTHER_HOSPITAL)).body.code).toBe(
      'reconciliation-unknown',
    )
    expect((await get(clerk, '2020-11-05')).status).toBe(403)
    expect((await get(finance, '2020-11-05', 'H37081100001')).body.code).toBe('reconciliation-unknown')
    const overview = `GET /api/v1/reconciliation/institutions?regionCode=${REGION}&from=2020-11-01&to=2020-11-06`
    expect((await call(overview, { as: office })).status).toBe(403)
  })
})

describe('a day of which only the sums were compared', () => {
  it('is closed by somebody, and only when all of them are even', async () => {
    at('2020-11-09')
    const row = await settled()
    at('2020-11-10')
    expect((await get(office, '2020-11-09')).body.day.state).toBe('waiting')
    expect((await close(office, '2020-11-09')).body.code).toBe('reconciliation-not-even')
    await total('2020-11-09', 2, Number(row.fund_pay_sumamt))
    expect((await get(office, '2020-11-09')).body.day).toMatchObject({ state: 'uneven', sent: { count: 2 } })
    expect((await close(office, '2020-11-09')).body.code).toBe('reconciliation-not-even')
    await total('2020-11-09', 1, Number(row.fund_pay_sumamt))
    expect((await get(office, '2020-11-09')).body).toMatchObject({ day: { state: 'even' }, mayClose: true })
    // Sums of what the centre does not have are a difference too.
    await total('2020-11-09', 1, 1, { clr_type: '21' })
    expect((await close(office, '2020-11-09')).body.code).toBe('reconciliation-not-even')
    await total('2020-11-09', 0, 0, { clr_type: '21' })
    expect((await close(office, '2020-11-09')).body.day.closed).toMatchObject({ basis: 'total', times: 1 })
  })

  it('is not closed while it lasts', async () => {
    at('2020-11-11')
    const row = await settled()
    await total('2020-11-11', 1, Number(row.fund_pay_sumamt))
    expect((await get(office, '2020-11-11')).body.day.state).toBe('not-over')
    expect((await close(office, '2020-11-11')).body.code).toBe('reconciliation-not-even')
  })
})

describe('lists', () => {
  it('show days with their sum at the end, to a hospital its own, to the agency every institution', async () => {
    at('2020-11-20')
    const days = `GET /api/v1/reconciliation/days?regionCode=${REGION}&from=2020-11-01&to=2020-11-12`
    const { body } = await call(days, { as: office })
    expect(body.institution).toEqual({ code: HOSPITAL, name: '演示人民医院' })
    expect(body.items.map((one: { day: string; state: string }) => `${one.day} ${one.state}`)).toEqual([
      '2020-11-02 closed',
      '2020-11-03 waiting',
      '2020-11-05 differences',
      '2020-11-09 closed',
      '2020-11-11 waiting',
    ])
    expect(body.total).toMatchObject({ days: 5, closed: 2, openDifferences: 1, centre: { count: 7 } })
    expect((await call(days, { as: finance })).body.code).toBe('reconciliation-unknown')
    const all = await call(
      `GET /api/v1/reconciliation/institutions?regionCode=${REGION}&from=2020-11-01&to=2020-11-12&limit=1`,
      { as: finance },
    )
    expect(all.body).toMatchObject({
      items: [{ code: HOSPITAL, closed: 2, openDifferences: 1, days: { length: 5 } }],
      next: HOSPITAL,
    })
    const wrong = `GET /api/v1/reconciliation/days?regionCode=${REGION}&from=2020-11-02&to=2020-11-01`
    expect((await call(wrong, { as: office })).body.code).toBe('reconciliation-range')
  })
})
