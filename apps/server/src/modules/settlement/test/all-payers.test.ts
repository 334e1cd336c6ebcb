import { PAYERS } from '@yichuang/benefits'
import { fen, formatYuan, plainDate, yearOf, type Fen, type PlainDate } from '@yichuang/kernel'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../../platform/db.ts'
import { bringIn, heldBy, payOut } from '../../personal-accounts/index.ts'
import { booked } from '../../personal-accounts/balance.ts'
import { AMOUNTS, type Workings } from '../settlement.queries.ts'
import { allPayersPack, settleBy } from './all-payers.ts'
import {
  feeLines,
  openClinic,
  PHARMACY,
  REGION,
  registration,
  settling,
  type Insured,
  type Line,
  type Output,
} from './clinic.ts'
import { admission, leaving, stayOf, staySettling, wardLines } from './ward.ts'

const clinic = await openClinic()
const { ask, send, sql } = clinic
beforeAll(async () => settleBy(await allPayersPack()))

const cents = (amount: number) => Math.round(amount * 100)
const line = fc
  .record({ code: fc.constantFrom('A1', 'B1', 'B2', 'C1'), price: fc.integer({ min: 1, max: 200_000 }) })
  .map(({ code, price }) => ({ code, cnt: '1', pric: yuanOf(price), amount: yuanOf(price) }))
const linesOf = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map((one, at): Line => ({ ...one, sn: String(at + 1) })))
const kindOf = fc.constantFrom('outpatient' as const, 'inpatient' as const, 'pharmacy' as const)
const careOf = fc.record({ kind: kindOf, lines: linesOf, account: fc.boolean() })
type Care = typeof careOf extends fc.Arbitrary<infer T> ? T : never
const accountOf = fc.record({
  currentYear: fc.integer({ min: 0, max: 100_000 }),
  pastYears: fc.integer({ min: 0, max: 300_000 }),
})
function yuanOf(amount: number): string {
  return formatYuan(amount as Fen)
}
const totalOf = (lines: readonly Line[]) =>
  yuanOf(lines.reduce((sum, { amount }) => sum + cents(Number(amount)), 0))

async function withAccount(held: { currentYear: number; pastYears: number }): Promise<Insured> {
  const who = await clinic.insured()
  const row = {
    personId: who.personId,
    day: plainDate('2020-01-01'),
    currentYear: fen(held.currentYear),
    pastYears: fen(held.pastYears),
  }
  await inTransaction(clinic.regionDb, (db) => bringIn(db, REGION, [row]))
  return who
}
const accountNow = async (who: Insured, day = clinic.clock.today()) =>
  (await heldBy(clinic.regionDb, REGION, [who.personId], day)).get(who.personId)!

interface Settled {
  readonly output: Output
  readonly visitId: string
  readonly kind: Care['kind']
  readonly again: () => Promise<Settled>
}

/** Treats and settles, on the day before today. */
async function settleOne(who: Insured, { kind, lines, account }: Care, day: string): Promise<Settled> {
  const flag = { acct_used_flag: account ? '1' : '0' }
  const total = totalOf(lines)
  const settledBy = async (visitId: string, settle: () => Promise<Output>): Promise<Settled> => ({
    output: await settle(),
    visitId,
    kind,
    again: () => settledBy(visitId, settle),
  })
  if (kind === 'pharmacy') {
    const druginfo = {
      ...settling(who, '', '', total, flag).data,
      med_type: '41',
      begntime: `${day} 09:00:00`,
      psn_cert_type: '01',
      psn_type: '11',
      psn_name: '王芳',
      certno: who.idNumber,
    }
    const drugdetail = feeLines(who, '', 'B1', lines).feedetail
    const buy = () => ask('2102', { druginfo, drugdetail }, { institution: PHARMACY })
    const one = async (): Promise<Settled> => {
      const output = await buy()
      return { output, visitId: output.setlinfo.mdtrt_id, kind, again: one }
    }
    return one()
  }
  if (kind === 'outpatient') {
    const { data } = await ask('2201', registration(who, { begntime: `${day} 09:00:00` }))
    await ask('2204', feeLines(who, data.mdtrt_id, 'B1', lines))
    return settledBy(data.mdtrt_id, () => ask('2207', settling(who, data.mdtrt_id, 'B1', total, flag)))
  }
  const { result } = await ask('2401', admission(who, { begntime: `${day} 08:00:00` }))
  await ask(
    '2301',
    wardLines(
      who,
      result.mdtrt_id,
      lines.map((one) => ({ ...one, day })),
    ),
  )
  await ask('2402', leaving(who, result.mdtrt_id, { endtime: `${day} 18:00:00` }))
  return settledBy(result.mdtrt_id, () => ask('2304', staySettling(who, result.mdtrt_id, total, flag)))
}

