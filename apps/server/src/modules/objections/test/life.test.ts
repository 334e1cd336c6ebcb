import { readReply } from '@yichuang/hsa'
import { plainDate } from '@yichuang/kernel'
import { expect, describe, it } from 'vitest'
import { openTown } from '../../../../test/claims-town.ts'
import { memberOfStaff } from '../../../../test/townsfolk.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { PersonCaller, StaffCaller } from '../../../platform/http/caller.ts'
import { createLog } from '../../../platform/log.ts'
import { openCases } from '../../cases/index.ts'
import { putFeeItem } from '../../catalogue/index.ts'
import { openHospital, type FrontDoor } from '../../hospital/index.ts'
import { forgetAgreements } from '../../institutions/index.ts'
import { lettersRoutes } from '../../letters/index.ts'
import { placeAtInstitution, saveHospital } from '../../organisations/index.ts'
import { agreed } from '../../settlement/test/clinic.ts'
import { openSettlement, psnNo, settlementHandlers, settlementRoutes } from '../../settlement/index.ts'
import { objectionHandler, objectionsRoutes, openObjections } from '../index.ts'
import { raiseObjection } from '../objection.queries.ts'

const REGION = '330600'
const [HOSPITAL, OTHER] = ['H33060200001', 'H33060200002']
const ITEM = 'objections.settlement'
const nameElsewhere = async () => undefined

const town = await openTown({
  register(app, deps) {
    openCases({ packs: deps.packs, handlers: { objection: objectionHandler }, parts: {} })
    openSettlement({ packs: deps.packs })
    openObjections({ nameElsewhere })
    settlementRoutes(app, { ...deps, nameElsewhere })
    objectionsRoutes(app, { ...deps, places: () => new Map([[REGION, '本市']]) })
    lettersRoutes(app, { ...deps, regions: () => [REGION] })
  },
})
const { ok, api, db } = town
// What comes in online goes to the office of the city.
const [clerk, reviewer, approver] = (await Promise.all(
  (['clerk', 'reviewer', 'approver'] as const).map((role) => memberOfStaff(town.test, role, town.city, role)),
)) as [StaffCaller, StaffCaller, StaffCaller]
await saveHospital(db, {
  hospitalCode: OTHER,
  regionCode: REGION,
  territory: '330602',
  name: '第二医院',
  level: 'primary',
})
for (const [code, cls] of [
  ['A1', 'A'],
  ['C1', 'C'],
] as const)
  await putFeeItem(db, REGION, '2019-01-01', {
    code,
    name: code === 'A1' ? '奥美拉唑' : '会诊',
    kind: 'drug',
    class: cls,
    selfPayRatio: cls === 'A' ? '0' : '1',
    unit: '盒',
    ceilingPrice: null,
    source: '测试',
  })
await agreed(db, HOSPITAL)
forgetAgreements()
const window = await officeOf(HOSPITAL)
const otherWindow = await officeOf(OTHER)

/** Somebody of an institution's insurance office. */
async function officeOf(hospitalCode: string) {
  const caller = await town.staff(`${hospitalCode} 医保办`, 'hospital')
  const by = {
    actor: { id: null, name: '系统', side: 'system' },
    at: town.clock.now(),
    offices: [town.city.id],
  } as const
  await inTransaction(db, (db) => placeAtInstitution(db, caller.userId, hospitalCode, by))
  return caller
}

const hospital = openHospital({
  database: town.test.database,
  clock: town.clock,
  log: createLog('silent'),
  front: {} as FrontDoor,
  handlers: settlementHandlers,
})
let messages = 0
async function send(infno: string, input: object) {
  messages += 1
  const text = JSON.stringify({
    infno,
    msgid: `${HOSPITAL}20201012100000${String(messages).padStart(4, '0')}`,
    mdtrtarea_admvs: REGION,
    insuplc_admdvs: REGION,
    recer_sys_code: 'FSI_LOCAL',
    infver: 'V1.0',
    opter_type: '1',
    opter: 'op1',
    opter_name: '收费员',
    inf_time: '2020-10-12 10:00:00',
    fixmedins_code: HOSPITAL,
    fixmedins_name: '医院',
    sign_no: '',
    input,
  })
  const read = readReply((await hospital.dispatch({ text, institution: HOSPITAL })).text)
  if (!read.ok || !read.value.accepted)
    throw new Error(`${infno}: ${read.ok ? read.value.reason : 'unreadable'}`)
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
  return read.value.output as any
}

