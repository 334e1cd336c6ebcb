import fc from 'fast-check'
import { fen, formatYuan, plainDate, yuan } from '@yichuang/kernel'
import { beforeEach, describe, expect, it } from 'vitest'
import { hospitals, JINING, openHospitalTown, SHAOXING } from '../../../../test/hospital-town.ts'
import { memberOfStaff } from '../../../../test/townsfolk.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { StaffCaller } from '../../../platform/http/caller.ts'
import { registerPerson } from '../../insured/index.ts'
import { measuresRoutes, openMeasuredPacks, openMeasures, type MeasuredPacks } from '../../measures/index.ts'
import { treatFirstRoutes, watchTreatFirst } from '../index.ts'

const START = '2020-02-03T02:00:00Z'
let measured: MeasuredPacks | undefined
const town = await openHospitalTown((app, deps) => {
  // The measures must be open before the first call; packs are handed over as they are read under them.
  const packs = new Proxy({} as MeasuredPacks, { get: (_, name) => measured![name as keyof MeasuredPacks] })
  treatFirstRoutes(app, { ...deps, packs })
  measuresRoutes(app, deps)
}, START)
measured = await openMeasuredPacks(town.packs, town.database)
openMeasures(measured)
const { api, clock, database, cipher, blindIndex } = town
const watch = () => watchTreatFirst({ database, clock, cipher, blindIndex, packs: measured })
const own = await town.hospitalOffice('shaoxing')
const jining = await town.hospitalOffice('first')
const staff = (name: string, ...roles: StaffCaller['roles'][number]['role'][]) =>
  memberOfStaff(town.test, name, town.other, ...roles)
const [reviewer, finance, approver, leader, auditor, both] = await Promise.all([
  staff('复核', 'reviewer'),
  staff('财务', 'finance'),
  staff('审批', 'approver'),
  staff('局长', 'leader'),
  staff('审计', 'auditor'),
  staff('一人两岗', 'reviewer', 'approver'),
])
beforeEach(() => clock.set(START))