const BACK = { outpatient: '2208', inpatient: '2305', pharmacy: '2103' } as const
async function takeBack(who: Insured, { kind, output, visitId }: Settled): Promise<Output> {
  const { data } = stayOf(who, visitId, { setl_id: output.setlinfo.setl_id })
  return ask(BACK[kind], { data }, kind === 'pharmacy' ? { institution: PHARMACY } : {})
}

describe('the identities of the interface', () => {
  it(
    'hold with every payer and the account, for settlement and cancellation (A1 to A6, A10)',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(careOf, accountOf, async (care, account) => {
          const who = await withAccount(account)
          const settled = await settleOne(who, care, '2020-10-11')
          const { setlinfo: s, setldetail } = settled.output
          const sum = (...names: string[]) => names.reduce((so, name) => so + cents(s[name]), 0)
          expect(sum('fund_pay_sumamt', 'psn_part_amt', 'hosp_part_amt')).toBe(cents(s.medfee_sumamt))
          expect(sum(...PAYERS)).toBe(cents(s.fund_pay_sumamt))
          expect(sum('acct_pay', 'psn_cash_pay')).toBe(cents(s.psn_part_amt))
          expect(care.account || s.acct_pay === 0).toBe(true)
          expect(s.acct_mulaid_pay).toBe(0)
          const split = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt']
          expect(sum(...split)).toBe(cents(s.medfee_sumamt))
          const rows = setldetail as { fund_pay_type: string; fund_payamt: number }[]
          expect(rows.reduce((so, row) => so + cents(row.fund_payamt), 0)).toBe(
            sum('fund_pay_sumamt', 'acct_pay'),
          )
          expect(new Set(rows.map(({ fund_pay_type }) => fund_pay_type)).size).toBe(rows.length)
          for (const name of [...PAYERS, 'acct_pay', 'psn_cash_pay'])
            expect(s[name]).toBeGreaterThanOrEqual(0)
          // 余额 is what the ledger holds.
          const before = account.currentYear + account.pastYears
          expect(cents(s.balc)).toBe(before - cents(s.acct_pay))
          const held = await accountNow(who)
          expect(held.currentYear + held.pastYears).toBe(cents(s.balc))

          const { setlinfo: back } = await takeBack(who, settled)
          for (const name of AMOUNTS.filter((name) => name in back))
            expect([name, cents(back[name])]).toEqual([name, 0 - cents(s[name])])
          expect(await accountNow(who)).toMatchObject(account)
          expect(cents(back.balc)).toBe(before)
        }),
        { numRuns: 50 },
      )
    },
  )
})

it('a large bill is paid by every payer in turn and each is told by its own name and fund', async () => {
  const lines: Line[] = [{ sn: '1', code: 'A1', cnt: '1', pric: '9000.00', amount: '9000.00' }]
  for (const kind of ['outpatient', 'inpatient'] as const) {
    const who = await withAccount({ currentYear: 20_000, pastYears: 5_000 })
    const { output } = await settleOne(who, { kind, lines, account: kind === 'outpatient' }, '2020-10-11')
    for (const payer of PAYERS) expect([payer, output.setlinfo[payer] > 0]).toEqual([payer, true])
    const funds = (output.setldetail as { fund_pay_type: string }[]).map((row) => row.fund_pay_type)
    const account = kind === 'outpatient' ? ['310200'] : []
    expect(funds).toEqual(['310100', '320100', '370100', '310300', '330100', '610100', '999997', ...account])
  }
})

