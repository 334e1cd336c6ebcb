import { expect, it } from 'vitest'
import { billIdentity } from '@yichuang/kernel'
import { bill, claim, claimOf, openTown } from '../../../../test/claims-town.ts'
import { newId } from '../../../platform/uuid.ts'
import { claimHandler, noteCardSettlement } from '../index.ts'

const town = await openTown()
const { ok, api, clerk, reviewer, approver, sql } = { ...town, ...town.test }
const registered = (number: string) =>
  sql<{ case_id: string }>(`select case_id from claims.bill where bill_number = ltrim($1, '0')`, [number])

const handIn = ({ caseId, version }: { caseId: string; version: number }) =>
  api(`POST /cases/${caseId}/hand-in`, clerk, { version })

it('of two parallel hand-ins with the same bill exactly one succeeds, and the other learns which bill', async () => {
  const mine = bill('100.00')
  const drafts = [
    await town.draft(await town.person(), claimOf(mine)),
    await town.draft(await town.person(), claimOf(mine)),
  ]
  const answers = await Promise.all(drafts.map(handIn))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const refused = answers.find(({ status }) => status === 409)!.body
  expect(refused).toMatchObject({
    code: 'bill-already-claimed',
    bills: [{ code: mine.code, number: mine.number }],
  })
  expect(JSON.stringify(refused)).not.toMatch(/张小明|caseId|\d{17}/)
  expect(await registered(mine.number)).toHaveLength(1)
})

it('many cases that share bills in any order neither deadlock nor share one', async () => {
  const shared = Array.from({ length: 6 }, () => bill('10.00'))
  const drafts = []
  for (let i = 0; i < 6; i++) {
    const turned = [...shared.slice(i), ...shared.slice(0, i)]
    drafts.push(await town.draft(await town.person(), claimOf(...(i % 2 ? turned.toReversed() : turned))))
  }
  const answers = await Promise.all(drafts.map(handIn))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 409, 409, 409, 409, 409,
  ])
  const owners = await Promise.all(shared.map(({ number }) => registered(number)))
  expect(new Set(owners.flat().map((row) => row.case_id)).size).toBe(1)
})

it('a bill under claim at another agency cannot be claimed here', async () => {
  const theirs = bill('100.00')
  await sql(`insert into claims.bill values ($1, $2, '370800', $3, 'JN1', '2020-10-01', 100)`, [
    theirs.code,
    billIdentity(theirs.number),
    newId(),
  ])
  const answer = await handIn(await town.draft(await town.person(), claimOf(theirs)))
  expect(answer.body).toMatchObject({ status: 409, code: 'bill-already-claimed' })
})

it('withdrawing frees the bills', async () => {
  const mine = bill('100.00')
  const who = await town.person()
  const { caseId, version } = await town.handIn(await town.draft(who, claimOf(mine)))
  expect(await claimHandler.findByBill(town.db, '330600', mine.number)).toEqual([caseId])
  // The window cannot take back what somebody handed in: that would be a refusal by another name.
  const byClerk = await api(`POST /cases/${caseId}/withdraw`, clerk, { version, reason: '本人要求撤回' })
  expect(byClerk.status).toBe(403)
  await ok(`POST /cases/${caseId}/withdraw`, who, { version, reason: '不报了' })
  expect(await registered(mine.number)).toEqual([])
  expect((await handIn(await town.draft(await town.person(), claimOf(mine)))).status).toBe(200)
})

it('a refusal frees the bills, so that the person may claim again with better papers', async () => {
  const mine = bill('100.00')
  const who = await town.person()
  const accepted = await town.accepted(who, claimOf(mine))
  const proposed = await ok(`POST /cases/${accepted.caseId}/propose`, reviewer, {
    version: accepted.version,
    outcome: 'refuse',
    reason: '不属于医保支付范围',
  })
  const refused = await ok(`POST /cases/${accepted.caseId}/decide`, approver, {
    version: proposed.version,
    outcome: 'refuse',
    reason: '同意审核意见',
  })
  expect(refused).toMatchObject({
    state: 'refused',
    fund: '0.00',
    decision: { outcome: 'refused', amounts: null, reason: '不属于医保支付范围（审批意见：同意审核意见）' },
  })
  expect(await registered(mine.number)).toEqual([])
  expect((await handIn(await town.draft(who, claimOf(mine)))).status).toBe(200)
})

it('a bill settled by card is refused with the settlement, hospital and day', async () => {
  const settled = bill('100.00')
  await noteCardSettlement(town.db, {
    code: settled.code,
    number: settled.number,
    regionCode: '330600',
    settlementId: 'S20201001-7',
    hospitalName: '第一医院',
    settledOn: '2020-10-01' as never,
  })
  const draft = await town.draft(await town.person(), claimOf(settled))
  const answer = await handIn(draft)
  expect(answer.body).toMatchObject({ status: 409, code: 'bill-settled-by-card' })
  expect(answer.body.detail).toContain('第一医院')
  expect(answer.body.detail).toContain('2020-10-01')
  expect(answer.body.detail).toContain('S20201001-7')
  const check = await ok(`POST /cases/${draft.caseId}/check`, clerk, {})
  expect(check.faults).toMatchObject([{ path: 'bills.0.number', code: 'bill-settled-by-card' }])
  expect(await registered(settled.number)).toEqual([])
})

