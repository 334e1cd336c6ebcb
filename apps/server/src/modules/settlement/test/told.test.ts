import fc from 'fast-check'
import { planOf } from '../../../../test/plan-of.ts'
import { formatYuan, plainDate } from '@yichuang/kernel'
import { expect, describe, it } from 'vitest'
import type { Caller, PersonCaller, StaffCaller } from '../../../platform/http/caller.ts'
import { inTransaction } from '../../../platform/db.ts'
import { testApp } from '../../../platform/test-app.ts'
import { newId } from '../../../platform/uuid.ts'
import { recordMandate } from '../../insured/index.ts'
import { settlementRoutes } from '../index.ts'
import {
  feeLines,
  fiveLines,
  fiveTotal,
  openClinic,
  PHARMACY,
  REGION,
  registration,
  settling,
  visitWith,
  type Insured,
  type Line,
} from './clinic.ts'
import { admitted, leaving, staySettling, TEN, wardLines } from './ward.ts'

const clinic = await openClinic()
const { ask, sql, app: connection } = clinic
const { call } = await testApp(clinic.database, (app) =>
  settlementRoutes(app, { ...clinic, nameElsewhere: async () => undefined }),
)
const as = (who: Insured, name = '王芳'): PersonCaller => ({
  kind: 'person',
  personId: who.personId,
  name,
  sessionId: newId(),
  regionCodes: [REGION],
})
const clerk: StaffCaller = {
  kind: 'staff',
  userId: newId(),
  name: '钱经办',
  sessionId: newId(),
  roles: [{ role: 'clerk', officeId: newId(), regionCode: REGION }],
}
const list = async (caller: Caller, query = '') =>
  (await call(`GET /api/v1/my/settlements${query}`, { as: caller })).body
const read = (id: string, caller: Caller) =>
  call(`GET /api/v1/settlements/${id}?regionCode=${REGION}`, { as: caller })
const settled = async (who: Insured, lines: readonly Line[] = fiveLines, total = fiveTotal) => {
  const visitId = await visitWith(clinic, who, lines)
  const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', total))
  return { visitId, id: setlinfo.setl_id as string, setlinfo }
}
const yuan = (amount: number) => amount.toFixed(2)

