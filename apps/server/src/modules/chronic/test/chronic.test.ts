import { addDays, makeResidentId, plainDate } from '@yichuang/kernel'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hospitals, JINING, openHospitalTown, SHAOXING } from '../../../../test/hospital-town.ts'
import { insuredPerson } from '../../../../test/townsfolk.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { PersonCaller, StaffCaller } from '../../../platform/http/caller.ts'
import { newId } from '../../../platform/uuid.ts'
import { groupFacts, insertEnrolment, insuredRoutes, registerPerson } from '../../insured/index.ts'
import { lettersRoutes } from '../../letters/index.ts'
import { chronicBenefits, registerChronic } from '../index.ts'

const town = await openHospitalTown((app, deps) => {
  registerChronic(app, deps)
  insuredRoutes(app, deps)
  lettersRoutes(app, { ...deps, regions: () => [JINING, SHAOXING] })
})
const { api, clock, db, call } = town
const picture = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#fff' } })
  .png()
  .toBuffer()
let first: StaffCaller, second: StaffCaller, shaoxing: StaffCaller
let supervisor: StaffCaller, clerk: StaffCaller
const experts: StaffCaller[] = []

beforeAll(async () => {
  first = await town.hospitalOffice('first')
  second = await town.hospitalOffice('second')
  shaoxing = await town.hospitalOffice('shaoxing')
  supervisor = await town.staff('督查', 'supervisor')
  clerk = await town.staff('王窗口', 'clerk')
  for (const name of ['甲', '乙', '丙', '丁', '戊'])
    experts.push(await town.expert(`${name}专家`, experts.length % 2 ? 'third' : 'second'))
  for (const classId of ['gaucher', 'child-rehabilitation-or-vaccination'])
    await api('PUT /chronic/designations', supervisor, {
      regionCode: JINING,
      hospitalCode: hospitals.first.hospitalCode,
      classId,
      from: '2020-09-01',
      until: null,
    })
})
beforeEach(() => clock.set('2020-10-15T02:00:00Z'))

const take = (person: PersonCaller | string, more: object = {}, as = first) =>
  api('POST /chronic/applications', as, {
    personId: typeof person === 'string' ? person : person.personId,
    classId: 'other',
    diseaseName: '高血压',
    doctor: '刘医生',
    note: '病史五年',
    ...more,
  })
const addPaper = (id: string, as = first) =>
  call(`POST /api/v1/chronic/applications/${id}/papers?regionCode=${JINING}`, {
    as,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([
      Buffer.from(
        '--b\r\ncontent-disposition: form-data; name="file"; filename="病历.png"\r\ncontent-type: image/png\r\n\r\n',
      ),
      picture,
      Buffer.from('\r\n--b--\r\n'),
    ]),
  })
const handOver = (month = '2020-10', as = first) => api(`POST /chronic/months/${month}/hand-over`, as, {})
const opine = (id: string, who: StaffCaller, verdict: 'grant' | 'refuse' | 'recuse', reason = '依据病历') =>
  api(`POST /chronic/panel/${id}/opinion`, who, { verdict, reason })
const see = (id: string, as: object = first) =>
  api(`GET /chronic/applications/${id}?regionCode=${JINING}`, as)
const benefitsOf = (person: PersonCaller, day = '2030-01-01') =>
  chronicBenefits(db, JINING, person.personId, plainDate(day))

/** An application with its papers at the agency. */
async function atPanel(person: PersonCaller, more: object = {}): Promise<string> {
  const { body } = await take(person, more)
  expect((await addPaper(body.applicationId)).status).toBe(200)
  clock.set('2020-11-09T02:00:00Z')
  expect((await handOver()).status).toBe(200)
  return body.applicationId as string
}

describe('a person with a recognised chronic disease', () => {
  it('is in the group of such people from that day, for benefits and measures and on their page', async () => {
    const person = await town.person()
    await take(person, { classId: 'gaucher', outcome: 'granted' })
    const groupsOn = async (day: string) =>
      (await groupFacts(db, JINING, person.personId, plainDate(day))).recorded
    expect(await groupsOn('2020-10-14')).toEqual([])
    expect(await groupsOn('2020-10-15')).toEqual(['chronic'])
    const { body } = await api(`GET /persons/${person.personId}?regionCode=${JINING}`, clerk)
    expect(body.groups).toEqual([
      {
        regionCode: JINING,
        group: 'chronic',
        title: { zh: '慢性病群体', en: 'people with chronic diseases' },
        from: '2020-10-15',
        to: null,
        source: '门诊慢特病认定：戈谢病',
      },
    ])
  })

  it('is told of the group of their age from the birthday on', async () => {
    const person = await town.person()
    const [born] = await town.test.sql<{ birth: string }>(
      'select birth::text from insured.person where person_id = $1',
      [person.personId],
    )
    const sixty = `${Number(born!.birth.slice(0, 4)) + 60}${born!.birth.slice(4)}`
    const groups = async () =>
      (await api(`GET /persons/${person.personId}?regionCode=${JINING}`, clerk)).body.groups
    clock.set(`${addDays(plainDate(sixty), -1)}T02:00:00Z`)
    expect(await groups()).toEqual([])
    clock.set(`${sixty}T02:00:00Z`)
    expect(await groups()).toMatchObject([{ group: 'aged-60', from: sixty, source: '按出生日期' }])
  })
})

