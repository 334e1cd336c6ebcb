import { readReply } from '@yichuang/hsa'
import { plainDate } from '@yichuang/kernel'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { hospitals, JINING, openHospitalTown } from '../../../../test/hospital-town.ts'
import { createLog } from '../../../platform/log.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { PersonCaller } from '../../../platform/http/caller.ts'
import { SYSTEM } from '../../audit/index.ts'
import { openHospital, type FrontDoor } from '../../hospital/index.ts'
import { concludeAgreement, forgetAgreements } from '../../institutions/index.ts'
import { personFilingsRoutes, remoteInForce } from '../../person-filings/index.ts'
import { peopleOf, psnNo } from '../../settlement/index.ts'
import { filingHandlers } from '../index.ts'

const town = await openHospitalTown((app, deps) =>
  personFilingsRoutes(app, { ...deps, cities: () => new Map() }),
)
const { api, clock, db, database } = town
const entry = openHospital({
  database,
  clock,
  log: createLog('silent'),
  front: {} as FrontDoor,
  handlers: filingHandlers(town),
})
const FIRST: string = hospitals.first.hospitalCode
let numbers = 0
const terms = {
  number: '协1',
  services: ['outpatient' as const],
  network: 'none' as const,
  networkedFrom: null,
}
for (const { hospitalCode } of [hospitals.first, hospitals.second])
  await inTransaction(db, (db) =>
    concludeAgreement(
      db,
      JINING,
      hospitalCode,
      {
        ...terms,
        depositShare: '0',
        from: plainDate('2020-01-01'),
        until: plainDate('2020-12-31'),
        replace: false,
        reason: '年度',
      },
      { actor: SYSTEM, at: clock.now(), today: clock.today() },
    ),
  )
forgetAgreements()
const reviewer = await town.staff('复核', 'reviewer')
beforeEach(() => clock.set('2020-10-15T02:00:00Z'))

const nextId = (institution: string) => {
  numbers += 1
  return `${institution}20201015100000${String(numbers).padStart(4, '0')}`
}
async function send(infno: string, input: object, { institution = FIRST, msgid = nextId(institution) } = {}) {
  const text = JSON.stringify({
    infno,
    msgid,
    mdtrtarea_admvs: JINING,
    insuplc_admdvs: JINING,
    recer_sys_code: 'FSI_LOCAL',
    infver: 'V1.0',
    opter_type: '1',
    opter: 'op1',
    opter_name: '医保办',
    inf_time: '2020-10-15 10:00:00',
    fixmedins_code: institution,
    fixmedins_name: '医院',
    sign_no: '',
    input,
  })
  const read = readReply((await entry.dispatch({ text, institution })).text)
  if (!read.ok) throw new Error(text)
  const { accepted, reason, output } = read.value
  return { accepted, reason: reason ?? '', output: output as Record<string, any>, msgid } // oxlint-disable-line typescript/no-explicit-any -- any output
}
const numberOf = (person: PersonCaller) => psnNo(JINING, person.personId)
const filing = (person: PersonCaller, more: object = {}) => ({
  data: {
    psn_no: numberOf(person),
    biz_appy_type: '03',
    begndate: '2020-10-15',
    fix_srt_no: '1',
    fixmedins_code: FIRST,
    fixmedins_name: '第一医院',
    ...more,
  },
})
const asked = async (person: PersonCaller, biz_appy_type = '03') =>
  (await send('5302', { data: { psn_no: numberOf(person), biz_appy_type } })).output['psnfixmedin']
const mine = async (person: PersonCaller) => (await api('GET /my/filings', person)).body.items
const accident = async (person: PersonCaller, more: object = {}) => {
  const found = await peopleOf(db, JINING, [person.personId])
  return {
    data: {
      dcla_souc: '01',
      psn_no: numberOf(person),
      psn_cert_type: '01',
      certno: found.get(person.personId)!.idNumber(),
      psn_name: person.name,
      insu_admdvs: JINING,
      trum_time: '2020-10-14',
      trum_site: '家中',
      trum_rea: '滑倒',
      chk_pay_flag: '1',
      begndate: '2020-10-15',
      ...more,
    },
  }
}

