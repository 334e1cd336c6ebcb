import { formatYuan, plainDate, sumFen, yuan } from '@yichuang/kernel'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { claim, openTown } from '../../../../test/claims-town.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { PersonCaller } from '../../../platform/http/caller.ts'
import { SYSTEM } from '../../audit/index.ts'
import { putGroups } from '../../insured/group.queries.ts'
import { saveHospital } from '../../organisations/index.ts'
import { issueReferral } from '../../referral/index.ts'
import { replayDecision } from '../index.ts'

// 济宁 borrows the critical-illness insurance of residents; the figures are those of the lender's worked examples.
const REGION = '370800'
const town = await openTown({ regionCode: REGION })
const { ok, approver, sql } = { ...town, ...town.test }
const resident = () => town.person('resident', 'resident-adult')
const payersOf = (rows: { payer: string; amount: string }[]) =>
  rows.map(({ payer, amount }) => [payer, amount] as const)

async function inGroup(who: PersonCaller, from: string, to?: string) {
  const [row] = await sql<{ index: Buffer }>(
    'select id_number_index as index from insured.person where person_id = $1',
    [who.personId],
  )
  const [first, last] = [plainDate(from), to === undefined ? undefined : plainDate(to)]
  const entry = { index: row!.index, group: 'hardship', from: first, to: last, source: '民政名册' }
  await inTransaction(town.db, (db) => putGroups(db, REGION, [entry]))
}

it('a stored claim is paid by the basic fund and by critical-illness insurance, to the fen, and everybody sees both', async () => {
  const who = await resident()
  const draft = await town.draft(who, claim('60000.00'))
  const { estimate } = await ok(`POST /cases/${draft.caseId}/check`, town.clerk, {})
  const expected = [
    ['hifp_pay', '35640.00'],
    ['hifmi_pay', '4416.00'],
  ]
  expect(payersOf(estimate.payers)).toEqual(expected)
  expect(estimate.amounts).toMatchObject({ fund: '40056.00', person: '19944.00' })

  const handedIn = await town.handIn(draft)
  const accepted = await ok(`POST /cases/${handedIn.caseId}/accept`, town.clerk, {
    version: handedIn.version,
  })
  const proposed = await town.proposed(accepted)
  expect(proposed).toMatchObject({ fund: '40056.00' })
  expect(payersOf(proposed.calculation.payers)).toEqual(expected)
  const decided = (await town.approve(proposed)).body
  expect(decided).toMatchObject({ state: 'approved', fund: '40056.00' })
  expect(payersOf(decided.decision.payers)).toEqual(expected)

  const stages = JSON.stringify(decided.decision.explanation)
  expect(stages).toContain('Critical-illness insurance of residents')
  expect(stages).toContain('赣医保发〔2024〕10号')
  expect(decided.decision.borrowed.from).toBe('Nanchang')
  const { workings } = await ok(`GET /cases/${decided.caseId}/workings?regionCode=${REGION}`, approver)
  expect(workings.rows.find(({ id }: { id: string }) => id === 'resident-critical-illness')).toMatchObject({
    amount: '4416.00',
  })
  expect(workings.hash).toBe(decided.decision.traceHash)
  const [letter] = await sql<{ content: object }>(
    `select content from letters.letter where case_id = $1 and kind = 'decision'`,
    [decided.caseId],
  )
  expect(JSON.stringify(letter)).toContain('城乡居民大病保险：4416.00 元')
  expect(await sql('select payers, fund from claims.decision where case_id = $1', [decided.caseId])).toEqual([
    { payers: { hifp_pay: '35640.00', hifmi_pay: '4416.00' }, fund: '40056.00' },
  ])
  expect((await replayDecision(town.db, { regionCode: REGION, caseId: decided.caseId }))!.same).toBe(true)
})

it('the second claim of the year begins where the first has left every payer', async () => {
  const who = await resident()
  for (const fund of ['40056.00', '35640.00']) {
    const proposed = await town.proposed(await town.accepted(who, claim('60000.00')))
    const decided = (await town.approve(proposed)).body
    // The deductible of critical illness is used up: (60000 − 600) × 40 % + 600 = 24360 × 60 % = 14616.
    expect(decided.fund).toBe(fund === '40056.00' ? fund : '50256.00')
  }
  expect(
    await sql('select payer, base_used, deductible_used, paid from claims.payer_year where person_id = $1', [
      who.personId,
    ]),
  ).toEqual([
    {
      payer: 'resident-critical-illness',
      base_used: '48720.00',
      deductible_used: '17000.00',
      paid: '19032.00',
    },
  ])
})

it('people in hardship have the lower deductible and the higher share, on days on which they are in the group', async () => {
  const [poor, before, after] = [await resident(), await resident(), await resident()]
  await inGroup(poor, '2020-01-01')
  await inGroup(before, '2020-10-02')
  await inGroup(after, '2019-01-01', '2020-09-30')
  const funds: string[] = []
  for (const who of [poor, before, after]) {
    const proposed = await town.proposed(await town.accepted(who, claim('60000.00')))
    const { body } = await town.approve(proposed)
    funds.push(body.fund)
    expect((await replayDecision(town.db, { regionCode: REGION, caseId: body.caseId }))!.same).toBe(true)
  }
  // The day of the discharge, 1 October 2020, decides: 35640 + 10309 for people in hardship, 35640 + 4416 for others.
  expect(funds).toEqual(['45949.00', '40056.00', '40056.00'])
})

it('a group that ends between proposal and decision does not change what was reviewed', async () => {
  const who = await resident()
  await inGroup(who, '2020-01-01')
  const proposed = await town.proposed(await town.accepted(who, claim('60000.00')))
  await sql(`update insured.person_group set valid_to = '2020-06-30' where person_id = $1`, [who.personId])
  expect((await town.approve(proposed)).body).toMatchObject({ state: 'approved', fund: '45949.00' })
})

