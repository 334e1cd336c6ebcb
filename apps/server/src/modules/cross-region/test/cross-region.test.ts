import path from 'node:path'
import { readReply } from '@yichuang/hsa'
import { makeResidentId, plainDate } from '@yichuang/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startHub, type Centre, type Hub } from '../../../../../../hub/hub.ts'
import { createFieldCipher, newKey, parseKeyRing } from '../../../platform/crypto.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { StaffCaller } from '../../../platform/http/caller.ts'
import { createLog } from '../../../platform/log.ts'
import { testApp, type TestApp } from '../../../platform/test-app.ts'
import { newId } from '../../../platform/uuid.ts'
import { openPacks } from '../../catalogue/index.ts'
import { openHospital, type FrontDoor, type HospitalEntry } from '../../hospital/index.ts'
import { insertEnrolment, registerPerson } from '../../insured/index.ts'
import { saveHospital, type Hospital } from '../../organisations/index.ts'
import { issueReferral } from '../../referral/index.ts'
import { psnNo, settlementHandlers } from '../../settlement/index.ts'
import {
  feeLines,
  finding,
  fiveLines,
  fiveTotal,
  HOSPITAL,
  openClinic,
  OTHER_HOSPITAL,
  REGION,
  registration,
  settling,
  type Insured,
  type Output,
} from '../../settlement/test/clinic.ts'
import { crossRegionRoutes, hubLine, openCrossRegion } from '../index.ts'
import { openTheirCentre, reply } from './their-centre.ts'

const PACKS = path.join(import.meta.dirname, '../../../../../../policy-packs')
const ELSEWHERE = '370800'
const THEIRS = 'H37080200001'
const SECRET = 'secret-of-this-line'
const HERE_KEY = 'shaoxing'

const clinic = await openClinic()
const log = createLog('silent')
const networks = new Map<string, 'city' | 'province' | 'nation'>()
const theirs = openTheirCentre([THEIRS])
const lost = new Set<string>()
/** cities whose people are settled here */
const ours = new Set([REGION])
let hub: Hub
let here: TestApp
let hospital: HospitalEntry

beforeAll(async () => {
  const port = await theirs.listen()
  // The hub needs our address, we need the hub's: ours is known first.
  const centres: Centre[] = [
    { cities: [ELSEWHERE], url: `http://127.0.0.1:${port}/`, accessKey: 'jining', secret: `${SECRET}-2` },
  ]
  hub = await startHub({ centres, port: 0, loses: ({ msgid }) => lost.delete(msgid) })
  const settings = { url: hub.url, accessKey: HERE_KEY, secret: SECRET }
  const afar = openCrossRegion({
    database: clinic.database,
    clock: clinic.clock,
    insures: (city) => ours.has(city),
    networkOf: async ({ hospitalCode }: Hospital) => networks.get(hospitalCode),
    line: hubLine(settings),
  })
  hospital = openHospital({
    database: clinic.database,
    clock: clinic.clock,
    log,
    front: {} as FrontDoor,
    handlers: settlementHandlers,
    afar,
  })
  here = await testApp(clinic.database, (app) =>
    crossRegionRoutes(app, {
      database: clinic.database,
      clock: clinic.clock,
      dispatch: hospital.dispatch,
      hub: settings,
      insures: (city) => ours.has(city),
      line: hubLine(settings),
    }),
  )
  const address = await here.app.listen({ port: 0, host: '127.0.0.1' })
  centres.push({
    cities: [REGION],
    url: `${address}/fsi/api/hub/callService`,
    accessKey: HERE_KEY,
    secret: SECRET,
  })
})
afterAll(async () => {
  await hub.close()
  theirs.close()
})
beforeEach(() => {
  theirs.received.length = 0
  networks.clear()
})

const message = (infno: string, input: unknown, more: Record<string, string> = {}) => {
  const sent = JSON.parse(
    clinic.text(infno, input, { institution: more['fixmedins_code'] ?? HOSPITAL }),
  ) as object
  return JSON.stringify({ ...sent, ...more })
}
const finance: StaffCaller = {
  kind: 'staff',
  userId: newId(),
  name: '钱财务',
  sessionId: newId(),
  roles: [{ role: 'finance', officeId: newId(), regionCode: REGION }],
}
const theirLine = () => hubLine({ url: hub.url, accessKey: 'jining', secret: `${SECRET}-2` })

