import { expect, it } from 'vitest'
import { memberOfStaff } from '../../../../test/townsfolk.ts'
import { inTransaction } from '../../../platform/db.ts'
import { SYSTEM } from '../../audit/index.ts'
import { createOffice, forgetOffices } from '../../organisations/index.ts'
import { allPayersPack } from '../../settlement/test/all-payers.ts'
import { lockSettlement } from '../../settlement/settlement.queries.ts'
import { allA, claim, openCity } from './city.ts'

const city = await openCity()
city.rule(await allPayersPack())
const { town } = city
const { ok, api } = town
const WAITING = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

it('a settlement that is being taken back is waited for, with nothing else in hand, so that neither waits for ever', async () => {
  const who = await town.person()
  const settled = await city.settled(who, '3000.00')
  const { body } = await city.propose(settled, { kind: 'take-out' })
  let letGo = () => {}
  const held = new Promise<void>((done) => (letGo = done))
  // As 2208 begins: the settlement first, the person's year after it.
  const taking = inTransaction(town.db, async (db) => {
    await lockSettlement(db, '330600', settled.id)
    await held
  })
  const deciding = city.decide(body)
  const waits = async () => (await town.test.sql(WAITING)).length > 0
  await expect.poll(waits, { timeout: 5000, interval: 20 }).toBe(true)
  const free = 'select 1 from claims.accumulator where person_id = $1 for update nowait'
  const year = await town.test.sql(free, [who.personId]).finally(() => letGo())
  expect(year.length).toBeGreaterThan(0)
  await taking
  expect((await deciding).body.state).toBe('approved')
})

it('corrections of a case are read at its office and above and at every window, and who read them stands in the trail', async () => {
  const who = await town.person()
  const subject = await city.granted(who, claim('5000.00'))
  await city.payAll()
  const done = await city.corrected(subject, { kind: 'take-out' })
  const by = { actor: SYSTEM, at: town.clock.now(), offices: [town.city.id] }
  const input = {
    regionCode: '330600',
    code: '330603001',
    name: '另一区中心',
    level: 'county',
    territory: '330603',
    parentId: town.city.id,
  } as const
  const other = await inTransaction(town.db, (db) => createOffice(db, input, by))
  forgetOffices()
  const staff = (...roles: ('reviewer' | 'finance' | 'clerk')[]) =>
    memberOfStaff(town.test, '区里人', other, ...roles)
  const [reviewer, finance, clerk] = [await staff('reviewer'), await staff('finance'), await staff('clerk')]
  const read = (as: typeof reviewer) => api(`GET /corrections/of/case/${subject.id}?regionCode=330600`, as)
  const letter = (as: typeof reviewer) =>
    api(`GET /corrections/${done.correctionId}/letter?regionCode=330600`, as)
  expect((await read(reviewer)).status).toBe(404)
  expect((await letter(finance)).status).toBe(404)
  const trail = () =>
    town.test.sql<{ actor: string }>(
      `select actor_name as actor from audit.entry where stream = $1 and act = 'decisions-read' order by seq`,
      [`person:${who.personId}`],
    )
  const before = (await trail()).length
  for (const as of [clerk, town.reviewer, await memberOfStaff(town.test, '市里人', town.city, 'auditor')])
    expect((await read(as)).body.items).toHaveLength(1)
  expect((await read(who as never)).body.items).toHaveLength(1)
  expect((await trail()).slice(before).map(({ actor }) => actor)).toEqual(['区里人', '赵审核', '市里人'])
})

it('a figure by hand is corrected to no more than was left to pay', async () => {
  const whole = claim('500.00')
  const elsewhere = { ...whole, visit: { ...whole.visit, hospitalCode: '', hospitalName: '外地医院' } }
  const { caseId, version, content } = await town.accepted(await town.person(), {
    ...elsewhere,
    otherPaid: '100.00',
  })
  const proposed = await ok(`POST /cases/${caseId}/propose`, town.reviewer, {
    version,
    outcome: 'grant',
    reason: '按二级医院核定',
    coding: allA(content),
    manualFund: '320.50',
  })
  await town.approve(proposed)
  await city.payAll()
  const subject = { kind: 'case', id: caseId } as const
  const more = await city.propose(subject, { kind: 'by-hand', fund: '400.01' })
  expect(more.body).toMatchObject({ status: 422, code: 'content-faulty' })
  expect(more.body.errors).toMatchObject([{ path: 'change.fund', code: 'by-hand-above-total' }])
  expect((await city.propose(subject, { kind: 'by-hand', fund: '400.00' })).body.toPay).toBe('79.50')
})