describe('a class that is recognised at any time', () => {
  it('is decided at once by a designated hospital, with letter, message and benefits from that day', async () => {
    const person = await town.person()
    const { status, body } = await take(person, { classId: 'gaucher', outcome: 'granted' })
    expect([status, body.state]).toEqual([200, 'granted'])
    expect(body.decision).toMatchObject({ by: 'hospital', on: '2020-10-15', from: '2020-10-15', until: null })
    expect(await benefitsOf(person, '2020-10-14')).toEqual([])
    expect(await benefitsOf(person, '2020-10-15')).toMatchObject([
      { classId: 'gaucher', diseaseName: '戈谢病' },
    ])
    const letter = await api(
      `GET /chronic/applications/${body.applicationId}/letter?regionCode=${JINING}`,
      person,
    )
    expect([letter.status, letter.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await api('GET /my/messages', person)).body.items).toMatchObject([
      { kind: 'chronic-granted', caseId: null },
    ])
  })

  it('is not decided by a hospital that is not designated for it on the day', async () => {
    const person = await town.person()
    const refused = await take(person, { classId: 'gaucher', outcome: 'granted' }, second)
    expect(refused).toMatchObject({ status: 409, body: { code: 'chronic-not-designated' } })
    expect((await take(person, { classId: 'pompe', outcome: 'granted' })).body.code).toBe(
      'chronic-not-designated',
    )
    clock.set('2020-08-31T02:00:00Z')
    expect((await take(person, { classId: 'gaucher', outcome: 'granted' })).body.code).toBe(
      'chronic-not-designated',
    )
  })

  it('is refused with a reason, and then goes to the experts when the person appeals', async () => {
    const person = await town.person()
    expect((await take(person, { classId: 'gaucher', outcome: 'refused' })).body.code).toBe(
      'chronic-outcome-missing',
    )
    expect((await take(person, { classId: 'gaucher' })).body.code).toBe('chronic-outcome-missing')
    const { body } = await take(person, { classId: 'gaucher', outcome: 'refused', reason: '酶学检查正常' })
    expect(body).toMatchObject({ state: 'refused', decision: { reason: '酶学检查正常', from: null } })
    const appeal = () =>
      api(`POST /chronic/applications/${body.applicationId}/appeal`, person, {
        regionCode: JINING,
        reason: '另院检查异常',
      })
    expect((await appeal()).body.code).toBe('chronic-no-papers')
    await addPaper(body.applicationId)
    expect((await appeal()).body).toMatchObject({ state: 'handed-over', round: 2 })
    expect((await appeal()).body.code).toBe('chronic-no-refusal')
    await opine(body.applicationId, experts[0]!, 'grant')
    expect((await opine(body.applicationId, experts[1]!, 'grant')).body.decided).toBe('granted')
    expect(await benefitsOf(person)).toHaveLength(1)
  })

  it('of children is for ages 0 to 17, that of a vaccination for everybody, and the cause must be said', async () => {
    const idOf = (birth: string, sequence: number) =>
      makeResidentId({ region: '370811', birth: plainDate(birth), sequence })
    const register = (name: string, idNumber: string) =>
      inTransaction(db, async (db) => {
        const id = await registerPerson(db, { regionCode: JINING, name, idNumber }, plainDate('2020-10-15'))
        const enrolment = {
          insurance: 'resident',
          personClass: 'resident-minor',
          from: plainDate('2020-01-01'),
        } as const
        await insertEnrolment(db, JINING, id, enrolment)
        return id
      })
    const seventeen = await register('小明', idOf('2002-10-16', 31))
    const eighteen = await register('大明', idOf('2002-10-15', 33))
    const classId = 'child-rehabilitation-or-vaccination'
    const granted = { classId, outcome: 'granted' }
    expect((await take(seventeen, granted)).body.code).toBe('chronic-age')
    expect((await take(eighteen, { ...granted, cause: 'rehabilitation' })).body.code).toBe('chronic-age')
    expect((await take(seventeen, { ...granted, cause: 'rehabilitation' })).status).toBe(200)
    expect((await take(eighteen, { ...granted, cause: 'vaccination' })).status).toBe(200)
  })

  it('is not recognised twice', async () => {
    const person = await town.person()
    const { body } = await take(person, { classId: 'gaucher', outcome: 'granted' })
    const again = await take(person, { classId: 'gaucher', outcome: 'granted' })
    expect(again).toMatchObject({ status: 409, body: { code: 'chronic-already' } })
    expect(again.body.detail).toContain(body.number)
  })
})

