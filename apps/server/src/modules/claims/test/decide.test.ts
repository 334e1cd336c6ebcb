import { formatYuan, sumFen, yuan } from '@yichuang/kernel'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { allA, claim, openTown } from '../../../../test/claims-town.ts'
import type { PersonCaller } from '../../../platform/http/caller.ts'
import { putUsed, replayDecision, usedBy } from '../index.ts'

const town = await openTown()
const { ok, api, clerk, reviewer, approver, sql } = { ...town, ...town.test }
const CAP = yuan('100000.00')

const keyOf = (who: PersonCaller) =>
  ({
    regionCode: '330600',
    personId: who.personId,
    insurance: 'employee',
    kind: 'inpatient',
    year: 2020,
  }) as const
const proposedFor = async (who: PersonCaller, content: object) =>
  town.proposed(await town.accepted(who, content))
type View = { caseId: string; version: number; fund: string }

/** Approves all at once; whoever is told that the amounts changed goes back to the reviewer and comes again. */
async function approveUntilDone(cases: View[]): Promise<{ views: View[]; changed: number }> {
  const answers = await Promise.all(cases.map((view) => town.approve(view)))
  const views = answers.filter(({ status }) => status === 200).map(({ body }) => body as View)
  const again: View[] = []
  for (const [index, answer] of answers.entries()) {
    if (answer.status === 200) continue
    expect(answer.body.code).toBe('amounts-changed')
    const { caseId, version } = cases[index]!
    const back = await ok(`POST /cases/${caseId}/decide`, approver, {
      version,
      outcome: 'send-back',
      reason: '年度累计已变化，请重新核定',
    })
    again.push(await town.proposed(back))
  }
  if (again.length === 0) return { views, changed: 0 }
  // Some of the parallel ones must have got through, or this would never end.
  expect(views.length).toBeGreaterThan(0)
  const rest = await approveUntilDone(again)
  return { views: [...views, ...rest.views], changed: again.length + rest.changed }
}

it('ten claims of one person decided at once never pass the yearly cap', async () => {
  const who = await town.person()
  const cases: View[] = []
  for (let i = 0; i < 10; i++) cases.push(await proposedFor(who, claim('20000.00')))
  expect(new Set(cases.map(({ fund }) => fund))).toEqual(new Set(['16320.00']))
  const { views, changed } = await approveUntilDone(cases)
  expect(changed).toBeGreaterThan(0)
  expect(views).toHaveLength(10)
  const paid = sumFen(views.map(({ fund }) => yuan(fund)))
  expect(formatYuan(paid)).toBe('100000.00')
  expect(await usedBy(town.db, keyOf(who))).toMatchObject({ fundPaid: CAP, admissions: 10 })
}, 60_000)

test('whatever is claimed at once, the year holds exactly what was decided and no more than the cap', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1_000, max: 4_000_000 }), { minLength: 2, maxLength: 5 }),
      fc.integer({ min: 0, max: CAP }),
      async (amounts, before) => {
        const who = await town.person()
        const used = { year: 2020, deductibleUsed: 0, inScopeUsed: before, fundPaid: before, admissions: 0 }
        await putUsed(town.db, keyOf(who), used as never)
        const cases: View[] = []
        for (const amount of amounts) cases.push(await proposedFor(who, claim(formatYuan(amount as never))))
        const { views } = await approveUntilDone(cases)
        const paid = sumFen(views.map(({ fund }) => yuan(fund)))
        const { fundPaid } = await usedBy(town.db, keyOf(who))
        expect(fundPaid).toBe(before + paid)
        expect(fundPaid).toBeLessThanOrEqual(CAP)
      },
    ),
    { numRuns: 6, seed: 20201012 },
  )
}, 120_000)

