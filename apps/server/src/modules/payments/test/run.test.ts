import { formatYuan, sumFen, yuan } from '@yichuang/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claim } from '../../../../test/claims-town.ts'
import { newId } from '../../../platform/uuid.ts'
import { openBank, returnFile, type PaymentLine } from './bank.ts'

const bank = await openBank()
const { town } = bank
const { ok, api, call, clerk, finance, sql } = { ...town, ...town.test }
const officeId = town.county.id
const create = (part: object = {}) => api('POST /payment-runs', finance, { officeId, ...part })
const caseOf = (caseId: string) => ok(`GET /cases/${caseId}?regionCode=330600`, clerk)
const success = (lines: readonly PaymentLine[]) => lines.map((line) => ({ ...line, result: '成功' }))
const failure = (lines: readonly PaymentLine[], reason = '账号不存在') =>
  lines.map((line) => ({ ...line, result: '失败', reason }))

it('of runs made at once each case is in one', async () => {
  const cases = []
  for (let i = 0; i < 6; i++) cases.push(await bank.approved())
  const named = cases.slice(2, 4).map(({ caseId }) => caseId)
  const answers = await Promise.all([
    create(),
    create({ caseIds: named }),
    create(),
    create({ caseIds: named.toReversed() }),
  ])
  const made = answers.filter(({ status }) => status === 200)
  expect(made.length).toBeGreaterThan(0)
  const told = answers.filter(({ status }) => status !== 200).map(({ body }) => body.code)
  expect(told.every((code) => code === 'nothing-to-pay' || code === 'cases-not-payable')).toBe(true)
  expect(made.reduce((sum, { body }) => sum + body.count, 0)).toBe(6)
  const rows = await sql<{ count: number }>(
    'select count(*)::int as count from payments.payment group by case_id',
  )
  expect(rows.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1])
  expect((await create()).body).toMatchObject({ status: 409, code: 'nothing-to-pay' })
})

it('a second live payment of a case is impossible in the database itself', async () => {
  const { caseId } = await bank.approved()
  await ok('POST /payment-runs', finance, { officeId, caseIds: [caseId] })
  const copy = `insert into payments.payment select region_code, $2, run_id, 99, case_id, case_number, amount, holder,
    bank_name, account_enc, account_masked, state from payments.payment where case_id = $1`
  await expect(sql(copy, [caseId, newId()])).rejects.toThrow('payment_once_per_case')
})

it('an exported run is frozen; an open one can be cancelled and its cases wait again', async () => {
  const view = await bank.approved()
  const run = await ok('POST /payment-runs', finance, { officeId })
  const stale = await api(`POST /payment-runs/${run.runId}/cancel`, finance, { version: run.version + 1 })
  expect(stale.body).toMatchObject({ status: 409, code: 'run-changed' })
  const early = await bank.send(run.runId, returnFile(success((await bank.run(run.runId)).payments)))
  expect(early.body).toMatchObject({ status: 409, code: 'run-not-exported' })
  const cancelled = await ok(`POST /payment-runs/${run.runId}/cancel`, finance, { version: run.version })
  expect(cancelled.state).toBe('cancelled')
  expect(await caseOf(view.caseId)).toMatchObject({
    state: 'approved',
    payment: { state: 'waiting', amount: view.fund },
  })
  expect((await api(`POST /payment-runs/${run.runId}/bank-file`, finance, {})).body.code).toBe(
    'run-cancelled',
  )

  const next = await bank.exported()
  const frozen = await api(`POST /payment-runs/${next.runId}/cancel`, finance, { version: next.version })
  expect(frozen.body).toMatchObject({ status: 409, code: 'run-frozen' })
  await bank.send(next.runId, returnFile(success(next.payments)))
})