describe('a monthly list', () => {
  it('is handed over in the next month, with what has papers', async () => {
    const [one, other] = [await town.person(), await town.person()]
    const withPapers = (await take(one, {}, second)).body.applicationId
    await addPaper(withPapers, second)
    const without = (await take(other, { diseaseName: '糖尿病' }, second)).body.applicationId
    expect((await handOver('2020-10', second)).body.code).toBe('chronic-month-running')
    clock.set('2020-11-10T02:00:00Z')
    const month = await handOver('2020-10', second)
    expect(month.body).toMatchObject({
      handedOver: 1,
      collected: 1,
      withoutPapers: 1,
      dueOn: '2020-11-10',
      late: false,
    })
    expect((await see(withPapers, second)).body.state).toBe('handed-over')
    expect((await see(without, second)).body.state).toBe('collected')
    expect((await handOver('2020-10', second)).body).toMatchObject({ code: 'chronic-nothing-to-hand-over' })
  })

  it('that comes after its day is taken and flagged as late, and so is one that never came', async () => {
    clock.set('2020-12-20T02:00:00Z')
    const { body } = await take(await town.person(), {}, second)
    const flagged = async () =>
      (await api(`GET /chronic/batches?regionCode=${JINING}`, clerk)).body.items.find(
        (item: { month: string; hospital: { code: string } }) =>
          item.month === '2020-12' && item.hospital.code === hospitals.second.hospitalCode,
      )
    // The 10th is a Sunday; the calendar of 2021 is published.
    clock.set('2021-01-11T02:00:00Z')
    expect(await flagged()).toMatchObject({
      ruleDay: '2021-01-10',
      dueOn: '2021-01-11',
      late: false,
      handedOn: null,
    })
    clock.set('2021-01-12T02:00:00Z')
    expect((await flagged()).late).toBe(true)
    await addPaper(body.applicationId, second)
    expect((await handOver('2020-12', second)).body).toMatchObject({ late: true, handedOn: '2021-01-12' })
    expect((await flagged()).late).toBe(true)
  })

  it('is not possible where no rule is loaded', async () => {
    const person = await insuredPerson(town.database.forRegion(SHAOXING), '章敏', 2)
    expect((await take(person, {}, shaoxing)).body.code).toBe('chronic-no-rules')
    expect((await take(person, { classId: 'gaucher', outcome: 'granted' }, shaoxing)).body.code).toBe(
      'chronic-class-unknown',
    )
    expect((await api('GET /chronic/months', shaoxing)).body.missing).toContain('Shaoxing')
    const catalogue = await api(`GET /chronic/catalogue?regionCode=${JINING}`)
    expect(catalogue.body).toMatchObject({ networkedCount: 14, handOver: { day: 10 }, missing: null })
    expect(catalogue.body.anytime).toHaveLength(13)
  })
})

