import { fen, plainDate } from '@yichuang/kernel'
import { expect, it } from 'vitest'
import { ACCOUNT, claim } from '../../../../test/claims-town.ts'
import { openBank, returnFile } from '../../payments/test/bank.ts'
import { accountView, bringIn } from '../../personal-accounts/index.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { PersonCaller } from '../../../platform/http/caller.ts'

const bank = await openBank()
const { town } = bank
const { ok, api, db, clerk, reviewer, finance } = town
const ITEM = 'records.account-withdrawal'
const REGION = '330600'

const withdrawal = (who: PersonCaller, part: object = {}) => ({
  withdrawal: { reason: 'settled-abroad', happenedOn: '2020-09-01', ...part },
  payee: { holder: who.name, bankName: '绍兴银行城东支行', account: ACCOUNT },
  phone: '13867511234',
})
const dead = { reason: 'death', heirName: '李继承', heirRelation: '子女' }

async function withAccount(currentYear = 86_000, pastYears = 135_020): Promise<PersonCaller> {
  const who = await town.person()
  const row = {
    personId: who.personId,
    day: plainDate('2020-10-01'),
    currentYear: fen(currentYear),
    pastYears: fen(pastYears),
  }
  await inTransaction(db, (db) => bringIn(db, REGION, [row]))
  return who
}
async function ended(who: PersonCaller, on: string) {
  await town.test.sql(`update insured.enrolment set valid_to = $2 where person_id = $1`, [who.personId, on])
}
const accountOf = ({ personId }: PersonCaller) =>
  accountView(db, REGION, personId, plainDate('2020-10-12'), 'zh')
const propose = (view: { caseId: string; version: number }, part: object = {}) =>
  api(`POST /cases/${view.caseId}/propose`, reviewer, {
    version: view.version,
    outcome: 'grant',
    reason: '材料齐全，余额相符',
    ...part,
  })

it('pays all that the account holds, once, and closes it', async () => {
  const who = await withAccount()
  const draft = await town.draft(who, withdrawal(who), ITEM)
  const check = await ok(`POST /cases/${draft.caseId}/check`, clerk, {})
  expect(check.faults).toEqual([])
  expect(check.estimate).toMatchObject({ amounts: null, explanation: { amount: '2210.20' }, missing: [] })
  const handedIn = await town.handIn(draft)
  expect(handedIn).toMatchObject({ state: 'submitted', total: '2210.20', hospitalName: null })
  const accepted = await ok(`POST /cases/${draft.caseId}/accept`, clerk, { version: handedIn.version })
  expect(accepted.clock).toMatchObject({ dueOn: null, problem: null })

  const { body: proposed } = await propose(accepted)
  expect(proposed).toMatchObject({ state: 'reviewed', fund: '2210.20' })
  const { status, body: decided } = await town.approve(proposed)
  expect(status).toBe(200)
  expect(decided).toMatchObject({
    state: 'approved',
    fund: '2210.20',
    payment: { state: 'waiting', amount: '2210.20' },
  })
  expect(decided.decision.explanation.children).toMatchObject([{ amount: '860.00' }, { amount: '1350.20' }])
  expect(await accountOf(who)).toMatchObject({
    total: '0.00',
    closedOn: '2020-10-12',
    entries: [
      { kind: 'withdrawal', currentYear: '-860.00', pastYears: '-1350.20', caseId: draft.caseId },
      {},
    ],
  })

  const again = await town.draft(who, withdrawal(who), ITEM)
  const refused = await api(`POST /cases/${again.caseId}/hand-in`, clerk, { version: again.version })
  expect(refused.body).toMatchObject({ code: 'content-faulty', errors: [{ code: 'account-closed' }] })

  const run = await bank.exported()
  const lines = (await bank.run(run.runId)).payments
  expect(lines).toMatchObject([{ caseId: draft.caseId, amount: '2210.20', holder: who.name }])
  await bank.send(run.runId, returnFile(lines.map((line: object) => ({ ...line, result: '成功' })) as never))
  expect((await ok(`GET /cases/${draft.caseId}?regionCode=${REGION}`, who)).state).toBe('paid')
})

