import { readReply } from '@yichuang/hsa'
import { plainDate } from '@yichuang/kernel'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hospitals, JINING, openHospitalTown } from '../../../../test/hospital-town.ts'
import { inTransaction } from '../../../platform/db.ts'
import { createLog } from '../../../platform/log.ts'
import type { PersonCaller, StaffCaller } from '../../../platform/http/caller.ts'
import { SYSTEM } from '../../audit/index.ts'
import { chronicBenefits, registerChronic } from '../../chronic/index.ts'
import { concludeAgreement, forgetAgreements } from '../../institutions/index.ts'
import { openHospital, type FrontDoor } from '../../hospital/index.ts'
import { referralRoutes } from '../../referral/index.ts'
import { psnNo } from '../../settlement/index.ts'
import { filingHandlers } from '../index.ts'

const town = await openHospitalTown((app, deps) => {
  referralRoutes(app, deps)
  registerChronic(app, deps)
})
const { api, clock, db, database } = town
const entry = openHospital({
  database,
  clock,
  log: createLog('silent'),
  front: {} as FrontDoor,
  handlers: filingHandlers(town),
})
const FIRST: string = hospitals.first.hospitalCode
const AGREEMENT = {
  number: '协〔2020〕1号',
  from: plainDate('2020-01-01'),
  until: plainDate('2029-12-31'),
  services: ['outpatient', 'inpatient'],
  network: 'nation',
  networkedFrom: plainDate('2020-01-01'),
  depositShare: '0.05',
  replace: false,
  reason: '测试',
} satisfies Parameters<typeof concludeAgreement>[3]
let first: StaffCaller
let numbers = 0

beforeAll(async () => {
  first = await town.hospitalOffice('first')
  const at = new Date('2020-01-02T02:00:00Z')
  for (const { hospitalCode } of [hospitals.first, hospitals.second])
    await inTransaction(db, (db) =>
      concludeAgreement(db, JINING, hospitalCode, AGREEMENT, { actor: SYSTEM, at, today: AGREEMENT.from }),
    )
  forgetAgreements()
  const supervisor = await town.staff('督查', 'supervisor')
  const designation = { hospitalCode: hospitals.first.hospitalCode, from: '2020-09-01', until: null }
  for (const classId of ['gaucher', 'uraemia'])
    await api('PUT /chronic/designations', supervisor, { regionCode: JINING, classId, ...designation })
})
beforeEach(() => clock.set('2020-10-15T02:00:00Z'))