describe('2505, 2506 and 5302', () => {
  it('designate an institution for a person, who reads of it; another of the same rank waits for its revocation', async () => {
    const person = await town.person()
    const { output } = await send('2505', filing(person))
    const sn = output['result'].trt_dcla_detl_sn
    expect(await asked(person)).toMatchObject([
      { fix_srt_no: '1', fixmedins_code: FIRST, begndate: '2020-10-15', insutype: '310' },
    ])
    expect(await mine(person)).toMatchObject([
      { number: sn, kind: 'designated', institution: '第一医院', state: 'in-force', source: 'interface' },
    ])
    const second = hospitals.second.hospitalCode
    const other = () => send('2505', filing(person, { fixmedins_code: second }), { institution: second })
    expect((await other()).reason).toContain(sn)
    expect((await send('2506', revocation(sn, person), { institution: second })).accepted).toBe(false)
    expect((await send('2506', revocation(sn, person))).accepted).toBe(true)
    expect((await send('2506', revocation(sn, person))).reason).toContain('已经撤销')
    expect((await other()).accepted).toBe(true)
    expect((await asked(person)).map((row: { fixmedins_code: string }) => row.fixmedins_code)).toEqual([
      second,
    ])
  })

  it('are done once, and taken back by 2601', async () => {
    const person = await town.person()
    const first = await send('2505', filing(person))
    const again = await send('2505', filing(person), { msgid: first.msgid })
    expect(again.output).toEqual(first.output)
    const undo = { data: { psn_no: numberOf(person), omsgid: first.msgid, oinfno: '2505' } }
    expect(await send('2601', undo)).toMatchObject({ accepted: true })
    expect(await asked(person)).toEqual([])
    expect((await send('2505', filing(person))).accepted).toBe(true)
  })

  it('file care elsewhere, which decides how care in that city counts', async () => {
    const person = await town.person()
    const elsewhere = { biz_appy_type: '08', fixmedins_code: 'H33010600001', fixmedins_name: '杭州医院' }
    expect((await send('2505', filing(person, elsewhere))).accepted).toBe(true)
    const on = (day: string, city: string) => remoteInForce(db, JINING, person.personId, plainDate(day), city)
    expect(await on('2020-10-15', '330100')).toMatchObject({ why: 'resettled', place: '330100' })
    expect(await on('2020-10-14', '330100')).toBeUndefined()
    expect(await on('2020-10-15', '330200')).toBeUndefined()
    expect(await asked(person, '08')).toMatchObject([{ fixmedins_code: 'H33010600001' }])
    expect(await asked(person, '07')).toEqual([])
    expect(await mine(person)).toMatchObject([{ kind: 'remote', place: { code: '330100' } }])
  })

  it('tell in one sentence what cannot be', async () => {
    const person = await town.person()
    const refused = async (more: object) => (await send('2505', filing(person, more))).reason
    expect(await refused({ biz_appy_type: '06' })).toContain('2501')
    expect(await refused({ fixmedins_code: hospitals.second.hospitalCode })).toContain('不是本机构')
    expect(await refused({ biz_appy_type: '08' })).toContain('参保地以外')
    expect(await refused({ enddate: '2020-10-14' })).toContain('早于开始日期')
    expect(await refused({ begndate: '2021-02-01' })).toContain('服务协议')
    expect(await refused({ psn_no: '1' })).not.toBe('')
    const wrong = await send('5302', { data: { psn_no: numberOf(person), biz_appy_type: '01' } })
    expect(wrong.reason).toContain('5301')
  })
})