it('is paid beside claims in the same run, each asked of its own module', async () => {
  const who = await withAccount(100, 0)
  const handed = await town.accepted(who, withdrawal(who), ITEM)
  await town.approve((await propose(handed)).body)
  const paid = await bank.approved()
  const run = await ok('POST /payment-runs', finance, { officeId: town.county.id })
  const { payments } = await bank.run(run.runId)
  // The account is no fund's money: the bank file and the reconciliation tell the two apart.
  const { funds } = await ok(`GET /payment-runs/${run.runId}?regionCode=${REGION}`, finance)
  expect(funds).toMatchObject([
    { payer: 'hifp_pay', total: paid.fund },
    { payer: 'acct_pay', total: '1.00' },
  ])
  expect(
    new Map(payments.map((line: { caseId: string; amount: string }) => [line.caseId, line.amount])),
  ).toEqual(
    new Map([
      [handed.caseId, '1.00'],
      [paid.caseId, paid.fund],
    ]),
  )
})

it('asks for the papers of the reason, in the draft, the check and the guide', async () => {
  const who = await withAccount()
  const draft = await town.draft(who, withdrawal(who), ITEM)
  const listed = async () =>
    (await ok(`GET /cases/${draft.caseId}?regionCode=${REGION}`, clerk)).materials.map(
      ({ materialId }: { materialId: string }) => materialId,
    )
  expect(await listed()).toEqual(['identity', 'abroad-proof', 'bank-account'])
  await ok(`PUT /cases/${draft.caseId}/content`, clerk, {
    version: draft.version,
    content: withdrawal(who, dead),
  })
  expect(await listed()).toEqual(['identity', 'death-proof', 'inheritance', 'bank-account'])
  const { warnings } = await ok(`POST /cases/${draft.caseId}/check`, clerk, {})
  expect(warnings).toContainEqual(expect.objectContaining({ path: 'materials.death-proof' }))
  const { gaps } = await ok(`GET /cases/${draft.caseId}/gaps?regionCode=${REGION}`, clerk)
  expect(gaps.map(({ text }: { text: string }) => text)).toContainEqual(
    expect.stringContaining('Papers of the inheritance'),
  )
})

it('is open to the heir of somebody whose insurance ended with the death', async () => {
  const who = await withAccount()
  await ended(who, '2020-08-31')
  const draft = await town.draft(who, withdrawal(who, { ...dead, happenedOn: '2020-08-30' }), ITEM)
  const { faults, warnings } = await ok(`POST /cases/${draft.caseId}/check`, clerk, {})
  expect(faults).toEqual([])
  expect(warnings[0]).toMatchObject({ path: 'payee.holder', code: 'holder-not-entitled' })
  expect((await town.handIn(draft)).state).toBe('submitted')
  const bills = await api('POST /cases', clerk, { itemId: 'claims.inpatient', personId: who.personId })
  expect(bills.body.code).toBe('not-insured-here')
})

it('says everything that is wrong with what was typed, at once', async () => {
  const who = await withAccount(0, 0)
  const faultsOf = async (content: object) => {
    const draft = await town.draft(who, content, ITEM)
    const { faults } = await ok(`POST /cases/${draft.caseId}/check`, clerk, {})
    return faults.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)
  }
  expect(await faultsOf({})).toEqual([
    'withdrawal.reason reason-missing',
    'withdrawal.happenedOn day-empty',
    'payee.holder holder-empty',
    'payee.bankName bank-empty',
    'payee.account account-empty',
    'withdrawal.reason account-empty',
  ])
  expect(await faultsOf(withdrawal(who, { reason: 'death', happenedOn: '2021-01-01' }))).toEqual([
    'withdrawal.happenedOn day-in-future',
    'withdrawal.heirName heir-missing',
    'withdrawal.heirRelation relation-missing',
    'withdrawal.reason account-empty',
  ])
  expect(await faultsOf(withdrawal(who, { reason: 'needs-money' }))).toContain(
    'withdrawal.reason reason-missing',
  )
})

