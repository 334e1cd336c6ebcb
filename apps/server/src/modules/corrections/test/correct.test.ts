import { expect, it } from 'vitest'
import { allPayersPack } from '../../settlement/test/all-payers.ts'
import { inTransaction } from '../../../platform/db.ts'
import { plainDate } from '@yichuang/kernel'
import { putGroups } from '../../insured/group.queries.ts'
import { claim, openCity, outOfCatalogue } from './city.ts'

// Every payer of the interface pays something after deductibles and bands of the year: what one leaves, the next begins with.
const city = await openCity()
city.rule(await allPayersPack())
const { town } = city
const { ok, api } = town
const lineOf = async (subject: { kind: string; id: string }) => {
  const found = await ok(
    `GET /corrections/subject?regionCode=330600&kind=${subject.kind}&id=${subject.id}`,
    town.reviewer,
  )
  return found.lines[0].lineId as string
}

it('a paid claim that an audit cuts becomes a recovery, the claim after it changes with it, and nothing old is touched', async () => {
  const who = await town.person()
  const first = await city.granted(who, claim('6000.00'))
  const next = await city.granted(who, claim('6000.00'))
  await city.payAll()
  const before = await town.test.sql('select * from claims.decision order by case_id')
  const { body } = await city.propose(first, { kind: 'take-out' })
  expect(body).toMatchObject({
    state: 'proposed',
    subjectNumber: expect.stringMatching(/^\S+$/),
    mayDecide: false,
  })
  expect(body.decisions.map(({ target }: { target: boolean }) => target)).toEqual([true, false])
  expect(body.decisions[0].after).toMatchObject({ takenOut: true, fund: '0.00' })
  // The later one has the year for itself now, and gets more out of every cap.
  const [, later] = body.decisions
  expect(Number(later.after.fund)).toBeGreaterThan(Number(later.before.fund))
  expect(later.before.explanation.children.length).toBeGreaterThan(0)
  expect(later.after.explanation.children.length).toBeGreaterThan(0)

  const decided = await city.decide(body)
  expect(decided.status).toBe(200)
  expect(decided.body).toMatchObject({
    state: 'approved',
    due: { state: 'waiting', amount: body.toPay },
    recovery: { amount: body.toRecover, open: body.toRecover },
  })
  expect(await town.test.sql('select * from claims.decision order by case_id')).toEqual(before)
  const versions = await town.test.sql<{ subject_id: string; seq: number; trace_hash: string | null }>(
    'select subject_id, seq, trace_hash from corrections.version where correction_id = $1 order by line',
    [body.correctionId],
  )
  expect(versions).toMatchObject([
    { subject_id: first.id, seq: 1, trace_hash: null },
    { subject_id: next.id, seq: 1, trace_hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
  // As if only the second had ever been there.
  const alone = await town.person()
  await city.granted(alone, claim('6000.00'))
  await city.payAll()
  expect(await city.year(who)).toEqual(await city.year(alone))
})

it('what was paid too little goes with the next run to the account of the claim, to the fen', async () => {
  const who = await town.person()
  const subject = await city.granted(who, {
    ...claim('8000.00'),
    otherPaid: '3000.00',
  })
  await city.payAll()
  const done = await city.corrected(subject, { kind: 'work-again', otherPaid: '0.00' })
  expect(done).toMatchObject({ toRecover: '0.00', due: { state: 'waiting', amount: done.toPay } })
  const ready = await ok(`GET /payments/ready?officeId=${town.county.id}`, town.finance)
  expect(ready.dues).toEqual({ count: 1, total: done.toPay })
  // Finance alone does not lead it to another account than the one the person has named.
  const payee = { holder: '周财务', bankName: '绍兴银行', account: '6222020200112233' }
  const led = await api(`POST /corrections/${done.correctionId}/payee`, town.finance, { payee })
  expect(led.body).toMatchObject({ status: 409, code: 'correction-nothing-due' })
  const payments = await city.payAll()
  expect(payments).toMatchObject([
    { amount: done.toPay, caseNumber: done.number, caseId: subject.id, holder: '张小明' },
  ])
  const after = await ok(`GET /corrections/${done.correctionId}?regionCode=330600`, town.finance)
  expect(after.due.state).toBe('paid')
  // The case itself is as it was paid.
  const view = await ok(`GET /cases/${subject.id}?regionCode=330600`, town.clerk)
  expect(view).toMatchObject({ state: 'paid', payment: { state: 'paid' } })
  expect(view.timeline.at(-1)).toMatchObject({ act: 'corrected' })
})

it('is proposed by one and approved by another; the window does neither', async () => {
  const who = await town.person()
  const subject = await city.granted(who, claim('5000.00'))
  expect((await city.propose(subject, { kind: 'take-out' })).body.code).toBe('correction-subject-unpaid')
  await city.payAll()
  expect((await city.propose(subject, { kind: 'take-out' }, town.clerk)).status).toBe(403)
  const { body } = await city.propose(subject, { kind: 'take-out' }, city.second)
  expect((await city.decide(body, town.clerk)).status).toBe(403)
  expect((await city.decide(body, city.second)).body.code).toBe('correction-own')
  const again = await city.propose(subject, { kind: 'take-out' })
  expect(again.body).toMatchObject({ status: 409, code: 'correction-open' })
  expect(again.body.detail).toContain(body.number)
  const year = await city.year(who)
  expect((await city.decide(body, city.second, 'reject')).body.state).toBe('rejected')
  expect(await city.year(who)).toEqual(year)
  expect((await city.decide(body)).body.code).toBe('correction-decided')
})

it('a change that leaves every figure as it is, is refused, and so are lines that are not there', async () => {
  const who = await town.person()
  const subject = await city.granted(who, claim('5000.00'))
  await city.payAll()
  expect((await city.propose(subject, { kind: 'work-again' })).body.code).toBe('correction-without-effect')
  const strange = await city.propose(subject, outOfCatalogue('b0/l9'))
  expect(strange.body).toMatchObject({ status: 422, code: 'content-faulty' })
  expect(strange.body.errors[0]).toMatchObject({ path: 'change.lines.0.lineId', code: 'line-unknown' })
  const tooMuch = await city.propose(subject, {
    kind: 'recode',
    lines: [
      {
        lineId: await lineOf(subject),
        class: 'A',
        selfPayRatio: '0',
        ceilingPrice: null,
        cutAmount: '5000.01',
        cutReason: '超量',
      },
    ],
  })
  expect(tooMuch.body.code).toBe('content-faulty')
  const none = await city.propose(
    { kind: 'case', id: '01920000-0000-7000-8000-000000000001' },
    { kind: 'take-out' },
  )
  expect(none.body).toMatchObject({ status: 404, code: 'correction-subject-unknown' })
})

it('figures that another decision has overtaken are not booked', async () => {
  const who = await town.person()
  const subject = await city.granted(who, claim('5000.00'))
  await city.payAll()
  const { body } = await city.propose(subject, { kind: 'take-out' })
  await city.granted(who, claim('1000.00'))
  const { body: refused } = await city.decide(body)
  expect(refused).toMatchObject({ status: 409, code: 'correction-figures-changed' })
  expect(
    await town.test.sql('select 1 from corrections.version where correction_id = $1', [body.correctionId]),
  ).toEqual([])
})

it('a group that the register has only now gives the figures of that group, for all of the year', async () => {
  const [who, always] = [await town.person(), await town.person()]
  const join = async ({ personId }: { personId: string }) => {
    const [row] = await town.test.sql<{ index: Buffer }>(
      'select id_number_index as index from insured.person where person_id = $1',
      [personId],
    )
    const entry = {
      index: row!.index,
      group: 'hardship',
      from: plainDate('2020-01-01'),
      to: undefined,
      source: '名册',
    }
    await inTransaction(town.db, (db) => putGroups(db, '330600', [entry]))
  }
  await join(always)
  for (const one of [who, always]) {
    await city.granted(one, claim('2000.00'))
    await city.granted(one, claim('1500.00'))
  }
  await city.payAll()
  const [first] = await town.test.sql<{ id: string }>(
    `select case_id as id from cases."case" where person_id = $1 order by case_id limit 1`,
    [who.personId],
  )
  await join(who)
  const done = await city.corrected({ kind: 'case', id: first!.id }, { kind: 'work-again', person: 'now' })
  expect(done.decisions).toHaveLength(2)
  expect(await city.year(who)).toEqual(await city.year(always))
  await town.test.sql(`update insured.enrolment set insurance = 'resident' where person_id = $1`, [
    who.personId,
  ])
  expect(
    (await city.propose({ kind: 'case', id: first!.id }, { kind: 'work-again', person: 'now' })).body.code,
  ).toBe('correction-insurance-differs')
})

it('a settlement at the bedside is corrected beside its books: its institution cannot take it back any more', async () => {
  const who = await town.person()
  const settled = await city.settled(who, '3000.00')
  const rows = () =>
    town.test.sql('select settlement_id, fund_pay_sumamt, hifp_pay from settlement.settlement order by 1')
  const before = await rows()
  const done = await city.corrected(settled, outOfCatalogue(await lineOf(settled)))
  expect(done).toMatchObject({ toPay: '0.00', recovery: { open: done.toRecover } })
  expect(await rows()).toEqual(before)
  expect(await city.year(who)).toEqual([])
  const { accepted, reason } = await city.takenBack(who, settled)
  expect([accepted, reason]).toEqual([false, expect.stringContaining('已由参保地经办机构更正')])
  // The other way round the money waits for an account.
  const back = await city.corrected(settled, {
    kind: 'recode',
    lines: [
      {
        lineId: await lineOf(settled),
        class: 'A',
        selfPayRatio: '0',
        ceilingPrice: null,
        cutAmount: null,
        cutReason: null,
      },
    ],
  })
  expect(back).toMatchObject({ toPay: done.toRecover, due: { state: 'no-account' } })
  const payee = { holder: '张小明', bankName: '绍兴银行', account: '12' }
  const wrong = await api(`POST /corrections/${back.correctionId}/payee`, town.finance, { payee })
  expect(wrong.body.code).toBe('content-faulty')
  const { ACCOUNT } = await import('../../../../test/claims-town.ts')
  const right = await ok(`POST /corrections/${back.correctionId}/payee`, town.finance, {
    payee: { ...payee, account: ACCOUNT },
  })
  expect(right.due).toMatchObject({ state: 'waiting', accountMasked: expect.stringContaining('*') })
  expect(await city.payAll('失败')).toContainEqual(
    expect.objectContaining({ caseId: null, caseNumber: back.number }),
  )
  const returned = await ok(`GET /corrections/${back.correctionId}?regionCode=330600`, town.finance)
  expect(returned.due).toMatchObject({ state: 'no-account', bankReason: '账号已注销' })
})

const formatDay = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`

it('the person reads both sides on the page of the case, and the letter is theirs alone', async () => {
  const who = await town.person()
  const subject = await city.granted(who, claim('7000.00'))
  await city.payAll()
  const done = await city.corrected(subject, outOfCatalogue(await lineOf(subject)))
  const { items } = await ok(`GET /corrections/of/case/${subject.id}?regionCode=330600`, who)
  expect(items).toMatchObject([
    {
      number: done.number,
      reason: '审计发现多支付',
      toRecover: done.toRecover,
      openToRecover: done.toRecover,
    },
  ])
  expect(items[0].decision.before.explanation).not.toBeNull()
  expect(items[0].decision.after.amounts.outOfCatalogue).toBe('7000.00')
  const letter = await api(`GET /corrections/${done.correctionId}/letter?regionCode=330600`, who)
  expect(letter.status).toBe(200)
  const stranger = await town.person()
  expect((await api(`GET /corrections/of/case/${subject.id}?regionCode=330600`, stranger)).status).toBe(404)
  expect((await api(`GET /corrections/${done.correctionId}/letter?regionCode=330600`, stranger)).status).toBe(
    404,
  )
  const messages = await town.test.sql<{ kind: string }>(
    `select kind from letters.message where person_id = $1 and kind = 'corrected'`,
    [who.personId],
  )
  expect(messages).toEqual([{ kind: 'corrected' }])
  const trail = await town.test.sql<{ act: string }>(
    `select act from audit.entry where stream = $1 and act like 'correction%' order by seq`,
    [`person:${who.personId}`],
  )
  expect(trail.map(({ act }) => act)).toEqual(['correction-proposed', 'correction-approved'])
})

it('a recovery takes in money to the fen, by instalments, and is given up only by two people', async () => {
  const who = await town.person()
  const subject = await city.granted(who, claim('3000.00'))
  await city.payAll()
  const { recovery } = await city.corrected(subject, { kind: 'take-out' })
  const path = `/recoveries/${recovery.recoveryId}`
  const read = () => ok(`GET ${path}?regionCode=330600`, town.finance)
  const book = (as: typeof town.finance, body: object, version: number) =>
    api(`POST ${path}/entries`, as, { version, ...body })
  const begun = await read()
  expect(begun).toMatchObject({ state: 'open', open: recovery.amount, owner: '沈复核', plan: [], version: 1 })
  expect(
    begun.funds.map(({ open }: { open: string }) => Number(open)).reduce((a: number, b: number) => a + b, 0),
  ).toBeCloseTo(Number(recovery.amount), 2)
  expect((await book(town.clerk, { kind: 'handed-over', note: '移交' }, 1)).status).toBe(403)

  const rest = (Number(recovery.amount) - 100).toFixed(2)
  const plan = [
    { day: '2020-10-20', amount: '100.00' },
    { day: '2020-11-20', amount: rest },
  ]
  const short = await book(town.finance, { kind: 'instalments', note: '协议', plan: plan.slice(0, 1) }, 1)
  expect(short.body).toMatchObject({ status: 422, code: 'recovery-amount' })
  const absurd = Array.from({ length: 120 }, (_, at) => ({
    day: formatDay(2021 + Math.floor(at / 12), (at % 12) + 1),
    amount: '999999999999.99',
  }))
  const endless = await book(town.finance, { kind: 'instalments', note: '协议', plan: absurd }, 1)
  expect(endless.body).toMatchObject({ status: 422, code: 'recovery-amount' })
  const agreed = await book(town.finance, { kind: 'instalments', note: '分两期退回', plan }, 1)
  expect(agreed.body).toMatchObject({ plan, overdue: '0.00', version: 2 })
  expect((await book(town.finance, { kind: 'instalments', note: '再来', plan }, 1)).body.code).toBe(
    'recovery-changed',
  )

  const received = { kind: 'received', day: '2020-10-12' }
  expect((await book(town.finance, { ...received, amount: `1${recovery.amount}` }, 2)).body.code).toBe(
    'recovery-amount',
  )
  expect((await book(town.finance, { ...received, day: '2020-10-30', amount: '1.00' }, 2)).body.code).toBe(
    'recovery-amount',
  )
  const some = await book(town.finance, { ...received, amount: '100.00' }, 2)
  expect(some.body).toMatchObject({ received: '100.00', open: rest, state: 'open' })

  expect((await book(city.second, { kind: 'written-off', note: '直接核销' }, 3)).body.code).toBe(
    'recovery-own',
  )
  await book(town.finance, { kind: 'write-off-asked', note: '本人已故，无遗产' }, 3)
  expect((await book(town.finance, { kind: 'written-off', note: '同意' }, 4)).body.code).toBe('recovery-own')
  const refused = await book(city.second, { kind: 'write-off-refused', note: '先查遗产' }, 4)
  expect(refused.body).toMatchObject({ state: 'open', writeOffAsked: null })
  await book(town.finance, { kind: 'write-off-asked', note: '已查明无遗产' }, 5)
  const over = await book(city.second, { kind: 'written-off', note: '同意核销' }, 6)
  expect(over.body).toMatchObject({
    state: 'written-off',
    writtenOff: rest,
    open: '0.00',
    closedOn: '2020-10-12',
  })
  expect((await book(town.finance, { ...received, amount: '1.00' }, 7)).body.code).toBe('recovery-over')
  const [sums] = await town.test.sql<{ n: string }>(
    `select sum(amount)::text as n from corrections.recovery_entry
     where recovery_id = $1 and kind in ('received', 'written-off')`,
    [recovery.recoveryId],
  )
  expect(sums!.n).toBe(recovery.amount)
  const list = await ok(`GET /recoveries?officeId=${town.county.id}&state=written-off`, town.finance)
  expect(list.items.map(({ recoveryId }: { recoveryId: string }) => recoveryId)).toContain(
    recovery.recoveryId,
  )
})
