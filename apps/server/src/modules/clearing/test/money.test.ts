import { plainDate, yuan } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/uuid.ts'
import { bookEntry, grantPrepayment } from '../../prepayments/index.ts'
import { fiveLines, fiveTotal, HOSPITAL, REGION } from '../../settlement/test/clinic.ts'
import { application, openClearingTown, returned, type Settled } from './clearing-town.ts'

const town = await openClearingTown()
const { ask, api, people } = town
await town.agree(HOSPITAL, '0.05')

interface Row {
  applicationId: string
  number: string
  version: number
  state: string
  applied: string
  deposit: string
  offset: string
  payable: string
}
const applied = async (rows: readonly Settled[], begndate: string, enddate = begndate) => {
  const setlym = begndate.slice(0, 7).replace('-', '')
  const number = (await ask('3203', application(rows, { begndate, enddate, setlym }))).result.clr_appy_evt_id
  const { body } = await api(`GET /clearing/applications?regionCode=${REGION}&which=all`, people.reviewer)
  return (body.items as Row[]).find((one) => one.number === number)!
}
const act = async (what: string, as: 'reviewer' | 'approver', row: Row, more: object = {}) => {
  const body = { regionCode: REGION, version: row.version, ...more }
  return api(`POST /clearing/applications/${row.applicationId}/${what}`, people[as], body)
}
const proposed = async (row: Row, offsets: object[] = []) =>
  (await act('propose', 'reviewer', row, { deductions: [], offsets })).body as Row
const read = async (row: Row) =>
  (await api(`GET /clearing/applications/${row.applicationId}?regionCode=${REGION}`, people.finance)).body
const run = () => api('POST /clearing/runs', people.finance, { regionCode: REGION })
/** The run sent to the bank, and its one payment. */
const exported = async (runId: string) => {
  const file = await api(`POST /clearing/runs/${runId}/bank-file`, people.finance, { regionCode: REGION })
  const { body } = await api(`GET /clearing/runs/${runId}?regionCode=${REGION}`, people.finance)
  return { file: String(file.body), payment: body.payments[0], funds: body.funds, run: body }
}
const answer = (payment: { paymentId: string; amount: string }, result: string) =>
  `支付编号,金额,结果,原因\r\n${payment.paymentId},${payment.amount},${result},账号不存在\r\n合计,${payment.amount},1,\r\n`
const settledOn = async (day: string) => {
  town.on(day)
  const row = await town.settled(fiveLines, fiveTotal)
  town.on(plainDate(day).slice(0, 8) + String(Number(day.slice(8)) + 1).padStart(2, '0'))
  return row
}

describe('advances of an institution', () => {
  it('are offset when the approver agrees, exactly as proposed, or it goes back', async () => {
    const by = {
      actor: { id: newId(), name: '财务', side: 'agency' },
      at: town.clock.now(),
      today: town.clock.today(),
    } as const
    const asked = { hospitalCode: HOSPITAL, insurance: 'employee', reason: '预付' } as const
    const grant = await inTransaction(town.regionDb, (db) =>
      grantPrepayment(
        db,
        REGION,
        { ...asked, amount: '50.00', authority: { document: '演示〔2020〕1号' } },
        () => [],
        by,
      ),
    )
    const book = (kind: 'arrived' | 'returned', amount: string, version: number) =>
      inTransaction(town.regionDb, (db) =>
        bookEntry(db, REGION, grant.grantId, { kind, amount, version, day: by.today }, by),
      )
    await book('arrived', '50.00', 1)
    const row = await applied([await settledOn('2020-10-13')], '2020-10-13')
    expect((await read(row)).advances).toEqual([{ insurance: 'employee', held: '50.00' }])
    const first = await proposed(row, [{ insurance: 'employee', amount: '50.00' }])
    expect(first.offset).toBe('50.00')
    await book('returned', '20.00', 2)
    const short = await act('approve', 'approver', first)
    expect([short.status, short.body.code]).toEqual([422, 'clearing-review-faulty'])
    const back = (await act('send-back', 'approver', first, { reason: '预付金已退回一部分' })).body
    const second = await proposed(back, [{ insurance: 'employee', amount: '30.00' }])
    const { body } = await act('approve', 'approver', second)
    expect(body).toMatchObject({ state: 'approved', offset: '30.00' })
    expect(yuan(body.applied)).toBe(yuan(body.deposit) + yuan(body.offset) + yuan(body.payable))
    expect((await read(row)).advances).toEqual([{ insurance: 'employee', held: '0.00' }])
    // Its own office sees where the money went, and that of another hospital sees nothing of it.
    const own = await api('GET /prepayments/own', people.hospital)
    const sums = { arrived: '50.00', offset: '30.00', returned: '20.00', held: '0.00' }
    expect(own.body).toMatchObject({
      items: [{ grantId: grant.grantId, sums, state: 'settled' }],
      total: sums,
    })
    expect((await api('GET /prepayments/own', people.other)).body.items).toEqual([])
    expect((await api('GET /prepayments/own', people.finance)).status).toBe(403)
  })
})