it('lets one case at a time ask for an account, and frees it when the person takes the case back', async () => {
  const who = await withAccount()
  const first = await town.handIn(await town.draft(who, withdrawal(who), ITEM))
  const second = await town.draft(who, withdrawal(who), ITEM)
  const refused = await api(`POST /cases/${second.caseId}/hand-in`, clerk, { version: second.version })
  expect(refused.body).toMatchObject({ status: 409, code: 'withdrawal-under-way' })
  await ok(`POST /cases/${first.caseId}/withdraw`, who, { version: first.version, reason: '暂不支取' })
  expect((await town.handIn(second)).state).toBe('submitted')
})

it('does not decide on a balance that has changed since the proposal', async () => {
  const who = await withAccount()
  const { body: proposed } = await propose(await town.accepted(who, withdrawal(who), ITEM))
  const later = {
    personId: who.personId,
    day: plainDate('2020-10-10'),
    currentYear: fen(90_000),
    pastYears: fen(135_020),
  }
  await inTransaction(db, (db) => bringIn(db, REGION, [later]))
  const changed = await town.approve(proposed)
  expect(changed.body).toMatchObject({
    status: 409,
    code: 'balance-changed',
    before: '2210.20',
    now: '2250.20',
  })
  expect(await accountOf(who)).toMatchObject({ total: '2250.20', closedOn: null })
})

it('takes an amount by hand, with its basis, only where the account is not known', async () => {
  const who = await town.person()
  const accepted = await town.accepted(who, withdrawal(who), ITEM)
  expect(
    accepted.calculation ??
      (await ok(`GET /cases/${accepted.caseId}?regionCode=${REGION}`, reviewer)).calculation,
  ).toMatchObject({
    missing: [{ id: 'personal-account' }],
  })
  expect((await propose(accepted)).body).toMatchObject({ status: 409, code: 'account-not-known' })
  expect((await propose(accepted, { manualFund: '500', reason: '' })).body.errors).toMatchObject([
    { code: 'manual-reason' },
  ])
  const { body: proposed } = await propose(accepted, { manualFund: '500' })
  expect((await town.approve(proposed)).body).toMatchObject({ state: 'approved', fund: '500.00' })

  const known = await withAccount()
  const other = await town.accepted(known, withdrawal(known), ITEM)
  expect((await propose(other, { manualFund: '1' })).body.errors).toMatchObject([
    { code: 'manual-not-needed' },
  ])
})

it('keeps an account closed whatever the books of another system say later', async () => {
  const who = await withAccount()
  await town.approve((await propose(await town.accepted(who, withdrawal(who), ITEM))).body)
  const stale = {
    personId: who.personId,
    day: plainDate('2020-10-13'),
    currentYear: fen(86_000),
    pastYears: fen(135_020),
  }
  expect(await inTransaction(db, (db) => bringIn(db, REGION, [stale]))).toBe(0)
  expect(await accountOf(who)).toMatchObject({ total: '0.00' })
})

it('is no claim: it has no lines to code, and bills sent with it are left out', async () => {
  const who = await withAccount()
  const accepted = await town.accepted(who, { ...claim('100.00'), ...withdrawal(who) }, ITEM)
  expect(accepted.content.bills).toEqual([])
  expect((await api(`POST /cases/${accepted.caseId}/calculate`, reviewer, { coding: [] })).body.code).toBe(
    'not-a-claim',
  )
  expect(await ok(`GET /cases/${accepted.caseId}/workings?regionCode=${REGION}`, reviewer)).toEqual({
    workings: null,
  })
})
