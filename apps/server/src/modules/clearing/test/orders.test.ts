import { addDays, formatYuan, plainDate, yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSPITAL, OTHER_HOSPITAL, REGION, type Line } from '../../settlement/test/clinic.ts'
import { openClearingTown, returned, type Settled } from './clearing-town.ts'

const town = await openClearingTown()
const { api, people } = town
await town.agree(HOSPITAL, '0.05')
await town.agree(OTHER_HOSPITAL, null)
const HOSPITALS = [HOSPITAL, OTHER_HOSPITAL] as const
const hospitalOf = { [HOSPITAL]: people.hospital, [OTHER_HOSPITAL]: people.other }

interface Application {
  applicationId: string
  institutionCode: string
  state: string
  version: number
  applied: string
  payable: string
}
interface Run {
  runId: string
  version: number
  state: string
}
interface Payment {
  paymentId: string
  amount: string
  state: string
}

for (const institutionCode of HOSPITALS) await town.setAccount(institutionCode, '6222020200112233')

const listed = async () =>
  (await api(`GET /clearing/applications?regionCode=${REGION}&which=open`, people.reviewer)).body
    .items as Application[]
const line = (cents: number): Line => ({
  sn: '1',
  code: 'A1',
  cnt: '1',
  pric: formatYuan(cents as Fen),
  amount: formatYuan(cents as Fen),
})

/** The bank answers a run: some paid, some rejected. */
async function bank(run: Run, rejects: (payment: Payment) => boolean) {
  const body = { regionCode: REGION }
  const file = await api(`POST /clearing/runs/${run.runId}/bank-file`, people.finance, body)
  expect(file.status).toBe(200)
  const whole = (await api(`GET /clearing/runs/${run.runId}?regionCode=${REGION}`, people.finance)).body
  const open = (whole.payments as Payment[]).filter(({ state }) => state === 'in-run')
  if (open.length === 0) return
  const rows = open.map((payment) => [
    payment.paymentId,
    payment.amount,
    rejects(payment) ? '失败' : '成功',
    '账号有误',
  ])
  const total = formatYuan(open.reduce((so, { amount }) => so + yuan(amount), 0) as Fen)
  const lines = [['支付编号', '金额', '结果', '原因'], ...rows, ['合计', total, String(open.length), '']]
  const answer = await returned(town, run.runId, lines.map((cells) => cells.join(',')).join('\r\n'))
  expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ state: 'settled' })])
}