it('whoever asks what somebody is entitled to (2001) is told every fund that pays', async () => {
  const who = await clinic.insured()
  const { trtinfo } = await ask('2001', {
    data: {
      psn_no: who.psnNo,
      insutype: '310',
      fixmedins_code: 'H33060200001',
      med_type: '21',
      begntime: '2020-10-12 09:00:00',
    },
  })
  const funds = (trtinfo as { fund_pay_type: string; trt_enjymnt_flag: string }[]).map(
    ({ fund_pay_type, trt_enjymnt_flag }) => `${fund_pay_type} ${trt_enjymnt_flag}`,
  )
  expect(funds).toEqual(['310100 1', '320100 1', '370100 1', '310300 1', '330100 1', '610100 1', '999997 1'])
})

describe('years and account', () => {
  it(
    'end as the settlements that stand leave them, whatever was settled, taken back and settled again, and when',
    { timeout: 240_000 },
    async () => {
      const step = fc.oneof(
        { weight: 5, arbitrary: careOf.map((care) => ({ care })) },
        { weight: 3, arbitrary: fc.nat(20).map((cancel) => ({ cancel })) },
        { weight: 2, arbitrary: fc.nat(20).map((again) => ({ again })) },
        { weight: 1, arbitrary: fc.constant({ turn: true }) },
      )
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 3, maxLength: 9 }),
          accountOf,
          async (steps, account) => {
            const who = await withAccount(account)
            const standing: Settled[] = []
            const open: Settled[] = []
            let day = '2020-10-11'
            try {
              for (const one of steps)
                if ('care' in one) standing.push(await settleOne(who, one.care, day))
                else if ('turn' in one) {
                  clinic.clock.set('2021-01-12T02:00:00Z')
                  day = '2021-01-11'
                } else if ('cancel' in one && standing.length > 0) {
                  const [settled] = standing.splice(one.cancel % standing.length, 1) as [Settled]
                  await takeBack(who, settled)
                  open.push(settled)
                } else if ('again' in one && open.length > 0) {
                  const [settled] = open.splice(one.again % open.length, 1) as [Settled]
                  standing.push(await settled.again())
                }
              const expected = await addedUp(who)
              expect(await yearsOf(who)).toEqual(expected.years)
              expect(await accountNow(who)).toMatchObject(replayed(account, expected.takings))
            } finally {
              clinic.clock.set('2020-10-12T02:00:00Z')
            }
          },
        ),
        { numRuns: 50 },
      )
    },
  )

  it('of one person settled at once at several places are exact', async () => {
    const who = await withAccount({ currentYear: 50_000, pastYears: 0 })
    const lines: Line[] = [{ sn: '1', code: 'A1', cnt: '1', pric: '900.00', amount: '900.00' }]
    const cares = Array.from({ length: 5 }, () => ({ kind: 'outpatient' as const, lines, account: true }))
    const settled = await Promise.all(cares.map((care) => settleOne(who, care, '2020-10-11')))
    const paid = settled.reduce((sum, { output }) => sum + cents(output.setlinfo.acct_pay), 0)
    expect(paid).toBe(50_000)
    const expected = await addedUp(who)
    expect(await yearsOf(who)).toEqual(expected.years)
    expect((await accountNow(who)).currentYear).toBe(0)
  })
})

describe('the personal account', () => {
  const care: Care = {
    kind: 'outpatient',
    lines: [{ sn: '1', code: 'A1', cnt: '1', pric: '500.00', amount: '500.00' }],
    account: true,
  }

  it('that was paid out after a settlement takes nothing back, and says where to go', async () => {
    const who = await withAccount({ currentYear: 10_000, pastYears: 0 })
    const { output, visitId } = await settleOne(who, care, '2020-10-11')
    expect(output.setlinfo.acct_pay).toBe(100)
    await inTransaction(clinic.regionDb, (db) =>
      payOut(db, REGION, who.personId, { caseId: who.personId, day: plainDate('2020-10-12') }),
    )
    const before = await yearsOf(who)
    const { data } = stayOf(who, visitId, { setl_id: output.setlinfo.setl_id })
    expect((await send('2208', { data })).reason).toContain('一次性支取')
    expect(await yearsOf(who)).toEqual(before)
    expect((await settleOne(who, care, '2020-10-11')).output.setlinfo.acct_pay).toBe(0)
  })

  it('of relatives is not used while no rule on it is loaded', async () => {
    const who = await withAccount({ currentYear: 10_000, pastYears: 0 })
    const { data } = await ask('2201', registration(who))
    await ask('2204', feeLines(who, data.mdtrt_id, 'B1', care.lines))
    const asked = settling(who, data.mdtrt_id, 'B1', '500.00', { acct_used_flag: '2' })
    expect((await send('2207', asked)).reason).toContain('共济')
  })

  it('is told with the person, and in the answers to questions about a settlement', async () => {
    const who = await withAccount({ currentYear: 10_000, pastYears: 5_000 })
    const asked = { mdtrt_cert_type: '02', mdtrt_cert_no: who.idNumber, psn_cert_type: '01' }
    const { insuinfo } = await ask('1101', { data: asked })
    expect(insuinfo).toMatchObject([{ insutype: '310', balc: 150 }])
    const { output, visitId } = await settleOne(who, care, '2020-10-11')
    const { data } = stayOf(who, visitId, { setl_id: output.setlinfo.setl_id })
    const { setlinfo, setldetail } = await ask('5203', { data })
    expect(setlinfo).toMatchObject({ acct_pay: 150, balc: 0 })
    expect(setldetail).toEqual(expect.arrayContaining([expect.objectContaining({ fund_pay_type: '310200' })]))
  })
})