it('a decision that another one has overtaken shows old and new figures and books nothing', async () => {
  const who = await town.person()
  const used = { year: 2020, deductibleUsed: 0, inScopeUsed: 9_900_000, fundPaid: 9_900_000, admissions: 0 }
  await putUsed(town.db, keyOf(who), used as never)
  const [first, second] = [await proposedFor(who, claim('2000.00')), await proposedFor(who, claim('2000.00'))]
  expect(second.fund).toBe('1000.00')
  expect((await town.approve(first)).body).toMatchObject({ state: 'approved', fund: '1000.00' })
  const { body } = await town.approve(second)
  expect(body).toMatchObject({
    status: 409,
    code: 'amounts-changed',
    before: { fund: '1000.00' },
    now: { fund: '0.00' },
  })
  expect(await usedBy(town.db, keyOf(who))).toMatchObject({ fundPaid: CAP, admissions: 1 })
  expect(await sql('select from claims.decision where case_id = $1', [second.caseId])).toHaveLength(0)

  const back = await ok(`POST /cases/${second.caseId}/decide`, approver, {
    version: second.version,
    outcome: 'send-back',
    reason: '年度累计已变化',
  })
  const again = await town.proposed(back)
  const decided = (await town.approve(again)).body
  // Nothing is left to pay: the case is over with the decision.
  expect(decided).toMatchObject({ state: 'approved', fund: '0.00', payment: null })
  const [row] = await sql<{ closed_on: Date | null }>(
    'select closed_on from cases."case" where case_id = $1',
    [second.caseId],
  )
  expect(row!.closed_on).not.toBeNull()
})

