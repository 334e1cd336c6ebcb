import { plainDate } from '@yichuang/kernel'
import { itemOn, loadPacks } from '@yichuang/policy'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../packs/index.ts'
import { claim } from '../../../../test/claims-town.ts'
import type { PersonCaller } from '../../../platform/http/caller.ts'
import { replayDecision } from '../../claims/index.ts'
import { openBedside } from './bedside.ts'
import { openMeasuredTown } from './measured-town.ts'

/*
 * 绍市医保〔2020〕9号 from beginning to end, with a case of each time beside the others: before the notice, from its day on,
 * after the measures have ended, and once what worked has been made permanent.
 */
const town = await openMeasuredTown()
const bedside = await openBedside(town)
const { ok, api, clerk, reviewer, goTo, switchOn, handedIn, decided } = town
const { regionCode, db, test, leader } = town
const SET = 'shaoxing-2020-9'

type View = Awaited<ReturnType<typeof ok>>
const marksOf = (view: View) =>
  ((view.relief?.measures ?? []) as { measureId: string }[]).map(({ measureId }) => measureId.split('.')[1])
const cut = (view: View) => view.decision.amounts.outOfAreaFirst as string
const elsewhere = (day: string) => town.claimElsewhere('20000.00', day)
const usage = async () => {
  const { body } = await town.call(`GET /api/v1/measures/usage?regionCode=${regionCode}`, { as: leader })
  return new Map(
    (body.items as { measureId: string; cases: number; others: number; fund: string; extra: string }[]).map(
      (row) => [row.measureId.split('.')[1], row],
    ),
  )
}

const cases: Record<string, View> = {}
/** what the fund paid at the bedside, in each time */
const settled: Record<string, string> = {}
/** who was treated first, and what the hospital got in advance */
let [entered, advance]: View[] = []