it('a rejection goes back to the person with the bank’s reason; the corrected account is paid in the next run', async () => {
  const view = await bank.approved()
  const run = await bank.exported()
  await bank.send(run.runId, returnFile(failure(run.payments, '户名与账号不符')))
  const failed = await caseOf(view.caseId)
  expect(failed).toMatchObject({
    state: 'payment-failed',
    payment: { state: 'rejected', bankReason: '户名与账号不符' },
  })
  const messages = await sql<{ detail: object }>(
    `select detail from letters.message where case_id = $1 and kind = 'payment-rejected'`,
    [view.caseId],
  )
  expect(messages).toMatchObject([{ detail: { reason: '户名与账号不符' } }])

  const account = (payee: object) =>
    api(`POST /cases/${view.caseId}/account`, clerk, { version: failed.version, payee })
  const bad = await account({ holder: '', bankName: '农业银行越城支行', account: '12' })
  expect(bad.body).toMatchObject({
    code: 'content-faulty',
    errors: [{ code: 'holder-empty' }, { code: 'account-length' }],
  })
  const good = await account({
    holder: '张小明',
    bankName: '农业银行越城支行',
    account: '6230520000000000077',
  })
  expect(good.body).toMatchObject({
    state: 'approved',
    payment: { state: 'waiting', bankName: '农业银行越城支行' },
  })

  const next = await bank.exported()
  expect(next.payments).toHaveLength(1)
  const file = await api(`POST /payment-runs/${next.runId}/bank-file`, finance, {})
  expect(file.body).toContain('6230520000000000077')
  const old = await api(`POST /payment-runs/${run.runId}/bank-file`, finance, {})
  expect(old.body).not.toContain('6230520000000000077')
  await bank.send(next.runId, returnFile(success(next.payments)))
  expect(await caseOf(view.caseId)).toMatchObject({
    state: 'paid',
    payment: { state: 'paid', runNumber: next.number },
  })
})

it('a file sent twice is booked once, at once and later', async () => {
  await bank.approved()
  const run = await bank.exported()
  const file = returnFile(success(run.payments))
  const [first, second] = await Promise.all([bank.send(run.runId, file), bank.send(run.runId, file)])
  const codes = [first, second].map(({ status, body }) => (status === 200 ? 'booked' : body.code))
  expect(new Set(codes)).toEqual(new Set(['booked', 'return-file-already-imported']))
  expect((await bank.send(run.runId, file)).body.code).toBe('return-file-already-imported')
  // The same lines in other bytes are another file, and are known by their payments.
  const copied = await bank.send(run.runId, `\ufeff${file}`)
  expect(copied.body).toMatchObject({ code: 'return-file-faulty', errors: [{ code: 'already-booked' }] })
})

it('the same request sent again gets the first answer', async () => {
  await bank.approved()
  const run = await bank.exported()
  const [file, key] = [returnFile(success(run.payments)), newId()]
  const first = await bank.send(run.runId, file, key)
  expect(first.body).toMatchObject({ state: 'settled', paidCount: 1 })
  expect((await bank.send(run.runId, file, key)).body).toEqual(first.body)
  expect(await sql(`select from payments.bank_return where run_id = $1`, [run.runId])).toHaveLength(1)
})

it('a file with one fault books nothing', async () => {
  const cases = [await bank.approved(), await bank.approved()]
  const other = await bank.exported()
  await bank.approved()
  const run = await bank.exported()
  const lines = success([...run.payments, ...other.payments.slice(0, 1)])
  const { body } = await bank.send(run.runId, returnFile(lines))
  expect(body).toMatchObject({
    status: 422,
    code: 'return-file-faulty',
    errors: [{ path: 'rows.3', code: 'line-of-another-run' }],
  })
  expect(body.errors[0].message).toContain(other.number)
  expect((await bank.run(run.runId)).payments.map(({ state }) => state)).toEqual(['in-run'])
  expect((await bank.send(run.runId, Buffer.from([0, 1, 2]))).body.code).toBe('return-file-unreadable')
  const large = await bank.send(run.runId, Buffer.alloc(4_500_000, 'x'))
  expect(large.body).toMatchObject({ status: 413, code: 'request-too-large' })
  for (const { runId, payments } of [run, other]) await bank.send(runId, returnFile(success(payments)))
  for (const { caseId } of cases) expect((await caseOf(caseId)).state).toBe('paid')
})