const said = (change: object = {}) => ({
  regionCode: SHAOXING,
  personName: '无名氏',
  situation: 'identity',
  amount: '1200.00',
  payer: 'insured-place',
  careKind: 'inpatient',
  beganOn: '2020-02-02',
  reason: '昏迷入院，未带证件，先行救治',
  ...change,
})
const open = async (change: object = {}, as = own) => {
  const { status, body } = await api('POST /treat-first', as, said(change))
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
const act = (entry: { entryId: string; version: number }, what: string, as: object, more: object) =>
  api(`POST /treat-first/${entry.entryId}/${what}`, as, {
    regionCode: SHAOXING,
    version: entry.version,
    reason: '核对无误',
    ...more,
  })
const PAID = {
  medfee_sumamt: 1200,
  inscp_scp_amt: 1200,
  hifp_pay: 700,
  fund_pay_sumamt: 700,
  psn_part_amt: 500,
  psn_cash_pay: 500,
}
/** A settlement of 1,200 yuan, of which the fund paid 700, in the books of Jining. */
const settled = (settlementId: string, institutionCode: string, personId: string) => {
  const none =
    'fulamt_ownpay_amt overlmt_selfpay preselfpay_amt act_pay_dedc cvlserv_pay hifes_pay hifmi_pay hifob_pay maf_pay oth_pay acct_pay acct_mulaid_pay'
  const row = {
    ...Object.fromEntries(none.split(' ').map((name) => [name, 0])),
    ...PAID,
    region_code: JINING,
    settlement_id: settlementId,
    visit_id: 'v',
    institution_code: institutionCode,
    person_id: personId,
    insurance: 'employee',
    person_class: 'active',
    care_kind: 'inpatient',
    year: 2020,
    charge_batch: 'b',
    msgid: 'm',
    settled_on: '2020-02-03',
    settled_at: START,
    med_type: '21',
    clr_type: '21',
    voucher_kind: '02',
    workings: '{}',
  }
  const names = Object.keys(row)
  const at = names.map((_, index) => `$${index + 1}`)
  return town.test.sql(
    `insert into settlement.settlement (${names.join(', ')}) values (${at.join(', ')})`,
    Object.values(row),
  )
}
const elsewhere = { how: 'settled-elsewhere', reference: '杭州结算单 001', total: '1200.00', fund: '900.00' }

describe('entering somebody who is treated first', () => {
  it('is allowed while the notice is in force, and carries its clause and mark', async () => {
    const entry = await open()
    expect(entry).toMatchObject({
      state: 'open',
      hospitalName: '绍兴医院',
      openedOn: '2020-02-03',
      workingDays: 0,
      measure: { measureId: 'shaoxing-2020-9.treat-first', source: { clause: '二（三）' } },
      next: { side: 'hospital', name: '绍兴医院医保办' },
    })
    const done = await api(
      `GET /measures/done?regionCode=${SHAOXING}&measureId=shaoxing-2020-9.treat-first`,
      leader,
    )
    expect(done.body.items[0]).toMatchObject({
      subject: 'treat-first',
      subjectId: entry.entryId,
      number: entry.number,
      total: '1200.00',
    })
    const usage = await api(`GET /measures/usage?regionCode=${SHAOXING}`, leader)
    const line = usage.body.items.find((row: { measureId: string }) => row.measureId.endsWith('.treat-first'))
    expect(line).toMatchObject({ cases: 0 })
    expect(line.others).toBeGreaterThan(0)
    // What lists cases does not stumble over what is none.
    const none = await api(
      `GET /measures/cases?regionCode=${SHAOXING}&measureId=shaoxing-2020-9.treat-first`,
      leader,
    )
    expect(none.body.items).toEqual([])
  })

  it('is refused with the clause before the notice, and where no document has it', async () => {
    clock.set('2020-01-28T02:00:00Z')
    const early = await api('POST /treat-first', own, said({ beganOn: '2020-01-28' }))
    expect(early.body).toMatchObject({ code: 'treat-first-not-in-force' })
    expect(early.body.detail).toContain('绍市医保〔2020〕9号')
    const none = await api('POST /treat-first', jining, said({ regionCode: JINING, beganOn: '2020-01-28' }))
    expect(none.body).toMatchObject({ code: 'treat-first-not-in-force' })
    expect(none.body.detail).toContain('No document')
  })

  it('is for patients from elsewhere: whoever is insured here settles at the bedside', async () => {
    const [idNumber] = [town.idNumber(41)]
    const place = await api(
      'POST /treat-first',
      own,
      said({ insuredPlace: '330602', situation: 'elsewhere' }),
    )
    expect(place.body).toMatchObject({ code: 'treat-first-insured-here' })
    // Known somewhere else only: allowed.
    expect(await open({ idNumber, insuredPlace: '330100', situation: 'elsewhere' })).toMatchObject({
      insuredPlace: '330100',
      idNumberMasked: expect.stringContaining('****'),
    })
  })

  it('is done once for a person, an institution and a day; a faulty number and a day to come are told', async () => {
    const idNumber = town.idNumber(42)
    const first = await open({ idNumber })
    const again = await api('POST /treat-first', own, said({ idNumber: idNumber.toLowerCase() }))
    expect(again.body).toMatchObject({ code: 'treat-first-entered' })
    expect(again.body.detail).toContain(first.number)
    const wrong = `${idNumber.slice(0, 17)}${idNumber.endsWith('0') ? '1' : '0'}`
    expect((await api('POST /treat-first', own, said({ idNumber: wrong }))).body.code).toBe(
      'treat-first-faulty',
    )
    expect((await api('POST /treat-first', own, said({ beganOn: '2020-02-04' }))).body.code).toBe(
      'treat-first-faulty',
    )
    expect((await api('POST /treat-first', own, said({ payer: 'other' }))).body.code).toBe(
      'treat-first-faulty',
    )
  })

  it('is done by the agency for an institution of its city, and by nobody for another', async () => {
    const hospitalCode = hospitals.shaoxing.hospitalCode
    expect(await open({ hospitalCode }, reviewer)).toMatchObject({ hospitalCode, next: { name: null } })
    const other = { hospitalCode: hospitals.first.hospitalCode }
    expect((await api('POST /treat-first', reviewer, said(other))).body.code).toBe('institution-not-found')
    expect((await api('POST /treat-first', jining, said())).status).toBe(403)
    expect((await api('POST /treat-first', auditor, said())).status).toBe(403)
  })
})

describe('an entry', () => {
  it('is kept until it is closed by what settled it, and can be opened again', async () => {
    const entry = await open()
    const change = {
      regionCode: SHAOXING,
      version: entry.version,
      personName: '张三',
      idNumber: town.idNumber(43),
      insuredPlace: '330100',
      situation: 'elsewhere',
      amount: '5200.00',
      payer: 'insured-place',
      next: 'agency',
      note: '家属送来证件',
    }
    const changed = await api(`PUT /treat-first/${entry.entryId}`, own, change)
    expect(changed.body).toMatchObject({
      amount: '5200.00',
      next: { side: 'agency', name: null },
      version: 2,
    })
    expect((await api(`PUT /treat-first/${entry.entryId}`, own, change)).body.code).toBe(
      'treat-first-changed',
    )

    const byHospital = await act(changed.body, 'close', own, { by: elsewhere })
    expect(byHospital.body.code).toBe('treat-first-not-settled')
    const unknown = await act(changed.body, 'close', own, { by: { how: 'settlement', settlementId: '1' } })
    expect(unknown.body).toMatchObject({ code: 'treat-first-not-settled' })
    const claim = await act(changed.body, 'close', finance, { by: { how: 'claim', caseNumber: '1' } })
    expect(claim.body.code).toBe('treat-first-not-settled')
    const closed = await act(changed.body, 'close', finance, { by: elsewhere })
    expect(closed.body).toMatchObject({
      state: 'closed',
      closed: { how: 'settled-elsewhere', total: '1200.00', fund: '900.00', by: '财务' },
    })
    expect((await act(closed.body, 'close', finance, { by: elsewhere })).body.code).toBe('treat-first-state')
    const again = await act(closed.body, 'reopen', reviewer, {})
    expect(again.body).toMatchObject({ state: 'open', closed: null })
    const whole = await api(`GET /treat-first/${entry.entryId}?regionCode=${SHAOXING}`, auditor)
    expect(whole.body.events.map(({ act }: { act: string }) => act)).toEqual([
      'opened',
      'change',
      'close',
      'reopen',
    ])
  })

  it('is closed by a settlement that stands and is its own, and opens again when that is taken back', async () => {
    const { personId } = await town.person('张三')
    const entry = await open({ personName: '张三', situation: 'elsewhere', insuredPlace: '370811' })
    const close = (settlementId: string) =>
      act(entry, 'close', own, { by: { how: 'settlement', settlementId } })
    // The city that insures the patient keeps the settlement.
    await settled('370800000000000000000000000001', hospitals.first.hospitalCode, personId)
    await settled('370800000000000000000000000002', hospitals.shaoxing.hospitalCode, personId)
    expect((await close('370800000000000000000000000001')).body.detail).toContain('another institution')
    const closed = await close('370800000000000000000000000002')
    expect(closed.body).toMatchObject({ state: 'closed', closed: { total: '1200.00', fund: '700.00' } })
    await watch()
    const read = () => api(`GET /treat-first/${entry.entryId}?regionCode=${SHAOXING}`, own)
    expect((await read()).body.entry.state).toBe('closed')
    await town.test.sql(`update settlement.settlement set cancelled_by = 'x' where settlement_id = $1`, [
      '370800000000000000000000000002',
    ])
    await watch()
    expect((await read()).body).toMatchObject({
      entry: { state: 'open', next: { side: 'agency' } },
      events: [{ act: 'opened' }, { act: 'close' }, { act: 'reopen', by: expect.any(String) }],
    })
    expect(
      (
        await act((await read()).body.entry, 'close', own, {
          by: { how: 'settlement', settlementId: '370800000000000000000000000002' },
        })
      ).body.detail,
    ).toContain('taken back')
  })

  it('is closed by no settlement of somebody else, whether told by number or by name', async () => {
    const idNumber = town.idNumber(45)
    const registered = { regionCode: JINING, name: '李四', idNumber }
    const their = await inTransaction(database.forRegion(JINING), (db) =>
      registerPerson(db, registered, plainDate('2020-01-01')),
    )
    const { personId: another } = await town.person('王五')
    await settled('370800000000000000000000000003', hospitals.shaoxing.hospitalCode, another)
    await settled('370800000000000000000000000004', hospitals.shaoxing.hospitalCode, their)
    const close = (entry: Awaited<ReturnType<typeof open>>, settlementId: string) =>
      act(entry, 'close', own, { by: { how: 'settlement', settlementId } })
    const elsewhere = { situation: 'elsewhere', insuredPlace: '370811' }
    const numbered = await open({ ...elsewhere, personName: '李四', idNumber })
    const named = await open({ ...elsewhere, personName: '李四' })
    for (const entry of [numbered, named]) {
      const wrong = await close(entry, '370800000000000000000000000003')
      expect(wrong.body).toMatchObject({ status: 422, code: 'treat-first-not-settled' })
      expect(wrong.body.detail).toContain('another person')
    }
    expect((await close(numbered, '370800000000000000000000000004')).body.state).toBe('closed')
    // What has settled one entry settles no other.
    const twice = await close(named, '370800000000000000000000000004')
    expect(twice.body).toMatchObject({ status: 422, code: 'treat-first-not-settled' })
    expect(twice.body.detail).toContain('has settled another entry')
  })

  it('has no amount that could not be added up, however it is said', async () => {
    const huge = { amount: '999999999999.99' }
    const refused = await api('POST /treat-first', own, said(huge))
    expect(refused.body).toMatchObject({ status: 422, code: 'treat-first-faulty' })
    expect(refused.body.detail).toContain('90000000.00')
    const entry = await open()
    const closing = await act(entry, 'close', finance, {
      by: { ...elsewhere, total: '999999999999.99', fund: '0.00' },
    })
    expect(closing.body).toMatchObject({ status: 422, code: 'treat-first-faulty' })
    const more = await act(entry, 'close', finance, { by: { ...elsewhere, fund: '1200.01' } })
    expect(more.body.detail).toContain('1200.00')
    expect((await api(`GET /treat-first/sums?regionCode=${SHAOXING}`, reviewer)).status).toBe(200)
  })

  it('is written off by two people, never by one', async () => {
    const entry = await open()
    const proposed = await act(entry, 'write-off', both, { reason: '身份始终无法核实' })
    expect(proposed.body).toMatchObject({ state: 'write-off-proposed', proposal: { by: '一人两岗' } })
    const alone = await act(proposed.body, 'write-off/decision', both, { outcome: 'written-off' })
    expect(alone.body.code).toBe('treat-first-same-person')
    const declined = await act(proposed.body, 'write-off/decision', approver, { outcome: 'declined' })
    expect(declined.body).toMatchObject({ state: 'open', proposal: null, next: { name: '一人两岗' } })
    const unproposed = await act(declined.body, 'write-off/decision', approver, { outcome: 'written-off' })
    expect(unproposed.body.code).toBe('treat-first-state')
    const anew = await act(declined.body, 'write-off', finance, { reason: '已公示三个月' })
    const done = await act(anew.body, 'write-off/decision', leader, { outcome: 'written-off' })
    expect(done.body).toMatchObject({ state: 'closed', closed: { how: 'written-off', by: '局长' } })
  })

  it('reminds whoever is next after ten working days, each time once', async () => {
    await watch()
    const entry = await open()
    expect(entry.remindOn).toBe('2020-02-17')
    expect(await watch()).toBe(0)
    clock.set('2020-02-17T02:00:00Z')
    expect(await watch()).toBeGreaterThan(0)
    expect(await watch()).toBe(0)
    const { body } = await api(`GET /treat-first/${entry.entryId}?regionCode=${SHAOXING}`, own)
    expect(body.entry).toMatchObject({ remindedOn: '2020-02-17', workingDays: 10, remindOn: '2020-03-02' })
    expect(body.events.at(-1)).toMatchObject({ act: 'reminded', detail: { nextSide: 'hospital' } })
  })

  it('is seen by its institution and the agency of the city, and shows the whole number only with a reason', async () => {
    const idNumber = town.idNumber(44)
    const entry = await open({ idNumber })
    const path = `/treat-first/${entry.entryId}?regionCode=${SHAOXING}`
    expect((await api(`GET ${path}`, jining)).status).toBe(403)
    const reveal = (as: object) => act(entry, 'id-number', as, { version: undefined })
    expect((await reveal(own)).body).toEqual({ idNumber })
    expect((await reveal(auditor)).status).toBe(403)
  })
})

describe('the list', () => {
  it('adds up by institution and age, whatever is opened, changed and closed', async () => {
    const sums = async () => {
      const { body } = await api(`GET /treat-first/sums?regionCode=${SHAOXING}`, reviewer)
      const [row] = body.open
      for (const key of ['count', 'amount'] as const)
        expect(
          row.bands.reduce((sum: number, band: Record<string, string>) => sum + Number(band[key]), 0),
        ).toBe(Number(row[key]))
      return { count: row.count as number, amount: yuan(row.amount) }
    }
    await open()
    const before = await sums()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ amount: fc.integer({ min: 0, max: 9_999_99 }), close: fc.boolean() }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (people) => {
          let { count, amount } = await sums()
          for (const person of people) {
            const entry = await open({ amount: formatYuan(fen(person.amount)) })
            if (person.close) await act(entry, 'close', finance, { by: elsewhere })
            else [count, amount] = [count + 1, fen(amount + person.amount)]
          }
          expect(await sums()).toEqual({ count, amount })
        },
      ),
      { numRuns: 5 },
    )
    expect((await sums()).count).toBeGreaterThanOrEqual(before.count)
  })

  it('goes on page by page without losing or doubling anybody, and comes as a file', async () => {
    const seen: string[] = []
    for (let cursor = ''; ;) {
      const { body } = await api(`GET /treat-first?regionCode=${SHAOXING}&limit=3${cursor}`, own)
      seen.push(...body.items.map(({ number }: { number: string }) => number))
      if (body.next === null) break
      cursor = `&cursor=${encodeURIComponent(body.next)}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    const all = await api(`GET /treat-first?regionCode=${SHAOXING}&limit=100`, own)
    expect(seen).toEqual(all.body.items.map(({ number }: { number: string }) => number))
    const file = await api(`GET /treat-first/export?regionCode=${SHAOXING}`, own)
    expect(file.status).toBe(200)
  })
})