describe('somebody insured here and treated elsewhere', () => {
  /** a message of a hospital of the other place, over the hub */
  const fromThere = async (infno: string, input: unknown, more: Record<string, string> = {}) => {
    const text = message(infno, input, {
      fixmedins_code: THEIRS,
      mdtrtarea_admvs: '370802',
      insuplc_admdvs: '330602',
      ...more,
    })
    const read = readReply(await theirLine().send(text))
    if (!read.ok) throw new Error('no reply')
    return { ...read.value, output: read.value.output as Output, text }
  }
  const settleThere = async (who: Insured) => {
    const visitId: string = (await fromThere('2201', registration(who))).output.data.mdtrt_id
    expect((await fromThere('2203', finding(who, visitId))).reason).toBeUndefined()
    await fromThere('2204', feeLines(who, visitId, 'B1', fiveLines))
    return { visitId, settle: () => fromThere('2207', settling(who, visitId, 'B1', fiveTotal)) }
  }

  it('is settled by the rules of this place, as not referred unless a referral is in force', async () => {
    const [plain, referred] = [await clinic.insured('周敏'), await clinic.insured('吴强')]
    const db = clinic.regionDb
    const packs = await openPacks(clinic.db, PACKS, new Date('2020-01-01T00:00:00Z'))
    const institution: Hospital = {
      hospitalCode: HOSPITAL,
      regionCode: REGION,
      territory: '330602',
      name: '演示人民医院',
      level: 'tertiary',
    }
    await inTransaction(db, (tx) =>
      issueReferral(
        tx,
        {
          packs,
          cipher: createFieldCipher(parseKeyRing(newKey())),
          places: () => new Map([[REGION, '绍兴市']]),
        },
        {
          personId: referred.personId,
          target: ELSEWHERE,
          diagnosisCode: 'C34.900',
          diagnosisName: '肺恶性肿瘤',
          reason: '本院无条件',
          opinion: '同意',
          until: '2021-10-11',
        },
        {
          institution,
          today: plainDate('2020-10-12'),
          at: clinic.clock.now(),
          actor: { id: null, name: '医保办', side: 'agency' },
          source: 'desk',
        },
      ),
    )
    const facts = []
    for (const who of [plain, referred]) {
      const { settle } = await settleThere(who)
      const { accepted, output } = await settle()
      expect(accepted).toBe(true)
      const { setlinfo } = output
      expect(setlinfo.medfee_sumamt).toBe(Number(fiveTotal))
      expect(setlinfo.psn_no).toBe(who.psnNo)
      const [row] = await clinic.sql<{ region: string; place: string; level: string }>(
        `select region_code as region, workings -> 'facts' ->> 'carePlace' as place,
           workings -> 'facts' ->> 'level' as level
         from settlement.settlement where settlement_id = '${setlinfo.setl_id}'`,
      )
      facts.push(row)
    }
    expect(facts).toEqual([
      { region: REGION, place: 'out-unreferred', level: 'tertiary' },
      { region: REGION, place: 'out-referred', level: 'tertiary' },
    ])
    // 绍市医保〔2020〕9号 waives the cut for care elsewhere: what was settled under it carries its mark.
    const marks = await clinic.sql<{ measure: string; subject: string; act: string; fund: string }>(
      `select measure_id as measure, subject, act, fund::text from measures.mark where region_code = $1`,
      [REGION],
    )
    expect(marks.length).toBeGreaterThan(0)
    for (const mark of marks)
      expect(mark).toMatchObject({
        measure: 'shaoxing-2020-9.no-out-of-area-cut',
        subject: 'settlement',
        act: 'settle',
      })
  })

  it('is settled once, though the answer was lost and the message came again', async () => {
    const { settle } = await settleThere(await clinic.insured('郑丽'))
    const text = (await settle()).text
    const first = readReply(await theirLine().send(text))
    lost.add((JSON.parse(text) as { msgid: string }).msgid)
    await expect(theirLine().send(text)).rejects.toThrow('the hub did not answer')
    const again = readReply(await theirLine().send(text))
    if (!first.ok || !again.ok) throw new Error('no reply')
    expect(again.value.output).toEqual(first.value.output)
  })

  it('needs an institution that its own centre knows, and never one of this place', async () => {
    const who = await clinic.insured('冯刚')
    const unknown = await fromThere('2201', registration(who), { fixmedins_code: 'H37080299999' })
    expect(unknown.accepted).toBe(false)
    expect(unknown.reason).toContain('就医地中心没有编号为 H37080299999')
    const ours = await fromThere('2201', registration(who), { fixmedins_code: OTHER_HOSPITAL })
    expect(ours.accepted).toBe(false)
    const stranger = await fromThere('2201', registration(who), { insuplc_admdvs: '320500' })
    expect(stranger.reason).toContain('320500')
  })

  it('is settled as ever when the other place’s institution is on the list here too, for bills handed in', async () => {
    await saveHospital(clinic.db, {
      hospitalCode: THEIRS,
      regionCode: ELSEWHERE,
      territory: '370802',
      name: '济宁演示医院',
      level: 'primary',
    })
    const who = await clinic.insured()
    const { accepted, reason } = await fromThere('2201', registration(who))
    expect([accepted, reason]).toEqual([true, undefined])
  })

  it('comes over the hub only: another signature is refused as the gateway does', async () => {
    const text = message('2201', registration(await clinic.insured('陈静')))
    const { status, body } = await here.call('POST /fsi/api/hub/callService', {
      payload: text,
      headers: { 'x-ca-key': HERE_KEY, 'x-ca-signature': `1600000000:${'0'.repeat(64)}` },
    })
    expect(status).toBe(401)
    expect(body).toEqual({ code: 401, message: '签名不一致!' })
  })
})