it('whatever the bank answers, in whatever parts, total = paid + rejected + open to the fen', async () => {
  const answer = fc.record({
    fate: fc.constantFrom('paid', 'rejected', 'open'),
    file: fc.integer({ min: 0, max: 2 }),
  })
  const world = fc.array(fc.tuple(fc.integer({ min: 90_000, max: 900_000 }), answer), {
    minLength: 1,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(world, async (plan) => {
      for (const [amount] of plan) await bank.approved(claim(formatYuan(amount as never)))
      const run = await bank.exported()
      for (const file of [0, 1, 2]) {
        const lines = run.payments.flatMap((line, index) => {
          const { fate, file: at } = plan[index]![1]
          if (at !== file || fate === 'open') return []
          return fate === 'paid' ? success([line]) : failure([line])
        })
        const status = lines.length > 0 ? (await bank.send(run.runId, returnFile(lines))).status : 200
        expect(status).toBe(200)
        await reconciled(run.runId)
      }
      const open = (await bank.run(run.runId)).payments.filter(({ state }) => state === 'in-run')
      if (open.length > 0) await bank.send(run.runId, returnFile(success(open)))
      expect(await reconciled(run.runId)).toBe('settled')
      // The next world begins with nothing waiting: what was rejected waits for its person, not for a run.
      expect((await create()).status).toBe(409)
    }),
    { numRuns: 5, seed: 20201012 },
  )
}, 120_000)

async function reconciled(runId: string): Promise<string> {
  const run = await ok(`GET /payment-runs/${runId}?regionCode=330600`, finance)
  const sum = (state: string) =>
    sumFen(
      run.payments
        .filter((line: PaymentLine) => line.state === state)
        .map(({ amount }: PaymentLine) => yuan(amount)),
    )
  expect(formatYuan(sum('paid'))).toBe(run.paidTotal)
  expect(formatYuan(sum('rejected'))).toBe(run.rejectedTotal)
  expect(sum('paid') + sum('rejected') + sum('in-run')).toBe(yuan(run.total))
  return run.state
}

it('each download of accounts is in the audit trail, without the accounts', async () => {
  await bank.approved()
  const run = await bank.exported()
  const rows = await sql<{ act: string; detail: object }>(
    'select act, detail from audit.entry where stream = $1 order by seq',
    [`run:${run.runId}`],
  )
  expect(rows.map(({ act }) => act)).toEqual(['create-run', 'export-bank-file'])
  expect(JSON.stringify(rows)).not.toMatch(/\d{19}/)
})

it('finance of another office sees neither the runs nor the cases that wait', async () => {
  const stranger = { ...finance, roles: finance.roles.map((held) => ({ ...held, officeId: newId() })) }
  const refused = await call(`GET /api/v1/payments/ready?officeId=${officeId}`, { as: stranger })
  expect(refused.status).toBe(403)
  const list = await ok(`GET /payment-runs?officeId=${officeId}&limit=2`, finance)
  expect(list.items).toHaveLength(2)
  const next = await ok(`GET /payment-runs?officeId=${officeId}&limit=2&cursor=${list.next}`, finance)
  expect(next.items.map(({ number }: { number: string }) => number)).not.toContain(list.items[0].number)
  const lost = await api(`GET /payment-runs?officeId=${officeId}&cursor=x`, finance)
  expect(lost.body.code).toBe('cursor-unreadable')
  const hidden = await call(`GET /api/v1/payment-runs/${list.items[0].runId}?regionCode=330600`, {
    as: stranger,
  })
  expect(hidden.body).toMatchObject({ status: 404, code: 'run-not-found' })
})