describe('the 绍兴 story', () => {
  it('before the notice care elsewhere is paid at the lower share, and the telephone is no way in', async () => {
    cases.before = await decided(await handedIn(await town.person(), elsewhere('2020-01-15')))
    expect(cut(cases.before)).not.toBe('0.00')
    expect(marksOf(cases.before)).toEqual([])
    settled.home = await bedside.settle(await town.person(), '2020-01-15', 'here')
    settled.before = await bedside.settle(await town.person(), '2020-01-15', 'elsewhere')
    expect(Number(settled.before)).toBeLessThan(Number(settled.home))
    const who = await town.person()
    const refused = await api('POST /cases', clerk, {
      itemId: 'claims.inpatient',
      personId: who.personId,
      channel: 'hotline',
    })
    expect(refused.body).toMatchObject({ code: 'channel-not-open' })
  })

  it('from the day of the notice what it orders is in force without anybody’s act, and is marked', async () => {
    await goTo('2020-02-10')
    cases.during = await decided(await handedIn(await town.person(), elsewhere('2020-02-05')))
    expect(cut(cases.during)).toBe('0.00')
    expect(marksOf(cases.during)).toEqual(['bills-of-2020', 'no-out-of-area-cut'])
    expect(Number(cases.during.fund)).toBeGreaterThan(Number(cases.before!.fund))
    // At the bedside too: who is treated elsewhere is paid as at home, and the settlement says by what.
    settled.during = await bedside.settle(await town.person(), '2020-02-05', 'elsewhere')
    expect(settled.during).toBe(settled.home)
    expect(await bedside.marked()).toEqual(['no-out-of-area-cut'])
  })

  it('who comes from elsewhere is treated first, and the hospital is paid in advance, both under the notice', async () => {
    entered = await ok('POST /treat-first', clerk, {
      hospitalCode: bedside.hospital,
      personName: '外地患者',
      insuredPlace: '420100',
      situation: 'elsewhere',
      amount: '8600.00',
      payer: 'insured-place',
      careKind: 'inpatient',
      beganOn: '2020-02-08',
      reason: '武汉参保，发热入院，先行救治',
    })
    expect(entered).toMatchObject({ state: 'open', measure: { measureId: `${SET}.treat-first` } })
    const { status, body } = await api('POST /prepayments', leader, {
      hospitalCode: bedside.hospital,
      insurance: 'employee',
      amount: '500000.00',
      authority: { measureId: `${SET}.prepayment` },
      reason: '定点收治医院，确保预付金及时到位',
    })
    expect([status, body.state]).toEqual([200, 'granted'])
    advance = body
  })

  it('what it permits a leader switches on in one act: telephone, and papers later for public institutions', async () => {
    const { status, body } = await switchOn({
      measures: [`${SET}.phone`, `${SET}.im`, `${SET}.papers-later`],
      from: '2020-02-10',
      until: '2020-06-30',
      papersWithin: 45,
    })
    expect([status, body.state]).toEqual([200, 'in-force'])
    const who = await town.person()
    const called = await ok('POST /cases', clerk, {
      itemId: 'claims.inpatient',
      personId: who.personId,
      channel: 'hotline',
    })
    const draft = await town.api(`PUT /cases/${called.caseId}/content`, clerk, {
      version: called.version,
      content: claimOfFebruary('1000.00'),
    })
    cases.byPhone = await town.handIn({ caseId: called.caseId, version: draft.body.version })
    expect(marksOf(cases.byPhone)).toEqual(['bills-of-2020', 'phone'])
    expect(cases.byPhone!.relief.owed).toEqual([])
  })

  it('a person of a public institution is accepted without papers, reminded, and a missed day is a task', async () => {
    const who = await atInstitution(await town.person())
    cases.owing = await handedIn(who, claimOfFebruary('3000.00'))
    expect(
      cases.owing!.relief.owed.map(({ state, dueOn }: { state: string; dueOn: string }) => [state, dueOn]),
    ).toEqual(Array.from({ length: 4 }, () => ['open', '2020-03-26']))
    const { body: gaps } = await town.call(
      `GET /api/v1/cases/${cases.owing!.caseId}/gaps?regionCode=${regionCode}`,
      { as: clerk },
    )
    expect(gaps.gaps).toEqual([])

    await goTo('2020-03-20')
    const messages = () =>
      test.sql(`select kind from letters.message where region_code = $1 and person_id = $2 order by at`, [
        regionCode,
        who.personId,
      ]) as Promise<{ kind: string }[]>
    expect((await messages()).filter(({ kind }) => kind === 'paper-due')).toHaveLength(4)
    await goTo('2020-03-27')
    expect((await messages()).filter(({ kind }) => kind === 'paper-overdue')).toHaveLength(4)
    const list = await town.call(
      `GET /api/v1/measures/owed?regionCode=${regionCode}&officeId=${town.county.id}&overdue=true`,
      { as: reviewer },
    )
    expect(list.body.items).toHaveLength(4)
    const waived = await api(`PUT /measures/owed/${cases.owing!.caseId}/fee-list`, reviewer, {
      outcome: 'waived',
      reason: '已由医院共享取得',
    })
    expect(waived.body).toMatchObject({ state: 'waived', settledBy: '赵审核' })
  })

  it('warns before the end, expires by itself, and is extended or ended only within what the document allows', async () => {
    await goTo('2020-06-15')
    const panel = await town.call(`GET /api/v1/measures?regionCode=${regionCode}`, { as: leader })
    expect(panel.body.warnings).toHaveLength(1)
    expect(panel.body.warnings[0].text).toContain('2020-06-30')
    const told = async (itemId: string) => {
      const { body } = await town.call(`GET /api/v1/places/${regionCode}/measures?itemId=${itemId}`, {})
      return (body.items as { effect: string }[]).map(({ effect }) => effect)
    }
    expect(await told('claims.inpatient')).toContain('Bills of 2019 are accepted until 2020-12-31')
    const guide = (await told('away.long-stay')).join()
    for (const ofOthers of ['in advance', 'Bills', 'lower share', 'treated first', 'prescri'])
      expect(guide).not.toContain(ofOthers)
    await goTo('2020-07-01')
    const who = await town.person()
    const refused = await api('POST /cases', clerk, {
      itemId: 'claims.inpatient',
      personId: who.personId,
      channel: 'hotline',
    })
    expect(refused.body.code).toBe('channel-not-open')
  })

  it('after the waiver was ended, care of later days is paid at the lower share again, and the case before is as it was', async () => {
    const running = await handedIn(await town.person(), elsewhere('2020-06-20'))
    const ended = await api(`PUT /measures/activations/document:${SET}.no-out-of-area-cut`, leader, {
      until: '2020-07-31',
      reason: '疫情形势好转，按市局通知恢复调减',
    })
    expect([ended.status, ended.body.until]).toEqual([200, '2020-07-31'])
    await goTo('2020-08-20')
    cases.after = await decided(await handedIn(await town.person(), elsewhere('2020-08-10')))
    cases.late = await decided(await handedIn(await town.person(), elsewhere('2020-07-20')))
    cases.running = await decided(running)
    settled.after = await bedside.settle(await town.person(), '2020-08-10', 'elsewhere')
    settled.late = await bedside.settle(await town.person(), '2020-07-20', 'elsewhere')
    expect([settled.after, settled.late]).toEqual([settled.before, settled.home])
    const amounts = ['before', 'during', 'after', 'late', 'running'].map((name) => cut(cases[name]))
    expect(amounts[2]).toBe(amounts[0])
    expect([amounts[1], amounts[3], amounts[4]]).toEqual(['0.00', '0.00', '0.00'])
    expect(cases.after!.fund).toBe(cases.before!.fund)
    for (const view of Object.values(cases).filter(({ decision }) => decision)) {
      const replay = await replayDecision(db, { regionCode, caseId: view.caseId })
      expect(replay?.same).toBe(true)
    }
  })

  it('lists everything done under it in one query, with counts and sums', async () => {
    const use = await usage()
    expect(use.get('no-out-of-area-cut')!.cases).toBe(3)
    expect(use.get('no-out-of-area-cut')!.others).toBe(2)
    expect(use.get('phone')!.cases).toBe(1)
    expect(use.get('papers-later')!.cases).toBe(1)
    const more = Number(cases.during!.fund) - Number(cases.before!.fund)
    expect(use.get('no-out-of-area-cut')!.extra).toBe((3 * more).toFixed(2))
    const listed = await town.call(
      `GET /api/v1/measures/cases?regionCode=${regionCode}&measureId=${SET}.no-out-of-area-cut`,
      { as: leader },
    )
    expect(new Set(listed.body.items.map(({ caseId }: View) => caseId))).toEqual(
      new Set([cases.during!.caseId, cases.late!.caseId, cases.running!.caseId]),
    )

    // What is no case stands in the same lists: people treated first, advances, settlements.
    const doneUnder = async (measure: string) => {
      const { body } = await town.call(
        `GET /api/v1/measures/done?regionCode=${regionCode}&measureId=${SET}.${measure}`,
        { as: leader },
      )
      return body.items as View[]
    }
    expect([use.get('treat-first')!.others, use.get('prepayment')!.others]).toEqual([1, 1])
    expect(await doneUnder('treat-first')).toEqual([
      {
        subject: 'treat-first',
        subjectId: entered.entryId,
        number: entered.number,
        day: '2020-02-10',
        total: '8600.00',
        fund: null,
      },
    ])
    expect(await doneUnder('prepayment')).toMatchObject([
      { subject: 'prepayment', subjectId: advance.grantId, day: '2020-02-10', total: '500000.00' },
    ])
    const waived = await doneUnder('no-out-of-area-cut')
    expect(waived.map(({ subject }) => subject as string).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'case',
      'case',
      'case',
      'settlement',
      'settlement',
    ])
  })

  it('what worked is proposed to become permanent with its figures, changes nothing by itself, and loads', async () => {
    const { status, body } = await api('POST /measures/proposals', leader, {
      measureId: `${SET}.phone`,
      from: '2020-09-01',
      document: 'shaoxing-2020-9',
      clause: '二（四）',
      quote: '鼓励各地通过电话预约、电话受理等方式开展经办工作',
      reason: '电话受理效果良好，转为常态',
    })
    expect([status, body.report?.cases]).toEqual([200, 1])
    expect(body.changes.map(({ file }: { file: string }) => file)).toEqual([
      'cn-33-06-shaoxing/items/claims.inpatient.yaml',
      'cn-33-06-shaoxing/items/claims.outpatient.yaml',
    ])
    expect(body.changes[0].content).toContain('channel: phone')
    const told = body.differences.map(({ title, from }: Differing) => [title, from])
    expect(told).toContainEqual(['Reimbursement of in-patient care', '2020-09-01'])
    const [listed] = (await ok(`GET /measures/proposals?regionCode=${regionCode}`, leader)).items
    expect(listed.differences).toEqual(body.differences)
    expect(itemOn(town.packs.current(regionCode), 'claims.inpatient', plainDate('2020-09-01'))).toEqual(
      itemOn(town.packs.current(regionCode), 'claims.inpatient', plainDate('2020-08-31')),
    )

    // The policy room takes it up as a draft; here it is published as it stands.
    const files = new Map(town.packs.library().files)
    for (const { file, content } of body.changes) files.set(file, content)
    const load = loadPacks(files, sha256)
    const pack = load.ok ? load.packs.get('cn-33-06-shaoxing')! : undefined
    const channels = (on: string) =>
      itemOn(pack!, 'claims.inpatient', plainDate(on))!.channels.map(({ channel, source }) => [
        channel,
        source?.measure?.id,
      ])
    expect(channels('2020-08-31')).not.toContainEqual(['phone', undefined])
    expect(channels('2020-09-01')).toContainEqual(['phone', undefined])
    const officer = await town.staff('童政策', 'policy')
    const taken = await api(`POST /measures/proposals/${body.proposalId}/draft`, officer, {})
    const [draft] = await test.sql<{ title: string; version: number; files: string[] }>(
      `select d.title, d.version, array(select jsonb_object_keys(e.changes)) as files
       from policy.draft d join policy.draft_edit e on e.draft_id = d.draft_id where d.draft_id = $1`,
      [taken.body.draftId],
    )
    expect(draft).toMatchObject({ title: '固化：电话受理', version: 1 })
    expect(draft!.files).toHaveLength(2)
    const open = await ok(`GET /cases/${cases.byPhone!.caseId}?regionCode=${regionCode}`, clerk)
    expect(open.version).toBe(cases.byPhone!.version)
  })
})

interface Differing {
  readonly title: string
  readonly from: string | null
}

function claimOfFebruary(amount: string) {
  const content = claim(amount)
  return {
    ...content,
    visit: { ...content.visit, from: '2020-02-01', to: '2020-02-08' },
    bills: content.bills.map((bill) => ({ ...bill, issuedOn: '2020-02-08' })),
  }
}

/** Lets a person work for a public institution: its credit code begins with 12. */
async function atInstitution(who: PersonCaller): Promise<PersonCaller> {
  const employerId = '00000000-0000-4000-8000-000000000012'
  await test.sql(`insert into insured.employer values ($1, $2, '12330602MB0000000X', '演示事业单位')`, [
    regionCode,
    employerId,
  ])
  await test.sql(`update insured.enrolment set employer_id = $3 where region_code = $1 and person_id = $2`, [
    regionCode,
    who.personId,
    employerId,
  ])
  return who
}