describe('the panel', () => {
  it('decides by two opinions that agree, and nobody sees another’s before', async () => {
    const person = await town.person()
    const id = await atPanel(person)
    await opine(id, experts[0]!, 'grant', '符合二级高血压')
    const { items } = (await api('GET /chronic/panel', experts[1])).body
    const item = items.find(({ applicationId }: { applicationId: string }) => applicationId === id)
    expect(item).toMatchObject({ opinionWanted: 2, personMasked: '*芳', files: [{ name: '病历.png' }] })
    expect(JSON.stringify(items)).not.toContain('符合二级高血压')
    expect(JSON.stringify(items)).not.toContain('王芳')
    expect((await opine(id, experts[1]!, 'grant')).body).toEqual({ decided: 'granted' })
    expect((await see(id)).body).toMatchObject({
      state: 'granted',
      decision: { by: 'panel', from: '2020-11-09' },
    })
    expect(await benefitsOf(person, '2020-11-08')).toEqual([])
    expect(await benefitsOf(person, '2020-11-09')).toMatchObject([{ diseaseName: '高血压' }])
  })

  it('asks a third expert when two differ, whose opinion decides', async () => {
    const id = await atPanel(await town.person())
    expect((await opine(id, experts[0]!, 'grant')).body).toEqual({ decided: null })
    expect((await opine(id, experts[0]!, 'grant')).body.code).toBe('chronic-opinion-given')
    expect((await opine(id, experts[1]!, 'refuse', '血压记录不足')).body).toEqual({ decided: null })
    expect((await opine(id, experts[2]!, 'refuse', '血压记录不足')).body).toEqual({ decided: 'refused' })
    expect((await opine(id, experts[3]!, 'grant')).body.code).toBe('chronic-closed')
    expect((await see(id)).body.decision.reason).toBe('血压记录不足')
  })

  it('keeps out who works at the hospital, who treats the patient, and who steps back', async () => {
    const own = await town.expert('己专家', 'first')
    const id = await atPanel(await town.person(), { doctor: '乙专家' })
    expect(await opine(id, own, 'grant')).toMatchObject({ status: 403, body: { code: 'chronic-conflict' } })
    expect((await opine(id, experts[1]!, 'grant')).body.code).toBe('chronic-conflict')
    const queue = (await api('GET /chronic/panel', own)).body
    expect(queue.leftOut).toBeGreaterThan(0)
    const from = queue.items.map(({ hospitalName }: { hospitalName: string }) => hospitalName)
    expect(from).not.toContain('第一医院')
    const paper = (await see(id)).body.files[0].fileId
    const read = (as: StaffCaller) =>
      api(`GET /chronic/applications/${id}/papers/${paper}?regionCode=${JINING}`, as)
    expect((await read(own)).status).toBe(404)
    expect((await read(experts[0]!)).status).toBe(200)
    await opine(id, experts[0]!, 'recuse', '患者是我的亲属')
    expect((await read(experts[0]!)).status).toBe(404)
    await opine(id, experts[2]!, 'grant')
    expect((await opine(id, experts[3]!, 'grant')).body.decided).toBe('granted')
  })

  it('looks at an appeal with experts who have not seen it', async () => {
    const person = await town.person()
    const id = await atPanel(person)
    await opine(id, experts[0]!, 'refuse', '材料不足')
    await opine(id, experts[1]!, 'refuse', '材料不足')
    expect(await benefitsOf(person)).toEqual([])
    const stranger = await town.person('李四')
    const reason = { regionCode: JINING, reason: '补充了动态血压' }
    expect((await api(`POST /chronic/applications/${id}/appeal`, stranger, reason)).status).toBe(404)
    const appealed = await api(`POST /chronic/applications/${id}/appeal`, person, reason)
    expect(appealed.body).toMatchObject({ state: 'handed-over', round: 2, decision: null })
    expect((await opine(id, experts[0]!, 'grant')).body.code).toBe('chronic-conflict')
    await opine(id, experts[2]!, 'grant', '动态血压达标')
    await opine(id, experts[3]!, 'refuse')
    expect((await opine(id, experts[4]!, 'grant', '动态血压达标')).body.decided).toBe('granted')
    expect(await benefitsOf(person)).toHaveLength(1)
    const kinds = (await api('GET /my/messages', person)).body.items.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(['chronic-granted', 'chronic-refused'])
  })

  it('decides once, whichever of several opinions at the same time come first', async () => {
    const person = await town.person()
    const id = await atPanel(person)
    const answers = await Promise.all(experts.map((expert) => opine(id, expert, 'grant')))
    expect(answers.filter(({ body }) => body.decided === 'granted')).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(answers.filter(({ body }) => body.code === 'chronic-closed')).toHaveLength(3)
    expect(await benefitsOf(person)).toHaveLength(1)
  })
})

describe('an application', () => {
  it('can be taken back before it is decided, and not after', async () => {
    const id = (await take(await town.person())).body.applicationId
    const withdraw = () =>
      api(`POST /chronic/applications/${id}/withdraw`, first, { regionCode: JINING, reason: '填错病种' })
    expect((await withdraw()).body.state).toBe('withdrawn')
    expect((await withdraw()).body.code).toBe('chronic-closed')
    expect((await addPaper(id)).body.code).toBe('chronic-closed')
  })

  it('is seen by its hospital, its person and the agency, and by nobody else', async () => {
    const person = await town.person()
    const id = (await take(person)).body.applicationId
    expect((await see(id, first)).status).toBe(200)
    expect((await see(id, clerk)).status).toBe(200)
    expect((await see(id, second)).status).toBe(404)
    expect((await see(id, experts[0])).status).toBe(403)
    expect((await addPaper(id, second)).status).toBe(404)
    expect((await api('GET /my/chronic', person)).body.items).toMatchObject([
      { applicationId: id, networked: true },
    ])
    expect((await take(newId())).status).toBeGreaterThanOrEqual(400)
  })
})