let today: PlainDate = plainDate('2020-10-12')
const nextDay = () => {
  today = addDays(today, 1)
  town.on(today)
}
const settled: { readonly row: Settled; readonly at: string; cancelled: boolean }[] = []

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      at: fc.nat(1),
      cents: fc.integer({ min: 1, max: 300_000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('apply' as const), at: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(20) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('review' as const), which: fc.nat(20), share: fc.nat(100) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay' as const), reject: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Applies for all that is closed and open, in whatever month. */
async function applyAll(code: (typeof HOSPITALS)[number]) {
  for (const month of new Set(['2020-10', '2020-11', '2020-12', today.slice(0, 7)])) {
    const own = (await api(`GET /clearing/own?month=${month}`, hospitalOf[code])).body
    for (const { clrType, from, to } of own.open as { clrType: string; from: string; to: string }[])
      await api('POST /clearing/own', hospitalOf[code], { clrType, from, to })
  }
}
async function review(row: Application, share: number) {
  const path = `/clearing/applications/${row.applicationId}`
  const whole = (await api(`GET ${path}?regionCode=${REGION}`, people.reviewer)).body
  const [fund] = whole.funds as { insurance: string; payer: string; applied: string }[]
  const most = fund ? Math.max(0, yuan(fund.applied)) : 0
  const amount = Math.floor((most * share) / 200)
  const { insurance, payer } = fund ?? {}
  const deductions =
    amount === 0
      ? []
      : [{ insurance, payer, amount: formatYuan(amount as Fen), reason: '不合理收费', clause: '协议' }]
  const proposed = await api(`POST ${path}/propose`, people.reviewer, {
    regionCode: REGION,
    version: row.version,
    deductions,
    offsets: [],
  })
  expect(proposed.status).toBe(200)
  const { version } = proposed.body as unknown as Application
  const approved = await api(`POST ${path}/approve`, people.approver, { regionCode: REGION, version })
  expect(approved.status).toBe(200)
}
async function pay(reject: boolean) {
  const made = await api('POST /clearing/runs', people.finance, { regionCode: REGION })
  expect([made.status, made.body.code]).toEqual(
    made.status === 200 ? [200, undefined] : [409, 'clearing-nothing-to-pay'],
  )
  if (made.status === 200) await bank(made.body, () => reject)
}

async function take(one: Step) {
  if (one.do === 'settle') {
    const institution = HOSPITALS[one.at]!
    const row = await town.settled([line(one.cents)], formatYuan(one.cents as Fen), { institution })
    settled.push({ row, at: institution, cancelled: false })
  } else if (one.do === 'cancel') {
    const standing = settled.filter(({ cancelled }) => !cancelled)
    const which = standing[one.which % Math.max(standing.length, 1)]
    if (!which) return
    await town.cancelled(which.row, { institution: which.at })
    which.cancelled = true
  } else if (one.do === 'apply') {
    nextDay()
    await applyAll(HOSPITALS[one.at]!)
  } else if (one.do === 'pay') await pay(one.reject)
  else {
    const open = (await listed()).filter(({ state }) => state === 'applied')
    const row = open[one.which % Math.max(open.length, 1)]
    if (!row) return
    const { applicationId, version } = row
    const own = hospitalOf[row.institutionCode as typeof HOSPITAL]
    if (one.do === 'withdraw') await api(`POST /clearing/own/${applicationId}/withdraw`, own, {})
    else if (one.do === 'review') await review(row, one.share)
    else
      await api(`POST /clearing/applications/${applicationId}/return`, people.reviewer, {
        regionCode: REGION,
        version,
        reason: '请核对',
      })
  }
}

/** Every fund's sums of the books, straight from the tables. */
const sums = (text: string) => town.sql<Record<string, string>>(text)
const PAYERS = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'oth_pay',
  'acct_pay',
]

async function holds() {
  // Of each fund: applied = deducted + deposit + offset + payable, and what is paid is what the bank paid.
  const live = `join clearing.application a on a.application_id = f.application_id and a.state not in ('withdrawn', 'returned')`
  const wrong = await sums(`select f.payer from clearing.application_fund f ${live}
    group by f.insurance, f.payer having sum(f.applied) <> sum(f.deducted + f.deposit + f.offset_sum + f.payable)`)
  expect(wrong).toEqual([])
  const paid = await sums(`select
      (select coalesce(sum(payable), 0) from clearing.application where state = 'paid')
      - (select coalesce(sum(amount), 0) from clearing.payment where state = 'paid') as off,
      (select coalesce(sum(paid_total), 0) from clearing.run) - (select coalesce(sum(amount), 0) from clearing.payment where state = 'paid') as run`)
  expect(paid.map((row) => [Number(row.off), Number(row.run)])).toEqual([[0, 0]])
  const parts =
    await sums(`select f.insurance, f.payer, sum(f.payable) - coalesce((select sum((part ->> 'amount')::numeric)
      from clearing.payment p cross join jsonb_array_elements(p.funds) part
      where p.state = 'paid' and part ->> 'insurance' = f.insurance and part ->> 'payer' = f.payer), 0) as off
    from clearing.application_fund f join clearing.application a on a.application_id = f.application_id and a.state = 'paid'
    group by f.insurance, f.payer`)
  expect(parts.filter(({ off }) => Number(off) !== 0)).toEqual([])
}

describe('clearing', () => {
  it(
    'is exact per fund in any order of settling, cancelling, applying, withdrawing, reviewing and paying; in the end each settlement is cleared once',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          for (const one of steps) await take(one)
          await holds()
          // Whatever was left undone is done now: then all that was settled is applied for, once.
          nextDay()
          for (const code of HOSPITALS) await applyAll(code)
          for (const row of (await listed()).filter(({ state }) => state === 'applied')) await review(row, 0)
          await holds()
          const applied = PAYERS.map(
            (payer) => `coalesce(sum(f.applied) filter (where f.payer = '${payer}'), 0) as ${payer}`,
          )
          const [here] = await sums(`select ${applied.join(', ')} from clearing.application_fund f
            join clearing.application a on a.application_id = f.application_id and a.state not in ('withdrawn', 'returned')`)
          const booked = PAYERS.map((payer) => `coalesce(sum(${payer}), 0) as ${payer}`)
          const [there] = await sums(`select ${booked.join(', ')} from settlement.settlement`)
          const numbers = (row: Record<string, string>) => PAYERS.map((payer) => [payer, Number(row[payer])])
          expect(numbers(here!)).toEqual(numbers(there!))
          const [rows] = await sums(`select (select coalesce(sum(count), 0) from clearing.application
            where state not in ('withdrawn', 'returned')) - (select count(*) from settlement.settlement) as off`)
          expect(Number(rows!.off)).toBe(0)
        }),
        { numRuns: 4 },
      )
      // What is owed is taken off until nothing is.
      await pay(false)
      await holds()
    },
  )
})