type Years = Record<string, readonly number[]>

/** Every year of every payer of a person as booked, what is nothing left out. */
async function yearsOf(who: Insured): Promise<Years> {
  const rows = await sql<{ name: string; year: number; amounts: string[] }>(
    `select care_kind as name, year, array[deductible_used, in_scope_used, fund_paid, admissions]::text[] as amounts
     from claims.accumulator where person_id = $1
     union all
     select payer, year, array[deductible_used, base_used, paid, 0]::text[] from claims.payer_year where person_id = $1`,
    [who.personId],
  )
  return nonZero(
    rows.map(({ name, year, amounts }) => {
      const [deductible, base, paid, admissions] = amounts.map(Number)
      return [`${name} ${year}`, [cents(deductible!), cents(base!), cents(paid!), admissions!]] as const
    }),
  )
}

const nonZero = (rows: readonly (readonly [string, readonly number[]])[]): Years =>
  Object.fromEntries(rows.filter(([, amounts]) => amounts.some((amount) => amount !== 0)))

/** What the settlements that stand have added by their workings, and what they took from the account. */
async function addedUp(who: Insured) {
  const rows = await sql<{ kind: string; year: number; day: PlainDate; workings: Workings }>(
    `select care_kind as kind, year, settled_on::text as day, workings from settlement.settlement
     where person_id = $1 and cancels is null and cancelled_by is null order by settlement_id`,
    [who.personId],
  )
  const years = new Map<string, number[]>()
  const add = (name: string, amounts: readonly number[]) => {
    const sum = years.get(name) ?? amounts.map(() => 0)
    years.set(
      name,
      sum.map((so, at) => so + amounts[at]!),
    )
  }
  for (const { kind, year, workings } of rows) {
    const { before, after, later } = workings
    add(`${kind} ${year}`, [
      after.deductibleUsed - before.deductibleUsed,
      after.inScopeUsed - before.inScopeUsed,
      after.fundPaid - before.fundPaid,
      after.admissions - before.admissions,
    ])
    for (const [id, is] of Object.entries(later?.after.stages ?? {})) {
      const was = later!.before.stages[id]!
      add(`${id} ${year}`, [
        is.deductibleUsed - was.deductibleUsed,
        is.inScopeUsed - was.inScopeUsed,
        is.fundPaid - was.fundPaid,
        0,
      ])
    }
  }
  const takings = rows.flatMap(({ day, workings: { account } }) => (account ? [{ day, ...account }] : []))
  return { years: nonZero([...years]), takings }
}

/** The account as if only these had ever been taken from it. */
function replayed(
  account: { currentYear: number; pastYears: number },
  takings: readonly { day: PlainDate; currentYear: number; pastYears: number }[],
) {
  const start = { year: 2020, currentYear: fen(account.currentYear), pastYears: fen(account.pastYears) }
  const after = takings.reduce(
    (balance, { day, currentYear, pastYears }) =>
      booked(balance, {
        kind: 'settlement',
        day,
        currentYear: fen(0 - currentYear),
        pastYears: fen(0 - pastYears),
      }).after,
    start,
  )
  const now = yearOf(clinic.clock.today())
  return now === after.year
    ? after
    : { year: now, currentYear: 0, pastYears: after.pastYears + after.currentYear }
}