it('bills that were changed while a notice was answered are under claim before they are granted', async () => {
  const [first, second, taken] = [bill('50.00'), bill('60.00'), bill('70.00')]
  const accepted = await town.accepted(await town.person(), claimOf(first))
  const path = `/cases/${accepted.caseId}`
  const notified = await ok(`POST ${path}/notice`, clerk, {
    version: accepted.version,
    gaps: [
      {
        materialId: null,
        field: 'bills.0',
        text: '票据不清楚',
      },
    ],
  })
  const propose = async (content: object, version: number, meanwhile = async () => {}) => {
    const saved = await ok(`PUT ${path}/content`, clerk, { version, content })
    const answered = await ok(`POST ${path}/answer`, clerk, { version: saved.version })
    await meanwhile()
    return town
      .proposed(answered)
      .then((body) => ({ status: 200, body, answered }))
      .catch((error: Error) => ({ status: 409, body: error.message, answered }))
  }
  const refused = await propose(claimOf(second, taken), notified.version, async () => {
    await town.handIn(await town.draft(await town.person(), claimOf(taken)))
  })
  expect(refused.body).toContain('bill-already-claimed')
  expect((await registered(first.number)).length).toBe(1)
  const again = await ok(`POST ${path}/notice`, clerk, {
    version: refused.answered.version,
    gaps: [
      {
        materialId: null,
        field: 'bills.1',
        text: '请删去',
      },
    ],
  })
  expect((await propose(claimOf(second), again.version)).status).toBe(200)
  expect(await registered(first.number)).toEqual([])
  expect(await registered(second.number)).toEqual([{ case_id: accepted.caseId }])
})

it('hands in only what is whole, with every fault and warning told', async () => {
  const draft = await town.draft(await town.person(), { ...claim('10.005'), phone: 'x' })
  const answer = await handIn(draft)
  expect(answer.body).toMatchObject({ status: 422, code: 'content-faulty' })
  const paths = answer.body.errors.map(({ path }: { path: string }) => path)
  expect(paths).toEqual(expect.arrayContaining(['bills.0.lines.0.amount', 'phone']))
})

it('a hospital nobody knows is refused by code and taken by name, without an estimate', async () => {
  const whole = claim('100.00')
  const who = await town.person()
  const coded = await town.draft(who, {
    ...whole,
    visit: { ...whole.visit, hospitalCode: 'H99999999999', hospitalName: '' },
  })
  const faulty = await ok(`POST /cases/${coded.caseId}/check`, clerk, {})
  expect(faulty.faults).toMatchObject([{ path: 'visit.hospitalCode', code: 'hospital-unknown' }])
  const named = await town.draft(who, {
    ...claim('100.00'),
    visit: { ...whole.visit, hospitalCode: '', hospitalName: '外地医院' },
  })
  const check = await ok(`POST /cases/${named.caseId}/check`, clerk, {})
  expect(check.faults).toEqual([])
  expect(check.warnings.map(({ code }: { code: string }) => code)).toContain('hospital-unknown')
  expect(check.estimate).toMatchObject({ amounts: null, missing: [{ id: 'claims.hospital-level' }] })
  expect(check.missing).toMatchObject([{ id: 'claims.hospital-level' }])
  expect((await handIn(named)).status).toBe(200)
})

it.each([
  ['without its leading zeros', (text: string) => text.replace(/^0+/, '')],
  [
    'in full-width characters',
    (text: string) => text.replace(/[0-9]/g, (digit) => '０１２３４５６７８９'[Number(digit)]!),
  ],
  ['with spaces and dashes', (text: string) => text.replace(/(?<=^.{4})/, ' -— ')],
  ['in lower case', (text: string) => text.toLowerCase()],
])('a bill typed %s is the same bill, in another case and in the same list', async (_, typed) => {
  const printed = { ...bill('100.00'), code: '0033AB20' }
  const again = { ...printed, id: 'again', code: typed(printed.code), number: typed(printed.number) }
  const both = await town.draft(await town.person(), claimOf(printed, again))
  const { faults } = await ok(`POST /cases/${both.caseId}/check`, clerk, {})
  expect(faults).toMatchObject([{ path: 'bills.1.number', code: 'bill-twice' }])

  await town.handIn(await town.draft(await town.person(), claimOf(printed)))
  const answer = await handIn(await town.draft(await town.person(), claimOf(again)))
  expect(answer.body).toMatchObject({ status: 409, code: 'bill-already-claimed' })
  expect(await claimHandler.findByBill(town.db, '330600', again.number)).toHaveLength(1)
})

it.each([
  ['0033AB20', 'A000000001', 'A00000001'],
  ['0033AB20', '1000000010', '100000001'],
])('of code %s, the bills %s and %s are two', async (code, one, other) => {
  for (const number of [one, other]) {
    const draft = await town.draft(await town.person(), claimOf({ ...bill('100.00'), code, number }))
    expect((await handIn(draft)).status).toBe(200)
  }
})