describe('a payment run of institutions', () => {
  it('needs accounts, tells each fund its part, can be cancelled until it is sent, and pays again what the bank rejects', async () => {
    const without = await run()
    expect([without.status, without.body.code]).toEqual([409, 'clearing-without-account'])
    await town.setAccount(HOSPITAL, '6222 0202 0011 2233')
    const first = (await run()).body
    const cancel = (version: number) =>
      api(`POST /clearing/runs/${first.runId}/cancel`, people.finance, { regionCode: REGION, version })
    expect((await cancel(9)).body.code).toBe('run-changed')
    expect((await cancel(first.version)).body.state).toBe('cancelled')
    expect((await cancel(first.version + 1)).body.code).toBe('run-frozen')

    const second = (await run()).body
    expect((await run()).body.code).toBe('clearing-nothing-to-pay')
    const early = await returned(town, second.runId, 'x')
    expect(early.body.code).toBe('run-not-exported')
    const { file, payment, funds, run: whole } = await exported(second.runId)
    expect(file).toContain('6222020200112233')
    expect(file).toContain(`城镇职工基本医疗保险统筹基金 ${payment.amount}`)
    expect(funds).toMatchObject([{ amount: whole.total, paid: '0.00' }])
    expect((await exported(second.runId)).file).toBe(file)

    const wrong = await returned(town, second.runId, answer({ ...payment, amount: '0.01' }, '成功'))
    expect(wrong.body.code).toBe('return-file-faulty')
    const rejected = await returned(town, second.runId, answer(payment, '失败'))
    expect(rejected.body).toMatchObject({ state: 'settled', rejectedTotal: whole.total })
    expect((await returned(town, second.runId, answer(payment, '失败'))).body.code).toBe(
      'return-file-already-imported',
    )
    const { body: list } = await api(`GET /clearing/applications?regionCode=${REGION}`, people.finance)
    expect(list.items).toMatchObject([{ state: 'approved', reason: '账号不存在' }])

    await town.setAccount(HOSPITAL, '6222020200445566')
    const third = (await run()).body
    const again = await exported(third.runId)
    expect(again.file).toContain('6222020200445566')
    await returned(town, third.runId, answer(again.payment, '成功'))
    const paid = await read(list.items[0])
    expect(paid).toMatchObject({ state: 'paid', paidOn: town.clock.today(), payment: { run: third.number } })
  })

  it('keeps what an institution owes until it is due more, and pays nothing where both are even', async () => {
    const one = await settledOn('2020-10-15')
    const paid = await act('approve', 'approver', await proposed(await applied([one], '2020-10-15')))
    expect(paid.status).toBe(200)
    town.on('2020-10-17')
    const back = await town.cancelled(one)
    town.on('2020-10-18')
    const owed = await applied([back], '2020-10-17')
    await act('approve', 'approver', await proposed(owed))
    // What was due is less the deposit; what is owed is all of it: the difference is owed until the next.
    const { body: due } = await api(`GET /clearing/payable?regionCode=${REGION}`, people.finance)
    expect(due.items).toMatchObject([{ applications: 2, amount: `-${paid.body.deposit}` }])
    expect((await run()).body.code).toBe('clearing-nothing-to-pay')
  })
})

describe('the deposit of a year', () => {
  it('is given back once the year is over, less what the assessment keeps, reviewed by two, paid with the next run', async () => {
    const release = (year: number) =>
      api('POST /clearing/deposits', people.reviewer, { regionCode: REGION, institutionCode: HOSPITAL, year })
    expect((await release(2020)).body.code).toBe('clearing-review-faulty')
    town.on('2021-01-20')
    const { body: held } = await api(`GET /clearing/deposits?regionCode=${REGION}&year=2020`, people.reviewer)
    const [sum] = held.items as { held: string; released: string }[]
    expect(sum).toMatchObject({ released: '0.00' })
    const row = (await release(2020)).body as Row
    expect(row).toMatchObject({ kind: 'deposit', applied: sum!.held, state: 'applied' })
    expect((await release(2020)).body.code).toBe('clearing-nothing-held')
    // Returned, the deposits are held again.
    await act('return', 'reviewer', row, { reason: '考核尚未结束' })
    const second = (await release(2020)).body as Row
    const deductions = [
      {
        insurance: 'employee',
        payer: 'hifp_pay',
        amount: '0.10',
        reason: '年度考核扣分',
        clause: '服务协议第四十条',
      },
    ]
    const after = (await act('propose', 'reviewer', second, { deductions, offsets: [] })).body as Row
    expect(after).toMatchObject({ deposit: '0.00', deducted: '0.10' })
    expect((await act('approve', 'approver', after)).body.state).toBe('approved')
    const made = (await run()).body
    expect(made).toMatchObject({ count: 1 })
    const { payment } = await exported(made.runId)
    if (yuan(payment.amount) > 0) await returned(town, made.runId, answer(payment, '成功'))
    const [books] = await town.sql<Record<string, string>>(
      `select sum(applied) filter (where kind = 'settled') as applied, sum(deducted) as deducted, sum(offset_sum) as offset,
         sum(payable) filter (where state = 'paid') as paid,
         coalesce(sum(deposit) filter (where released_by is null), 0) as held
       from clearing.application where state not in ('withdrawn', 'returned')`,
    )
    // applied = paid + deducted + deposit held + offset
    const { applied, deducted, offset, paid, held: left } = books!
    expect(yuan(applied!)).toBe(
      yuan(paid!) + yuan(deducted!) + yuan(offset!) + Math.round(Number(left) * 100),
    )
  })
})