/** A visit settled on two lines of 400.00 and 20.00; ids of visit and settlement. */
async function settled(who: PersonCaller) {
  const psn_no = psnNo(REGION, who.personId)
  const { data } = await send('2201', {
    data: {
      psn_no,
      insutype: '310',
      begntime: '2020-10-12 09:30:00',
      mdtrt_cert_type: '03',
      mdtrt_cert_no: 'A12345678',
      ipt_otp_no: 'MZ1',
      atddr_no: 'D1',
      dr_name: '李医生',
      dept_code: '01',
      dept_name: '内科',
      caty: 'A03',
    },
  })
  const visitId = data.mdtrt_id as string
  const line = (sn: string, code: string, amount: number) => ({
    feedetl_sn: sn,
    mdtrt_id: visitId,
    psn_no,
    chrg_bchno: 'B1',
    rx_circ_flag: '0',
    fee_ocur_time: '2020-10-12 09:50:00',
    med_list_codg: code,
    medins_list_codg: code,
    det_item_fee_sumamt: amount,
    cnt: '1',
    pric: String(amount),
    bilg_dept_codg: '01',
    bilg_dept_name: '内科',
    bilg_dr_codg: 'D1',
    bilg_dr_name: '李医生',
    hosp_appr_flag: '1',
  })
  await send('2204', { feedetail: [line('1', 'A1', 400), line('2', 'C1', 20)] })
  return { visitId, psn_no, settlementId: await settleAgain(psn_no, visitId) }
}
async function settleAgain(psn_no: string, visitId: string): Promise<string> {
  const { setlinfo } = await send('2207', {
    data: {
      psn_no,
      mdtrt_cert_type: '03',
      mdtrt_cert_no: 'A12345678',
      med_type: '11',
      medfee_sumamt: '420.00',
      psn_setlway: '01',
      mdtrt_id: visitId,
      chrg_bchno: 'B1',
      insutype: '310',
      acct_used_flag: '0',
      fulamt_ownpay_amt: '0',
      overlmt_selfpay: '0',
      preselfpay_amt: '0',
      inscp_scp_amt: '420.00',
    },
  })
  return setlinfo.setl_id as string
}

const objection = (settlementId: string, part: object = {}) => ({
  objection: { settlementId, reason: 'not-received', text: '没有会诊过', lines: ['2'], ...part },
})
/** raised by the person themselves, at home */
async function raised(who: PersonCaller, settlementId: string) {
  const made = await ok('POST /cases', who, { itemId: ITEM, personId: who.personId, channel: 'web' })
  const saved = await ok(`PUT /cases/${made.caseId}/content`, who, {
    version: made.version,
    content: objection(settlementId),
  })
  return ok(`POST /cases/${made.caseId}/hand-in`, who, { version: saved.version })
}
const accept = (view: { caseId: string; version: number }) =>
  ok(`POST /cases/${view.caseId}/accept`, clerk, { version: view.version })
const now = (caseId: string) => ok(`GET /cases/${caseId}?regionCode=${REGION}`, reviewer)
const propose = (view: { caseId: string; version: number }, part: object) =>
  api(`POST /cases/${view.caseId}/propose`, reviewer, {
    version: view.version,
    reason: '医院承认多收',
    ...part,
  })
const decide = (view: { caseId: string; version: number }, outcome: string, reason = '') =>
  api(`POST /cases/${view.caseId}/decide`, approver, { version: view.version, outcome, reason })
const aboutIt = async (caseId: string, as: PersonCaller) =>
  (await ok(`GET /cases/${caseId}/objection?regionCode=${REGION}`, as)).objection
const atHospital = async (as = window) => (await ok('GET /hospital/objections', as)).items
const say = (caseId: string, text: string, as = window) =>
  api(`POST /hospital/objections/${caseId}/word`, as, { text })