describe('somebody insured elsewhere and treated here', () => {
  const forThem = { insuplc_admdvs: '370802' }
  const send = async (infno: string, input: unknown, text = message(infno, input, forThem)) => {
    const { text: answer, status } = await hospital.dispatch({ text, institution: HOSPITAL })
    const read = readReply(answer)
    if (!read.ok) throw new Error(answer)
    return { ...read.value, output: read.value.output as Output, status, text }
  }
  const guest: Insured = { personId: '', idNumber: '370802197001010013', psnNo: '370800GUEST' }
  const settled = (setl_id: string, total: string, fund: string) =>
    reply({ setlinfo: { setl_id, medfee_sumamt: total, fund_pay_sumamt: fund }, setldetail: [] })
  const noted = (state: string) =>
    clinic.sql<Record<string, unknown>>(
      `select infno, insured_region, settlement_id, total::int, fund::int, reason
       from afar.message where region_code = '${REGION}' and state = '${state}' order by sent_at`,
    )

  it('is asked after, and settled, at the insured place; the sums are kept for the accounts between the two', async () => {
    networks.set(HOSPITAL, 'nation')
    theirs.answer = ({ infno }) =>
      infno === '2207' ? settled('S1', '867.02', '500.01') : reply({ data: {} })
    expect(
      (await send('1101', { data: { mdtrt_cert_type: '02', mdtrt_cert_no: guest.idNumber } })).accepted,
    ).toBe(true)
    const answer = await send('2207', settling(guest, 'V1', 'B1', '867.02'))
    expect(answer.output.setlinfo.setl_id).toBe('S1')
    expect(theirs.received.map(({ infno }) => infno)).toEqual(['1101', '2207'])
    expect(theirs.received[1]!.fixmedinsCode).toBe(HOSPITAL)
    // A question leaves no trace.
    expect(await noted('accepted')).toMatchObject([
      { infno: '2207', insured_region: ELSEWHERE, settlement_id: 'S1', total: 86702, fund: 50001 },
    ])
    theirs.answer = () => settled('S2', '-867.02', '-500.01')
    const undo = { data: { setl_id: 'S1', mdtrt_id: 'V1', psn_no: guest.psnNo } }
    expect((await send('2208', undo)).accepted).toBe(true)
    const { body } = await here.call(
      `GET /api/v1/cross-region/messages?regionCode=${REGION}&from=2020-10-01&to=2020-10-31&limit=1`,
      { as: finance },
    )
    expect(body.sums).toEqual([
      { insuredRegion: ELSEWHERE, messages: 2, open: 0, settlements: 2, total: '0.00', fund: '0.00' },
    ])
    expect(body.items).toMatchObject([{ infno: '2208', settlementId: 'S2', total: '-867.02' }])
    const rest = await here.call(
      `GET /api/v1/cross-region/messages?regionCode=${REGION}&from=2020-10-01&to=2020-10-31&cursor=${body.next}`,
      { as: finance },
    )
    expect(rest.body.items).toMatchObject([{ infno: '2207' }])
    expect(rest.body.next).toBeNull()
  })

  it('is told what the insured place refuses, in its words', async () => {
    networks.set(HOSPITAL, 'nation')
    theirs.answer = () => reply(null, -1, '该人员已停保')
    const { accepted, reason } = await send('2207', settling(guest, 'V2', 'B1', '10.00'))
    expect({ accepted, reason }).toEqual({ accepted: false, reason: '该人员已停保' })
    expect(await noted('refused')).toMatchObject([{ reason: '该人员已停保', settlement_id: null }])
  })

  it('is neither settled nor refused while the other place is silent; sent again, the message is answered', async () => {
    networks.set(HOSPITAL, 'nation')
    theirs.answer = () => undefined
    const silent = await send('2207', settling(guest, 'V3', 'B1', '20.00'))
    expect(silent).toMatchObject({ accepted: false, status: 500 })
    expect(silent.reason).toContain('结果未知')
    expect(await noted('sent')).toHaveLength(1)
    theirs.answer = () => settled('S3', '20.00', '10.00')
    expect((await send('', null, silent.text)).output.setlinfo.setl_id).toBe('S3')
    expect(await noted('sent')).toHaveLength(0)
  })

  it('is answered only with what stands in the books here; sent again, the message is answered and noted once', async () => {
    networks.set(HOSPITAL, 'nation')
    // What no column can hold stands for whatever keeps the note from being written.
    theirs.answer = () => reply({ setlinfo: { setl_id: 'S4', medfee_sumamt: '20.00', med_type: '\u0000' } })
    const unnoted = await send('2207', settling(guest, 'V4', 'B1', '20.00'))
    expect(unnoted).toMatchObject({ accepted: false, status: 500 })
    expect(await noted('sent')).toHaveLength(1)
    theirs.answer = () => settled('S4', '20.00', '10.00')
    expect((await send('', null, unnoted.text)).output.setlinfo.setl_id).toBe('S4')
    const rows = `select settlement_id from settlement.elsewhere where settlement_id = 'S4'`
    expect(await clinic.sql(rows)).toHaveLength(1)
  })

  it('is settled here where this installation settles for both cities, by the other city and under it', async () => {
    ours.add(ELSEWHERE)
    networks.set(HOSPITAL, 'nation')
    const db = clinic.database.forRegion(ELSEWHERE)
    const idNumber = makeResidentId({ region: '370802', birth: plainDate('1980-05-05'), sequence: 9 })
    const personId = await inTransaction(db, async (tx) => {
      const id = await registerPerson(
        tx,
        { regionCode: ELSEWHERE, name: '孔静', idNumber },
        plainDate('2020-01-01'),
      )
      const enrolment = {
        insurance: 'employee',
        personClass: 'active',
        from: plainDate('2019-01-01'),
      } as const
      await insertEnrolment(tx, ELSEWHERE, id, enrolment)
      return id
    })
    const who = { personId, idNumber, psnNo: psnNo(ELSEWHERE, personId) }
    const visit = await send('2201', registration(who))
    const visitId: string = visit.output.data.mdtrt_id
    await send('2203', finding(who, visitId))
    await send('2204', feeLines(who, visitId, 'B1', fiveLines))
    const { output } = await send('2207', settling(who, visitId, 'B1', fiveTotal))
    ours.delete(ELSEWHERE)
    const rows = await clinic.sql(
      `select region_code, institution_code from settlement.settlement where settlement_id = '${output.setlinfo.setl_id}'`,
    )
    expect(rows).toEqual([{ region_code: ELSEWHERE, institution_code: HOSPITAL }])
    expect(theirs.received).toEqual([])
  })

  it('is only treated at once where the agreement of the institution reaches', async () => {
    for (const network of [undefined, 'city', 'province'] as const) {
      networks.clear()
      if (network) networks.set(HOSPITAL, network)
      const { accepted, reason } = await send('2207', settling(guest, 'V4', 'B1', '20.00'))
      expect(accepted).toBe(false)
      expect(reason).toContain('没有开通跨省异地就医直接结算')
    }
    expect(theirs.received).toEqual([])
  })
})