describe('2507', () => {
  it('files an accident for the very person, and 2601 takes it back', async () => {
    const person = await town.person()
    const stranger = await town.person('李四')
    const { certno } = (await accident(stranger)).data
    expect((await send('2507', await accident(person, { certno }))).reason).toContain('certno')
    expect((await send('2507', await accident(person, { trum_time: '2020-10-16' }))).reason).toContain(
      '晚于今天',
    )
    const done = await send('2507', await accident(person))
    expect(await mine(person)).toMatchObject([
      { kind: 'accident', accident: { cause: '滑倒', site: '家中', injuredOn: '2020-10-14', mayPay: true } },
    ])
    const undo = { data: { psn_no: numberOf(person), omsgid: done.msgid, oinfno: '2507' } }
    expect(await send('2601', undo)).toMatchObject({ accepted: true })
    expect(await mine(person)).toMatchObject([{ state: 'revoked', revoked: { reason: '冲正（2601）' } }])
  })
})

describe('the list of the agency', () => {
  it('shows every filing page by page, and a reviewer revokes a wrong one with a reason', async () => {
    const person = await town.person('赵六')
    await send('2505', filing(person))
    const first = await api(`GET /filings?regionCode=${JINING}&limit=1`, reviewer)
    expect(first.body.items).toMatchObject([{ personName: '赵六', kind: 'designated' }])
    const next = await api(
      `GET /filings?regionCode=${JINING}&limit=100&cursor=${encodeURIComponent(first.body.next)}`,
      reviewer,
    )
    expect(next.body.items.length).toBeGreaterThan(0)
    const { filingId } = first.body.items[0]
    const body = { regionCode: JINING, reason: '本人未申请' }
    expect((await api(`POST /filings/${filingId}/revoke`, person, body)).status).toBe(403)
    expect((await api(`POST /filings/${filingId}/revoke`, reviewer, body)).body.state).toBe('revoked')
    expect((await api(`POST /filings/${filingId}/revoke`, reviewer, body)).body.code).toBe('filing-revoked')
    expect(await asked(person)).toEqual([])
  })

  it('does not tell the cause of an accident; who reads that stands in the person’s trail', async () => {
    const person = await town.person('钱七')
    await send('2507', await accident(person, { trum_rea: '被车撞伤', chk_pay_flag: '0' }))
    const list = await api(`GET /filings?regionCode=${JINING}&limit=1&kind=accident`, reviewer)
    expect(list.body.items).toMatchObject([{ personName: '钱七', kind: 'accident' }])
    expect(JSON.stringify(list.body)).not.toMatch(/被车撞伤|accident":|家中/)
    const { filingId, number } = list.body.items[0]
    const trail = () =>
      town.test.sql(
        `select act, actor_name as actor, detail from audit.entry where stream = $1 and act = 'filing-read'`,
        [`person:${person.personId}`],
      )
    expect(await trail()).toEqual([])

    const read = (as: Parameters<typeof api>[1], id = filingId) =>
      api(`GET /filings/${id}?regionCode=${JINING}`, as)
    const accidentOf = { injuredOn: '2020-10-14', site: '家中', cause: '被车撞伤', mayPay: false }
    expect((await read(reviewer)).body).toMatchObject({ number, accident: accidentOf })
    expect((await read(person)).status).toBe(403)
    expect((await read(await town.staff('财务', 'finance'))).status).toBe(403)
    expect((await read(reviewer, randomUUID())).body.code).toBe('filing-unknown')
    expect(await trail()).toEqual([{ act: 'filing-read', actor: '复核', detail: { filing: number } }])

    const body = { regionCode: JINING, reason: '重复备案' }
    const revoked = await api(`POST /filings/${filingId}/revoke`, reviewer, body)
    expect([revoked.body.state, 'accident' in revoked.body]).toEqual(['revoked', false])
  })
})

function revocation(sn: string, person: PersonCaller) {
  return { data: { trt_dcla_detl_sn: sn, psn_no: numberOf(person), memo: '改换定点' } }
}