describe('an objection to a settlement', () => {
  it('goes from the person over the institution’s word to an answer; upheld, it is over when it is settled again', async () => {
    const who = await town.person()
    const { settlementId, visitId, psn_no } = await settled(who)
    const view = await raised(who, settlementId)
    expect(view).toMatchObject({ state: 'submitted', hospitalName: '第一医院', total: '420.00', fund: null })
    expect(view.ownerName).not.toBeNull()

    const [asked] = await atHospital()
    expect(asked).toMatchObject({ stage: 'asked', text: '没有会诊过', personName: who.name, word: null })
    expect(asked.lines).toMatchObject([{ serial: '2', name: '会诊', amount: '20.00' }])
    expect((await say(view.caseId, '核对后确认会诊费为误收')).body).toMatchObject({ stage: 'answered' })

    const accepted = await accept(await now(view.caseId))
    expect(accepted.clock).toMatchObject({ dueOn: null, problem: null })
    const words = accepted.timeline.map(({ act }: { act: string }) => act)
    expect(words).toContain('institution-word')

    expect((await propose(accepted, { outcome: 'grant' })).body.errors[0]).toMatchObject({ path: 'remedy' })
    const proposed = await propose(accepted, { outcome: 'grant', remedy: 'resettle' })
    expect(proposed.body).toMatchObject({ state: 'reviewed', fund: null })
    const decided = await decide(proposed.body, 'approve')
    expect(decided.body).toMatchObject({
      state: 'approved',
      decision: { outcome: 'granted', amounts: null },
      payment: null,
    })
    expect(decided.body.acts).toEqual([])
    expect((await atHospital())[0]).toMatchObject({ stage: 'to-resettle' })

    await send('2208', { data: { setl_id: settlementId, mdtrt_id: visitId, psn_no } })
    const again = await settleAgain(psn_no, visitId)
    expect((await atHospital())[0]).toMatchObject({ stage: 'over', settledAgain: again })
    expect(await aboutIt(view.caseId, who)).toMatchObject({
      remedy: 'resettle',
      settledAgain: again,
      settlement: { cancelled: { on: '2020-10-12' } },
      word: { text: '核对后确认会诊费为误收', by: '第一医院' },
    })
    const { items } = await ok('GET /my/messages', who)
    expect(items.map(({ title }: { title: string }) => title)).toEqual(
      expect.arrayContaining(['Your objection is upheld', 'The institution has given its word']),
    )
  })

  it('that is rejected says the reasons and the further ways, and pays nobody', async () => {
    const who = await town.person()
    const { settlementId } = await settled(who)
    const view = await accept(await raised(who, settlementId))
    const proposed = await propose(view, { outcome: 'refuse', reason: '会诊记录有本人签名' })
    const decided = await decide(proposed.body, 'refuse', '会诊记录有本人签名')
    expect(decided.body).toMatchObject({ state: 'refused', decision: { reason: '会诊记录有本人签名' } })
    const letters = await town.test.sql(
      `select content from letters.letter where case_id = $1 and kind = 'decision'`,
      [view.caseId],
    )
    const text = JSON.stringify(letters[0])
    expect(text).toContain('异议不成立')
    expect(text).toMatch(/行政复议|行政诉讼/)
    expect(text).not.toContain('票据')
    expect((await say(view.caseId, '补充说明')).body.code).toBe('objection-over')
    const again = await ok('POST /cases', who, { itemId: ITEM, personId: who.personId, channel: 'web' })
    await ok(`PUT /cases/${again.caseId}/content`, who, {
      version: again.version,
      content: objection(settlementId),
    })
    const check = await ok(`POST /cases/${again.caseId}/check`, who, {})
    expect(check.faults).toEqual([])
    expect(check.warnings[0].code).toBe('answered-before')
  })

  it('is one at a time for a settlement, and free again when it is withdrawn', async () => {
    const who = await town.person()
    const { settlementId } = await settled(who)
    const first = await raised(who, settlementId)
    await expect(raised(who, settlementId)).rejects.toThrow('objection-under-way')
    expect(
      (await ok(`GET /settlements/${settlementId}/objections?regionCode=${REGION}`, who)).items,
    ).toMatchObject([{ caseId: first.caseId, outcome: 'open' }])
    await ok(`POST /cases/${first.caseId}/withdraw`, who, { version: first.version })
    expect((await raised(who, settlementId)).state).toBe('submitted')
  })

  it('is one also where two are raised at the same moment', async () => {
    const who = await town.person()
    const { settlementId } = await settled(who)
    const draft = async () => {
      const made = await ok('POST /cases', clerk, {
        itemId: ITEM,
        personId: who.personId,
        channel: 'hotline',
      })
      const content = objection(settlementId)
      const saved = await ok(`PUT /cases/${made.caseId}/content`, clerk, { version: made.version, content })
      return { caseId: made.caseId as string, version: saved.version as number }
    }
    const drafts = [await draft(), await draft()]
    const [first, second] = drafts as [(typeof drafts)[0], (typeof drafts)[0]]
    let letGo = () => {}
    const held = new Promise<void>((done) => (letGo = done))
    const raising = inTransaction(db, async (db) => {
      const about = { settlementId, institutionCode: HOSPITAL, on: plainDate('2020-10-12') }
      await raiseObjection(db, { regionCode: REGION, caseId: first.caseId }, about)
      await held
    })
    const handing = api(`POST /cases/${second.caseId}/hand-in`, clerk, { version: second.version })
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    const waits = async () => (await town.test.sql(waiting)).length > 0
    await expect.poll(waits, { timeout: 5000, interval: 20 }).toBe(true)
    letGo()
    await raising
    expect((await handing).body).toMatchObject({ status: 409, code: 'objection-under-way' })
  })

  it('about a settlement that never was still has its page, on which another can be chosen', async () => {
    const who = await town.person()
    const made = await ok('POST /cases', who, { itemId: ITEM, personId: who.personId, channel: 'web' })
    await ok(`PUT /cases/${made.caseId}/content`, who, {
      version: made.version,
      content: objection('330600000000000000000000000000'),
    })
    expect(await aboutIt(made.caseId, who)).toBeNull()
  })

  it.each([
    ['no settlement', { settlementId: '' }, 'objection.settlementId'],
    ['one that never was', { settlementId: '330600000000000000000000000000' }, 'objection.settlementId'],
    ['no reason', { reason: '' }, 'objection.reason'],
    ['nothing written', { text: ' ' }, 'objection.text'],
    ['a line of something else', { lines: ['99'] }, 'objection.lines'],
  ])('with %s is told what is wrong and where, and nothing is raised', async (_, part, path) => {
    const who = await town.person()
    const { settlementId } = await settled(who)
    const made = await ok('POST /cases', who, { itemId: ITEM, personId: who.personId, channel: 'web' })
    const { version } = await ok(`PUT /cases/${made.caseId}/content`, who, {
      version: made.version,
      content: objection(settlementId, part),
    })
    const { body } = await api(`POST /cases/${made.caseId}/hand-in`, who, { version })
    expect(body).toMatchObject({ code: 'content-faulty', errors: [{ path }] })
  })

  it('is never about somebody else’s settlement, nor about one that was taken back', async () => {
    const [who, other] = [await town.person(), await town.person()]
    const theirs = await settled(other)
    await expect(raised(who, theirs.settlementId)).rejects.toThrow('settlement-unknown')
    await send('2208', {
      data: { setl_id: theirs.settlementId, mdtrt_id: theirs.visitId, psn_no: theirs.psn_no },
    })
    await expect(raised(other, theirs.settlementId)).rejects.toThrow('settlement-cancelled')
    expect(await ok(`GET /settlements/${theirs.settlementId}/objections?regionCode=${REGION}`, who)).toEqual({
      items: [],
    })
  })

  it('is nobody’s at another institution: not listed there, and no word is taken from it', async () => {
    const who = await town.person()
    const { caseId } = await raised(who, (await settled(who)).settlementId)
    expect(await atHospital(otherWindow)).toEqual([])
    expect((await say(caseId, '我们来说', otherWindow)).body.code).toBe('objection-not-found')
    const draft = await ok('POST /cases', who, { itemId: ITEM, personId: who.personId, channel: 'web' })
    expect((await say(draft.caseId, '草稿')).status).toBe(404)
  })

  it.each(['window', 'hotline'] as const)(
    'comes in by the %s as well, in the same record',
    async (channel) => {
      const who = await town.person()
      const { settlementId } = await settled(who)
      const made = await ok('POST /cases', clerk, { itemId: ITEM, personId: who.personId, channel })
      const { version } = await ok(`PUT /cases/${made.caseId}/content`, clerk, {
        version: made.version,
        content: objection(settlementId),
      })
      const handed = await ok(`POST /cases/${made.caseId}/hand-in`, clerk, { version })
      expect(handed).toMatchObject({ channel, state: 'submitted' })
      expect((await ok('GET /my/cases', who)).items[0]).toMatchObject({
        caseId: made.caseId,
        hospitalName: '第一医院',
      })
    },
  )
})