async function send(infno: string, input: object, { institution = FIRST, msgid = '' } = {}) {
  numbers += 1
  const text = JSON.stringify({
    infno,
    msgid: msgid || `${institution}20201015100000${String(numbers).padStart(4, '0')}`,
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
  return { accepted, reason: reason ?? '', output: output as Record<string, any> } // oxlint-disable-line typescript/no-explicit-any -- any output
}
const numberOf = (person: PersonCaller) => psnNo(JINING, person.personId)
const transfer = (person: PersonCaller, more: object = {}) => ({
  refmedin: {
    psn_no: numberOf(person),
    diag_code: 'C34.900',
    diag_name: '肺恶性肿瘤',
    reflin_medins_no: 'H31010100001',
    reflin_medins_name: '上海医院',
    mdtrtarea_admdvs: '310101',
    refl_type: '3',
    refl_date: '2020-10-15',
    refl_rea: '本院无条件',
    refl_opnn: '同意',
    ...more,
  },
})
const chronic = (person: PersonCaller, more: object = {}) => ({
  data: {
    psn_no: numberOf(person),
    insutype: '310',
    opsp_dise_code: 'M07803',
    opsp_dise_name: '血液透析',
    insu_optins: JINING,
    ide_fixmedins_no: hospitals.first.hospitalCode,
    ide_fixmedins_name: '第一医院',
    hosp_ide_date: '2020-10-14',
    diag_dr_codg: 'D370811000001',
    diag_dr_name: '刘医生',
    begndate: '2020-10-14',
    ...more,
  },
})

describe('a filing whose answer was lost', () => {
  const undo = (person: PersonCaller, omsgid: string, oinfno: string, institution = FIRST) =>
    send('2601', { data: { psn_no: numberOf(person), omsgid, oinfno } }, { institution })

  it('is taken back by 2601: the referral is revoked, and another can be filed', async () => {
    const person = await town.person()
    expect((await send('2501', transfer(person), { msgid: 'lost-2501' })).accepted).toBe(true)
    expect((await undo(person, 'lost-2501', '2501')).reason).toBe('')
    expect((await send('5304', { data: { psn_no: numberOf(person) } })).output['refmedin']).toEqual([])
    expect((await send('2501', transfer(person))).accepted).toBe(true)
    expect((await undo(person, 'lost-2501', '2501')).reason).toContain('已经冲正')
  })

  it('is taken back by 2601 though the hospital decided at once: there are no benefits of it', async () => {
    const person = await town.person()
    expect((await send('2503', chronic(person), { msgid: 'lost-2503' })).reason).toBe('')
    expect(await chronicBenefits(db, JINING, person.personId, plainDate('2020-10-15'))).toHaveLength(1)
    expect((await undo(person, 'lost-2503', '2503')).reason).toBe('')
    for (const day of ['2020-10-15', '2021-10-15'])
      expect(await chronicBenefits(db, JINING, person.personId, plainDate(day))).toEqual([])
    expect((await send('2503', chronic(person))).accepted).toBe(true)
  })
})

describe('2501, 2502 and 5304', () => {
  it('begin on a later day that is asked for, and never before they are filed', async () => {
    const [later, earlier] = [await town.person(), await town.person()]
    await send('2501', transfer(later, { begndate: '2020-11-02' }))
    await send('2501', transfer(earlier, { begndate: '2020-09-01' }))
    const first = async (person: PersonCaller) => (await api('GET /my/referrals', person)).body.items[0]
    expect(await first(later)).toMatchObject({ from: '2020-11-02', until: '2021-11-02' })
    expect(await first(earlier)).toMatchObject({ from: '2020-10-15', until: '2021-10-15' })
  })

  it('refer as the hospital room does: for a year, to the place and not to the one hospital that is named', async () => {
    const person = await town.person()
    const { accepted, output } = await send('2501', transfer(person))
    expect(accepted).toBe(true)
    const mine = (await api('GET /my/referrals', person)).body.items
    expect(mine).toMatchObject([
      {
        number: output['result'].trt_dcla_detl_sn,
        target: { code: '310000', name: '上海市' },
        until: '2021-10-15',
        suggested: '上海医院',
      },
    ])
    const seen = await send('5304', { data: { psn_no: numberOf(person) } })
    expect(seen.output['refmedin']).toMatchObject([
      { psn_name: '王芳', reflin_medins_name: '上海医院', begndate: '2020-10-15', enddate: '2021-10-15' },
    ])
  })

  it('are done once: the same message again gives the same number, another one is told of the referral', async () => {
    const person = await town.person()
    const msgid = `${hospitals.first.hospitalCode}202010151000009999`
    const once = await send('2501', transfer(person), { msgid })
    const again = await send('2501', transfer(person), { msgid })
    expect(again.output).toEqual(once.output)
    const other = await send('2501', transfer(person))
    expect(other).toMatchObject({ accepted: false })
    expect(other.reason).toContain('已有有效的转诊')
  })

  it('revoke only what the hospital itself filed, for the person it names', async () => {
    const [person, stranger] = [await town.person(), await town.person('李四')]
    const sn = (await send('2501', transfer(person))).output['result'].trt_dcla_detl_sn
    const revoke = (of: PersonCaller, institution?: string) =>
      send(
        '2502',
        { data: { trt_dcla_detl_sn: sn, psn_no: numberOf(of), memo: '填错' } },
        { ...(institution && { institution }) },
      )
    expect((await revoke(stranger)).accepted).toBe(false)
    expect((await revoke(person, hospitals.second.hospitalCode)).accepted).toBe(false)
    expect((await revoke(person)).accepted).toBe(true)
    expect((await revoke(person)).reason).toContain('已经撤销')
    expect((await send('5304', { data: { psn_no: numberOf(person) } })).output['refmedin']).toEqual([])
    expect((await api('GET /my/referrals', person)).body.items[0].revoked).toMatchObject({
      side: 'hospital',
      reason: '填错',
    })
  })

  it('tell in one sentence what cannot be', async () => {
    const person = await town.person()
    expect((await send('2501', transfer(person, { refl_type: '1' }))).reason).toContain('市内转院')
    expect((await send('2501', transfer(person, { mdtrtarea_admdvs: '370811' }))).reason).toContain(
      '目的地就是参保地',
    )
    expect((await send('2501', transfer(person, { mdtrtarea_admdvs: '990000' }))).accepted).toBe(false)
  })
})

describe('2503, 2504 and 5301', () => {
  it('recognise at once what the hospital is designated for, by the code or the words of the document', async () => {
    const person = await town.person()
    expect((await send('2503', chronic(person))).accepted).toBe(true)
    const words = { opsp_dise_code: 'X', opsp_dise_name: '戈谢病' }
    expect((await send('2503', chronic(person, words))).accepted).toBe(true)
    // Nobody decides before the day of the decision: an earlier begin is not taken over.
    expect(await chronicBenefits(db, JINING, person.personId, plainDate('2020-10-14'))).toEqual([])
    const { output } = await send('5301', { data: { psn_no: numberOf(person) } })
    expect(output['feedetail']).toMatchObject([
      { opsp_dise_code: 'M07803', opsp_dise_name: '尿毒症', begndate: '2020-10-15' },
      { opsp_dise_code: 'X', opsp_dise_name: '戈谢病' },
    ])
  })

  it('collect everything else for the monthly list, and take it back until it is decided', async () => {
    const person = await town.person()
    const filed = await send('2503', chronic(person, { opsp_dise_code: 'M03900', opsp_dise_name: '高血压' }))
    const sn = filed.output['result'].trt_dcla_detl_sn
    const { items } = (await api(`GET /chronic/applications?regionCode=${JINING}`, first)).body
    expect(items).toContainEqual(
      expect.objectContaining({ number: sn, state: 'collected', month: '2020-10' }),
    )
    const undo = () =>
      send('2504', { data: { trt_dcla_detl_sn: sn, psn_no: numberOf(person), memo: '填错' } })
    expect((await undo()).accepted).toBe(true)
    expect((await undo()).reason).toContain('已经有结果或已撤回')
  })

  it('are refused for another hospital, a day to come, and a class the hospital is not designated for', async () => {
    const person = await town.person()
    const other = await send('2503', chronic(person, { ide_fixmedins_no: hospitals.second.hospitalCode }))
    expect(other.reason).toContain('不是本机构')
    expect((await send('2503', chronic(person, { hosp_ide_date: '2020-10-16' }))).reason).toContain(
      '晚于今天',
    )
    const undesignated = { opsp_dise_code: 'M08300', opsp_dise_name: '器官移植抗排异' }
    expect((await send('2503', chronic(person, undesignated))).reason).toContain('没有被指定')
  })
})