describe('a settlement', () => {
  it('is on the person’s list at once, and its page has every line, every step and every clause', async () => {
    const who = await clinic.insured()
    const { id, setlinfo } = await settled(who)
    const { items } = await list(as(who))
    expect(items).toMatchObject([
      {
        settlementId: id,
        kind: 'outpatient',
        institution: { name: '演示人民医院' },
        careFrom: '2020-10-12',
        total: fiveTotal,
        fund: yuan(setlinfo.fund_pay_sumamt),
        account: '0.00',
        cash: yuan(setlinfo.psn_cash_pay),
        cancelled: null,
      },
    ])
    const { body } = await read(id, as(who))
    expect(body).toMatchObject({ doctor: '李医生', department: '内科', diagnosis: '上呼吸道感染' })
    expect(body.amounts).toMatchObject({ total: fiveTotal, fund: items[0].fund, inScope: '834.29' })
    expect(body.lines).toHaveLength(5)
    expect(body.lines[1]).toMatchObject({
      name: 'A2',
      amount: '37.50',
      overCeiling: '7.50',
      inScope: '30.00',
    })
    expect(body.explanation.amount).toBe(items[0].fund)
    const steps = JSON.stringify(body.explanation)
    expect(steps).toContain('"clause"')
    expect(steps).toContain('NOT-LISTED')
    expect(body.borrowed.from).toContain('Nanchang')
    expect(body.traceHash).toMatch(/^[\da-f]{64}$/)
    expect(body.paidBy).toEqual([
      { payer: 'hifp_pay', title: '城镇职工基本医疗保险统筹基金', amount: items[0].fund },
    ])
  })

  it('that was taken back stands on the list as such, and leads to the one that settled its fees again', async () => {
    const who = await clinic.insured()
    const { id, visitId } = await settled(who)
    const back = await ask('2208', { data: { setl_id: id, mdtrt_id: visitId, psn_no: who.psnNo } })
    const [alone] = (await list(as(who))).items
    expect(alone.cancelled).toEqual({ settlementId: back.setlinfo.setl_id, on: '2020-10-12' })
    expect((await read(id, as(who))).body.explanation).not.toBeNull()
    const again = (await ask('2207', settling(who, visitId, 'B1', fiveTotal))).setlinfo.setl_id
    expect((await list(as(who))).items.map((one: { settlementId: string }) => one.settlementId)).toEqual([
      again,
      id,
    ])
    expect((await read(back.setlinfo.setl_id, as(who))).body).toMatchObject({
      settlementId: id,
      settledAgain: again,
    })
  })

  it('whose lines were changed after it was taken back is shown without an explanation that would be wrong', async () => {
    const who = await clinic.insured()
    const { id, visitId } = await settled(who)
    await ask('2208', { data: { setl_id: id, mdtrt_id: visitId, psn_no: who.psnNo } })
    await ask('2205', { data: { mdtrt_id: visitId, chrg_bchno: 'B1', psn_no: who.psnNo } })
    await ask('2204', feeLines(who, visitId, 'B1', fiveLines.slice(0, 1)))
    expect((await read(id, as(who))).body).toMatchObject({ total: fiveTotal, explanation: null, lines: [] })
  })

  it('of a stay, midway and at the end, explains each part with what the other has deducted already', async () => {
    const who = await clinic.insured()
    const stay = await admitted(clinic, who)
    await ask('2301', wardLines(who, stay, TEN.slice(0, 1)))
    const mid = await ask('2304', staySettling(who, stay, '12000.00', { mid_setl_flag: '1' }))
    const refund = { sn: '9', code: 'B1', cnt: '-2', pric: '100.00', amount: '-200.00', refunds: '2' }
    await ask('2301', wardLines(who, stay, [...TEN.slice(1), refund]))
    await ask('2402', leaving(who, stay))
    const last = await ask('2304', staySettling(who, stay, '1005.00'))
    const { items } = await list(as(who))
    expect(items.map(({ midway, kind }: { midway: boolean; kind: string }) => [midway, kind])).toEqual([
      [false, 'inpatient'],
      [true, 'inpatient'],
    ])
    for (const { setlinfo } of [mid, last]) {
      const { body } = await read(setlinfo.setl_id, as(who))
      expect(body.amounts).toMatchObject({
        fund: yuan(setlinfo.fund_pay_sumamt),
        deductible: yuan(setlinfo.act_pay_dedc),
      })
      expect(body.explanation).not.toBeNull()
    }
    const { lines } = (await read(last.setlinfo.setl_id, as(who))).body
    expect(lines.at(-1)).toMatchObject({ amount: '-200.00' })
  })

  it('of a pharmacy is one like every other', async () => {
    const who = await clinic.insured()
    const { setlinfo } = await ask('2102', purchase(who), { institution: PHARMACY })
    expect((await read(setlinfo.setl_id, as(who))).body).toMatchObject({
      kind: 'pharmacy',
      institution: { name: '演示药店' },
      total: '800.00',
      amounts: { fund: yuan(setlinfo.fund_pay_sumamt) },
    })
  })

  it('comes out of its explanation to the fen, whatever its lines and whatever else was settled and taken back', async () => {
    const line = fc.record({
      code: fc.constantFrom('A1', 'A2', 'B1', 'B2', 'C1', 'NOWHERE'),
      cnt: fc.integer({ min: 1, max: 9 }),
      cents: fc.integer({ min: 1, max: 90_000 }),
    })
    const visit = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 6 }),
      takenBack: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 4 }), async (visits) => {
        const who = await clinic.insured()
        for (const { lines, takenBack } of visits) {
          const sent = lines.map(({ code, cnt, cents }, at) => ({
            sn: String(at + 1),
            code,
            cnt: String(cnt),
            pric: formatYuan(cents as never),
            amount: formatYuan((cnt * cents) as never),
          }))
          const total = formatYuan(lines.reduce((sum, { cnt, cents }) => sum + cnt * cents, 0) as never)
          const { id, visitId } = await settled(who, sent, total)
          if (takenBack) await ask('2208', { data: { setl_id: id, mdtrt_id: visitId, psn_no: who.psnNo } })
        }
        const { items } = await list(as(who))
        expect(items).toHaveLength(visits.length)
        for (const { settlementId, total, fund } of items) {
          const { body } = await read(settlementId, as(who))
          expect(body.amounts).toMatchObject({ total, fund })
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('whoever reads settlements', () => {
  it('as a helper sees those of the person they act for, by name; without a mandate there is no such settlement', async () => {
    const [who, helper] = [await clinic.insured('孙桂兰'), await clinic.insured('王芳')]
    const { id } = await settled(who)
    expect(await read(id, as(helper))).toMatchObject({ status: 404, body: { code: 'settlement-not-found' } })
    expect((await list(as(helper))).items).toEqual([])
    const mandate = {
      principalId: who.personId,
      agentId: helper.personId,
      relation: 'child',
      to: null,
    } as const
    const by = {
      actor: { id: clerk.userId, name: clerk.name, side: 'agency' },
      at: clinic.clock.now(),
      today: plainDate('2020-10-12'),
    } as const
    await inTransaction(clinic.regionDb, (db) =>
      recordMandate(db, REGION, { ...mandate, proof: '户口簿' }, by),
    )
    const own = await settled(helper)
    const { items } = await list(as(helper))
    expect(
      items.map(({ personName, settlementId }: { personName: string; settlementId: string }) => [
        personName,
        settlementId,
      ]),
    ).toEqual([
      ['王芳', own.id],
      ['孙桂兰', id],
    ])
    expect((await read(id, as(helper))).status).toBe(200)
  })

  it('as a clerk of the city leaves an entry in the person’s trail; one of another city finds nothing', async () => {
    const who = await clinic.insured()
    const { id } = await settled(who)
    expect((await read(id, clerk)).status).toBe(200)
    const all = await call(`GET /api/v1/persons/${who.personId}/settlements?regionCode=${REGION}`, {
      as: clerk,
    })
    expect(all.body.items).toHaveLength(1)
    const trail = await sql(`select act, actor_name from audit.entry where stream = $1 order by seq`, [
      `person:${who.personId}`,
    ])
    expect(trail.filter(({ act }) => act === 'settlements-read')).toHaveLength(2)
    const elsewhere = { ...clerk, roles: [{ ...clerk.roles[0]!, regionCode: '370800' }] }
    expect((await read(id, elsewhere)).status).toBe(404)
  })

  it('turns pages to the end, each settlement once, and is told when a page mark is none', async () => {
    const who = await clinic.insured()
    const made: string[] = []
    for (let n = 0; n < 5; n += 1) made.push((await settled(who)).id)
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: { items: { settlementId: string }[]; next: string | null } = await list(
        as(who),
        `?limit=2${next && `&cursor=${next}`}`,
      )
      seen.push(...page.items.map(({ settlementId }) => settlementId))
      next = page.next
    }
    expect(seen).toEqual(made.toReversed())
    expect((await call('GET /api/v1/my/settlements?cursor=abc', { as: as(who) })).status).toBe(400)
  })

  it('reads ranges of indexes, not whole tables, where a city has many visits', async () => {
    const { id, visitId } = await settled(await clinic.insured())
    await sql(
      `with kept as (insert into settlement.visit
         select (jsonb_populate_record(v, jsonb_build_object(
           'visit_id', '330600' || lpad(i::text, 24, '0'), 'person_id', gen_random_uuid()))).*
         from generate_series(1, 5000) i, settlement.visit v where v.visit_id = $2
         returning visit_id, person_id)
       insert into settlement.settlement
       select (jsonb_populate_record(s, jsonb_build_object(
         'visit_id', kept.visit_id, 'person_id', kept.person_id, 'settlement_id', kept.visit_id))).*
       from kept, settlement.settlement s where s.settlement_id = $1`,
      [id, visitId],
    )
    await sql('analyze settlement.visit, settlement.settlement')
    const parameters = `'330600', '${newId()}', '9', '9', 21`
    const plan = await planOf(connection, 'settlement.told-of-person', parameters)
    expect(plan.filter((line) => line.includes('Seq Scan'))).toEqual([])
    const entered = plan.filter((line) => line.includes('Index Cond'))
    expect(entered).toHaveLength(3)
    for (const line of entered) expect(line).toMatch(/person_id|visit_id|settlement_id/)
  })
})

function purchase(who: Insured) {
  return {
    druginfo: {
      ...registration(who).data,
      psn_cert_type: '01',
      certno: who.idNumber,
      psn_type: '11',
      psn_name: '王芳',
      begntime: '2020-10-12 09:00:00',
      medfee_sumamt: '800.00',
      acct_used_flag: '0',
      med_type: '41',
    },
    drugdetail: [
      {
        feedetl_sn: '1',
        rx_circ_flag: '0',
        fee_ocur_time: '2020-10-12 09:00:00',
        med_list_codg: 'A1',
        medins_list_codg: 'A1',
        det_item_fee_sumamt: '800.00',
        cnt: '2',
        pric: '400.00',
        hosp_appr_flag: '1',
      },
    ],
    durg_trac_info: [],
  }
}