it('employees, whose later payers nobody lends, are paid by the basic fund as ever', async () => {
  const proposed = await town.proposed(await town.accepted(await town.person(), claim('6000.00')))
  expect(proposed.calculation.payers).toBeUndefined()
  const { body } = await town.approve(proposed)
  expect(body.decision.payers).toBeUndefined()
  expect(await sql('select payers from claims.decision where case_id = $1', [body.caseId])).toEqual([
    { payers: null },
  ])
})

test('whatever is decided at once, each payer’s year holds exactly what was decided and passes no cap', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 10_000_00, max: 300_000_00 }), { minLength: 2, maxLength: 4 }),
      async (amounts) => {
        const who = await resident()
        let open: { caseId: string; version: number }[] = []
        for (const amount of amounts)
          open.push(await town.proposed(await town.accepted(who, claim(formatYuan(amount as never)))))
        const decided: { fund: string; decision: { payers: { payer: string; amount: string }[] } }[] = []
        while (open.length > 0) {
          const answers = await Promise.all(open.map((view) => town.approve(view)))
          const again: typeof open = []
          for (const [at, { status, body }] of answers.entries()) {
            if (status === 200) {
              decided.push(body)
              continue
            }
            expect(body.code).toBe('amounts-changed')
            const { caseId, version } = open[at]!
            const back = await ok(`POST /cases/${caseId}/decide`, approver, {
              version,
              outcome: 'send-back',
              reason: '年度累计已变化，请重新核定',
            })
            again.push(await town.proposed(back))
          }
          expect(again.length).toBeLessThan(open.length)
          open = again
        }
        const paidBy = (name: string) =>
          sumFen(
            decided.flatMap(({ decision }) =>
              decision.payers.filter(({ payer }) => payer === name).map(({ amount }) => yuan(amount)),
            ),
          )
        const [later] = await sql<{ paid: string; deductible_used: string }>(
          'select paid, deductible_used from claims.payer_year where person_id = $1',
          [who.personId],
        )
        const [basic] = await sql<{ fund_paid: string }>(
          'select fund_paid from claims.accumulator where person_id = $1',
          [who.personId],
        )
        expect(paidBy('hifp_pay')).toBe(yuan(basic!.fund_paid))
        expect(paidBy('hifmi_pay')).toBe(yuan(later!.paid))
        expect(sumFen(decided.map(({ fund }) => yuan(fund)))).toBe(paidBy('hifp_pay') + paidBy('hifmi_pay'))
        expect(yuan(basic!.fund_paid)).toBeLessThanOrEqual(yuan('100000.00'))
        expect(yuan(later!.paid)).toBeLessThanOrEqual(yuan('300000.00'))
        expect(yuan(later!.deductible_used)).toBeLessThanOrEqual(yuan('17000.00'))
      },
    ),
    { numRuns: 5, seed: 20201012 },
  )
}, 120_000)

it('care elsewhere is paid as referred where a referral was in force on its first day, whatever the form says', async () => {
  const who = await resident()
  const shanghai = { hospitalCode: 'H31010100001', regionCode: '310100', territory: '310101' }
  const hospital = { ...shanghai, name: '上海医院', level: 'tertiary' } as const
  await saveHospital(town.test.db, hospital)
  const estimateFor = async (carePlace: string) => {
    const { visit, ...rest } = claim('60000.00')
    const place = { hospitalCode: hospital.hospitalCode, hospitalName: '', carePlace }
    const { caseId } = await town.draft(who, { ...rest, visit: { ...visit, ...place } })
    const { estimate, warnings } = await ok(`POST /cases/${caseId}/check`, town.clerk, {})
    const codes = (warnings as { code: string }[]).map(({ code }) => code)
    return {
      fund: estimate.amounts.fund as string,
      codes: codes.filter((code) => code.startsWith('referral')),
    }
  }
  const unreferred = await estimateFor('out-unreferred')
  const onPaper = await estimateFor('out-referred')
  expect([unreferred.codes, onPaper.codes]).toEqual([[], ['referral-not-found']])
  expect(yuan(onPaper.fund)).toBeGreaterThan(yuan(unreferred.fund))

  const from = plainDate('2020-09-01')
  const institution = { ...hospital, hospitalCode: 'H37081100001', regionCode: REGION, territory: '370811' }
  const world = { packs: town.packs, cipher: town.keys.cipher, places: () => new Map<string, string>() }
  const asked = {
    personId: who.personId,
    target: '310000',
    diagnosisCode: 'C34.900',
    diagnosisName: '肺恶性肿瘤',
    reason: '本院无条件',
    opinion: '同意',
  }
  const by = { actor: SYSTEM, at: new Date('2020-09-01T02:00:00Z'), today: from, source: 'desk' } as const
  await inTransaction(town.db, (db) => issueReferral(db, world, asked, { ...by, institution }))
  const referred = await estimateFor('out-unreferred')
  expect(referred).toEqual({ fund: onPaper.fund, codes: ['referral-found'] })
  expect((await estimateFor('out-referred')).codes).toEqual([])
})

it('figures that another decision has overtaken are told with every payer, and nothing is booked', async () => {
  const who = await resident()
  const first = await town.proposed(await town.accepted(who, claim('60000.00')))
  const second = await town.proposed(await town.accepted(who, claim('60000.00')))
  expect((await town.approve(first)).status).toBe(200)
  const { body } = await town.approve(second)
  expect(body).toMatchObject({ status: 409, code: 'amounts-changed', now: { fund: '50256.00' } })
  expect(await sql('select paid from claims.payer_year where person_id = $1', [who.personId])).toEqual([
    { paid: '4416.00' },
  ])
})