it('two approvers at once: one decides, the other is told what changed', async () => {
  const who = await town.person()
  const view = await proposedFor(who, claim('2000.00'))
  const second = await town.staff('吴审批', 'approver')
  const body = { version: view.version, outcome: 'approve' }
  const answers = await Promise.all([
    api(`POST /cases/${view.caseId}/decide`, approver, body),
    api(`POST /cases/${view.caseId}/decide`, second, body),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('case-changed')
  expect(await usedBy(town.db, keyOf(who))).toMatchObject({ admissions: 1 })
})

it('a decision replays byte for byte from its facts and from its trace, and a changed one does not', async () => {
  const who = await town.person()
  const accepted = await town.accepted(who, { ...claim('6000.00', '2500.55', '99.99'), otherPaid: '333.33' })
  const coding = allA(accepted.content)
  coding[1] = { ...coding[1]!, class: 'B', selfPayRatio: '0.1' }
  coding[2] = { ...coding[2]!, cutAmount: '9.99', cutReason: '重复收费' }
  const proposed = await ok(`POST /cases/${accepted.caseId}/propose`, reviewer, {
    version: accepted.version,
    outcome: 'grant',
    reason: '',
    coding,
  })
  expect((await town.approve(proposed)).status).toBe(200)
  const ref = { regionCode: '330600', caseId: accepted.caseId }
  const replay = (await replayDecision(town.db, ref))!
  expect(replay.same).toBe(true)
  expect(replay.replayed).toBe(replay.stored)
  await sql(`update claims.decision set trace = replace(trace, '"9.99"', '"9.98"') where case_id = $1`, [
    ref.caseId,
  ])
  expect((await replayDecision(town.db, ref))!.same).toBe(false)
})

it('every line must be coded before a grant is proposed; the open ones are listed', async () => {
  const accepted = await town.accepted(await town.person(), claim('10.00', '20.00', '30.00'))
  const [first] = allA(accepted.content)
  const { body } = await api(`POST /cases/${accepted.caseId}/propose`, reviewer, {
    version: accepted.version,
    outcome: 'grant',
    reason: '',
    coding: [first],
  })
  const billId = accepted.content.bills[0].id
  expect(body).toMatchObject({
    status: 422,
    code: 'lines-not-coded',
    lines: [`${billId}/l2`, `${billId}/l3`],
  })
})

test.each([
  ['a cut without a reason', { cutAmount: '5.00', cutReason: null }, 'cut-without-reason'],
  ['a cut above its line', { cutAmount: '10.01', cutReason: '超标准' }, 'cut-above-amount'],
  ['self-pay on class A', { selfPayRatio: '0.1' }, 'ratio-on-class-a'],
  ['a ceiling without a quantity', { ceilingPrice: '3.00' }, 'ceiling-without-quantity'],
  ['a line that does not exist', { lineId: 'b/none' }, 'line-unknown'],
])('%s is refused with its place', async (_, part, code) => {
  const accepted = await town.accepted(await town.person(), claim('10.00'))
  const coding = [{ ...allA(accepted.content)[0]!, ...part }]
  const { body } = await api(`POST /cases/${accepted.caseId}/calculate`, reviewer, { coding })
  expect(body).toMatchObject({ status: 422, code: 'content-faulty' })
  expect(body.errors[0]).toMatchObject({ code })
  expect(body.errors[0].path).toMatch(/^coding\.0/)
})

it('where rules are missing a person works the amount out, with its basis, and never above the bills', async () => {
  const whole = claim('500.00')
  const elsewhere = { ...whole, visit: { ...whole.visit, hospitalCode: '', hospitalName: '外地医院' } }
  const accepted = await town.accepted(await town.person(), { ...elsewhere, otherPaid: '100.00' })
  const propose = (part: object) =>
    api(`POST /cases/${accepted.caseId}/propose`, reviewer, {
      version: accepted.version,
      outcome: 'grant',
      reason: '按二级医院核定',
      coding: allA(accepted.content),
      ...part,
    })
  expect((await propose({})).body).toMatchObject({
    code: 'rule-missing',
    missing: [{ id: 'claims.hospital-level' }],
  })
  expect((await propose({ manualFund: '400.01' })).body.errors).toMatchObject([
    { code: 'manual-above-total' },
  ])
  expect((await propose({ manualFund: '1.005' })).body.errors).toMatchObject([{ code: 'amount-decimals' }])
  expect((await propose({ manualFund: '400', reason: '' })).body.errors).toMatchObject([
    { code: 'manual-reason' },
  ])
  const { body: proposed } = await propose({ manualFund: '320.5' })
  expect(proposed).toMatchObject({ fund: '320.50', calculation: { basis: 'manual', amounts: null } })
  const { body: decided } = await town.approve(proposed)
  expect(decided).toMatchObject({ state: 'approved', fund: '320.50', payment: null })
  expect(decided.decision).toMatchObject({
    outcome: 'granted',
    amounts: null,
    explanation: null,
    traceHash: null,
  })
  expect(await replayDecision(town.db, { regionCode: '330600', caseId: accepted.caseId })).toBeUndefined()
  const [letter] = await sql<{ content: object }>(
    `select content from letters.letter where case_id = $1 and kind = 'decision'`,
    [accepted.caseId],
  )
  expect(JSON.stringify(letter)).toContain('医疗保险基金 320.50 元')
  expect(JSON.stringify(letter)).toContain('就诊医院的级别')
})

it('nobody works out by hand what the rules give', async () => {
  const accepted = await town.accepted(await town.person(), claim('500.00'))
  const { body } = await api(`POST /cases/${accepted.caseId}/propose`, reviewer, {
    version: accepted.version,
    outcome: 'grant',
    reason: '人工',
    coding: allA(accepted.content),
    manualFund: '1.00',
  })
  expect(body.errors).toMatchObject([{ path: 'manualFund', code: 'manual-not-needed' }])
})

it('only reviewers of the office may see what a coding gives', async () => {
  const accepted = await town.accepted(await town.person(), claim('10.00'))
  expect((await api(`POST /cases/${accepted.caseId}/calculate`, clerk, { coding: [] })).status).toBe(403)
})

it('the reviewer’s table, the citizen’s explanation and the audit text are of one calculation, before and after the decision', async () => {
  const accepted = await town.accepted(await town.person(), claim('20000.00', '300.00'))
  const workings = async (as = approver) =>
    (await api(`GET /cases/${accepted.caseId}/workings?regionCode=330600`, as)).body.workings
  expect(await workings()).toBeNull()
  const preview = await ok(`POST /cases/${accepted.caseId}/calculate`, reviewer, {
    coding: allA(accepted.content),
  })
  const proposed = await town.proposed(accepted)
  expect(preview.workings).toEqual(await workings())
  const { rows, audit, hash } = preview.workings
  expect(rows[0]).toMatchObject({ depth: 0, amount: proposed.fund })
  expect(proposed.calculation.explanation.amount).toBe(rows[0].amount)
  expect(JSON.parse(audit)).toMatchObject({ id: rows[0].id })

  const approved = (await town.approve(proposed)).body
  expect(approved.decision.traceHash).toBe(hash)
  expect((await replayDecision(town.db, { regionCode: '330600', caseId: accepted.caseId }))!.stored).toBe(
    audit,
  )
  expect(await workings(clerk)).toEqual(preview.workings)
})
