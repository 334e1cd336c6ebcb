import { CalculateInput, type HallNumbers } from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import { actingByDocument, loadPacks, packUnder, type Group, type Pack } from '@yichuang/policy'
import { expect, it } from 'vitest'
import { PACKS_FOLDER, readPackFolder, sha256 } from '../../../packs/index.ts'
import { newId } from '../../../platform/uuid.ts'
import { replayDecision } from '../../claims/index.ts'
import { allPayersPack } from '../../settlement/test/all-payers.ts'
import { calculateTool } from '../../tools/calculate-tool.ts'
import { openMeasuredPacks } from '../index.ts'
import { openBedside } from './bedside.ts'
import { openMeasuredTown } from './measured-town.ts'

const town = await openMeasuredTown('2020-02-10')
const { regionCode, clerk, sql } = { ...town, ...town.test }
const SET = 'shaoxing-2020-9'

it('an application handed in at once takes on the measures for its person and county, as a draft does', async () => {
  const on = await town.switchOn({
    measures: [`${SET}.phone`],
    from: '2020-02-10',
    until: '2020-06-30',
    places: ['330602'],
    groups: ['employee'],
  })
  expect(on.status).toBe(200)
  const who = await town.person()
  const content = town.claimElsewhere('800.00', '2020-02-01')
  const boundary = newId()
  const body = JSON.stringify({
    regionCode,
    itemId: 'claims.inpatient',
    personId: who.personId,
    channel: 'hotline',
    content,
  })
  const whole = await town.call('POST /api/v1/applications', {
    as: clerk,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="json"\r\n\r\n${body}\r\n--${boundary}--\r\n`,
  })
  expect([whole.status, whole.body.channel]).toEqual([200, 'hotline'])
  const step = await town.handIn(
    await town.draft(await town.person(), town.claimElsewhere('900.00', '2020-02-01')),
  )
  const packs = await sql<{ pack_hash: string }>(
    'select distinct pack_hash from cases."case" where case_id = any($1::uuid[])',
    [[whole.body.caseId, step.caseId]],
  )
  expect(packs).toHaveLength(1)
  expect(packs[0]!.pack_hash).not.toBe(town.packs.current(regionCode).hash)
})

it('a measure for a group is in the packs of the calculator where that group is asked for, everywhere in the city', async () => {
  const on = await town.switchOn({
    measures: [`${SET}.larger-prescription`],
    from: '2020-02-10',
    until: '2020-06-30',
    groups: ['resident'],
  })
  expect(on.status).toBe(200)
  const names = (groups: readonly Group[]) =>
    town.packs.under(regionCode, groups).acting.map(({ measure }) => measure)
  expect(names(['resident'])).toContain(`${SET}.larger-prescription`)
  expect(names(['employee'])).not.toContain(`${SET}.larger-prescription`)
  expect(names([])).toEqual(town.packs.current(regionCode).acting.map(({ measure }) => measure))
})

it('the calculator reckons with a measure that is for the group of the person, and with none for others', () => {
  const base = town.packs.stateOf(regionCode).pack
  const waived = `${SET}.no-out-of-area-cut`
  const own = actingByDocument(base.measures.values()).filter(({ measure }) => measure !== waived)
  const under = (_region: string, groups: readonly Group[]): Pack =>
    packUnder(
      base,
      groups.includes('resident')
        ? [
            ...own,
            {
              activation: 'leader',
              measure: waived,
              from: '2020-02-01' as never,
              places: [],
              groups: ['resident'],
            },
          ]
        : own,
      sha256,
    )
  const paid = (insurance: string, personClass: string, on: string) =>
    calculateTool(
      { ...town.packs, under },
      CalculateInput.parse({
        pack: base.id,
        on,
        insurance,
        personClass,
        kind: 'inpatient',
        level: 'tertiary',
        carePlace: 'out-unreferred',
        lines: [{ id: '1', name: '住院费用', amount: '10000.00', class: 'A' }],
      }),
      'zh',
    ).amounts?.outOfAreaFirst
  expect(paid('resident', 'resident-adult', '2020-02-10')).toBe('0.00')
  expect(paid('resident', 'resident-adult', '2020-01-31')).toBe('2000.00')
  expect(paid('employee', 'active', '2020-02-10')).toBe('2000.00')
})

it('a measure for people in hardship or over sixty is for those who are recorded so, and for whom their birthday makes so', async () => {
  const on = await town.switchOn({
    measures: [`${SET}.phone`],
    from: '2020-02-10',
    until: '2020-06-30',
    groups: ['hardship', 'aged-60', 'resident-minor'],
    places: ['330602'],
  })
  expect(on.status).toBe(200)
  const [poor, old, other] = [
    await town.person('resident'),
    await town.person('resident'),
    await town.person('resident'),
  ]
  await sql(`update insured.person set birth = '1960-02-10' where person_id = $1`, [old.personId])
  await sql(
    `insert into insured.person_group values ('330600', $1, 'hardship', '2020-01-01', null, '民政名册')`,
    [poor.personId],
  )
  const byPhone = async ({ personId }: { personId: string }) =>
    (await town.api('POST /cases', clerk, { itemId: 'claims.inpatient', personId, channel: 'hotline' }))
      .status
  expect([await byPhone(poor), await byPhone(old), await byPhone(other)]).toEqual([200, 200, 422])
  await sql(`update insured.person set birth = '1960-02-11' where person_id = $1`, [old.personId])
  await sql(`update insured.person_group set valid_to = '2020-02-09' where person_id = $1`, [poor.personId])
  expect([await byPhone(poor), await byPhone(old)]).toEqual([422, 422])
})

it('care at the bedside takes on what changes payment for its person and county, and nothing else', async () => {
  const who = await town.person()
  const about = {
    regionCode,
    territory: '330602',
    insurance: 'employee',
    personClass: 'active',
    personId: who.personId,
    on: plainDate('2020-02-10'),
  }
  // Larger prescriptions are on for residents alone.
  const larger = async (insurance: 'employee' | 'resident') =>
    (await town.packs.forCare({ ...about, insurance })).acting.some(
      ({ measure }) => measure === `${SET}.larger-prescription`,
    )
  expect([await larger('employee'), await larger('resident')]).toEqual([false, true])

  // Of the same document, for people in hardship only.
  const files = new Map(await readPackFolder(PACKS_FOLDER))
  const file = 'cn-33-06-shaoxing/measures/shaoxing-2020-9.yaml'
  files.set(
    file,
    files.get(file)!.replace('effect: { kind: waive-out-of-area-cut }', '$&\n    groups: [hardship]'),
  )
  const load = loadPacks(files, sha256)
  if (!load.ok) throw new Error(load.faults.map(({ what }) => what).join('\n'))
  const changed = load.packs.get('cn-33-06-shaoxing')!
  const packs = await openMeasuredPacks({ ...town.packs, current: () => changed }, town.test.database)
  const waived = async () =>
    (await packs.forCare(about)).acting.some(({ measure }) => measure === `${SET}.no-out-of-area-cut`)
  expect(await waived()).toBe(false)
  await sql(
    `insert into insured.person_group values ('330600', $1, 'hardship', '2020-01-01', null, '民政名册')`,
    [who.personId],
  )
  expect(await waived()).toBe(true)
})

it('limits the numbers of a hall: counts who comes to the window, tells everybody, and past the limit asks why and refuses nobody', async () => {
  const limit = {
    measures: [`${SET}.limited-numbers`],
    from: '2020-02-10',
    until: '2020-03-31',
    places: ['330602'],
  }
  const unsaid = await town.switchOn(limit)
  expect([unsaid.status, unsaid.body.code]).toEqual([422, 'measure-per-day'])
  const on = await town.switchOn({ ...limit, perDay: 2 })
  expect([on.status, on.body.perDay]).toEqual([200, 2])

  const halls = async () => {
    const { body } = await town.call(`GET /api/v1/places/${regionCode}/hall-numbers`)
    return body.items.map(({ name, limit, used }: HallNumbers) => [name, limit, used])
  }
  const comes = async (more: object = {}) => {
    const { personId } = await town.person()
    return town.api('POST /cases', clerk, { itemId: 'claims.inpatient', personId, ...more })
  }
  expect(await halls()).toEqual([['区中心', 2, 0]])
  const first = await comes()
  expect((await comes({ channel: 'home-visit' })).status).toBe(200)
  expect((await comes()).status).toBe(200)
  expect(await halls()).toEqual([['区中心', 2, 2]])

  const full = await comes()
  expect([full.status, full.body.code]).toEqual([409, 'hall-full'])
  expect(full.body.detail).toMatch(/gives out 2 numbers today, and 2 are used/)
  expect(full.body.mend).toMatch(/refuses nobody/)
  expect(await halls()).toEqual([['区中心', 2, 2]])
  const third = await comes({ overLimit: '老人远道而来' })
  expect(third.status).toBe(200)
  expect(await halls()).toEqual([['区中心', 2, 3]])
  const said = async (view: { caseId: string }) => {
    const page = await town.ok(`GET /cases/${view.caseId}?regionCode=${regionCode}`, clerk)
    return page.timeline.find(({ act }: { act: string }) => act === 'start').text
  }
  expect(await said(first.body)).toBe('Number 1 of 2 today')
  expect(await said(third.body)).toBe('Number 3 of 2 today: 老人远道而来')

  const under = await town.call(
    `GET /api/v1/measures/done?regionCode=${regionCode}&measureId=${SET}.limited-numbers`,
    { as: town.leader },
  )
  expect(under.body.items).toHaveLength(3)
  town.clock.set('2020-02-11T02:00:00Z')
  expect(await halls()).toEqual([['区中心', 2, 0]])
})

it('a measure on a payer after the basic fund acts on claims and settlements of its days, and on none after its end', async () => {
  const measured = await allPayersPack('of-country', {
    'measures/payers.yaml': `id: payers
title: { zh: 测试, en: test }
occasion: { zh: 疫情防控期间, en: During the epidemic }
warnDays: 30
measures:
  - id: more-aid
    title: { zh: 大病保险不设起付线并多付三成, en: Critical illness pays more }
    effect: { kind: adjust-payer, table: employee-hifob-pay, deductible: 0, raiseShare: 0.3 }
    from: 2020-02-01
    until: 2020-07-31
    source: { document: shaoxing-2020-9, clause: 二（三）, quote: 确保患者得到及时救治 }
`,
  })
  const packs = await town.publish(measured)
  await town.goTo('2020-08-20')
  const bedside = await openBedside({ ...town, packs })
  const days = ['2020-01-31', '2020-02-01', '2020-07-31', '2020-08-01']
  const settled = []
  for (const day of days) settled.push((await bedside.payers(await town.person(), day, 'here')).hifob_pay)
  expect(settled[1]).toBeGreaterThan(settled[0]!)
  expect(settled).toEqual([settled[0], settled[1], settled[1], settled[0]])
  expect(await bedside.marked()).toEqual(['more-aid'])

  const claims = []
  for (const day of days) {
    const content = town.claimElsewhere('1500.00', day)
    const visit = { ...content.visit, carePlace: 'local' }
    claims.push(await town.decided(await town.handedIn(await town.person(), { ...content, visit })))
  }
  const paid = claims.map(
    ({ decision }) =>
      decision.payers.find(({ payer }: { payer: string }) => payer === 'hifob_pay').amount as string,
  )
  expect(Number(paid[1])).toBeGreaterThan(Number(paid[0]))
  expect(paid).toEqual([paid[0], paid[1], paid[1], paid[0]])
  const marks = claims.map(({ relief }) =>
    relief.measures.some(({ measureId }: { measureId: string }) => measureId === 'payers.more-aid'),
  )
  expect(marks).toEqual([false, true, true, false])
  expect(
    claims.map(({ decision }) => JSON.stringify(decision.explanation).includes('确保患者得到及时救治')),
  ).toEqual(marks)
  for (const { caseId } of claims)
    expect((await replayDecision(town.db, { regionCode, caseId }))?.same).toBe(true)
})
