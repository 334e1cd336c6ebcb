import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, formatYuan, ratio, type Fen } from '@yichuang/kernel'
import { usedBy } from '../../claims/index.ts'
import { partsOf, type ClassedLine } from '../fee-lines.ts'
import { AMOUNTS } from '../settlement.queries.ts'
import { personOf, psnNo } from '../person-number.ts'
import { feeLines, openClinic, REGION, registration, settling, type Insured, type Line } from './clinic.ts'

const clinic = await openClinic()
const { ask } = clinic

const lineOf = fc
  .record({
    code: fc.constantFrom('A1', 'A2', 'B1', 'B2', 'C1', 'NONE'),
    cnt: fc.integer({ min: 1, max: 40 }),
    cents: fc.integer({ min: 1, max: 60_000 }),
  })
  .map(({ code, cnt, cents }) => ({
    code,
    cnt: String(cnt),
    pric: formatYuan(cents as Fen),
    amount: formatYuan((cnt * cents) as Fen),
  }))
const linesOf = fc
  .array(lineOf, { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((line, at): Line => ({ ...line, sn: String(at + 1) })))
const totalOf = (lines: readonly Line[]) =>
  formatYuan(lines.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0) as Fen)
const cents = (amount: number) => Math.round(amount * 100)

async function visit(who: Insured, lines: readonly Line[]) {
  const { data } = await ask('2201', registration(who))
  const { result } = await ask('2204', feeLines(who, data.mdtrt_id, 'B1', lines))
  return { visitId: data.mdtrt_id as string, result }
}

const ofYear = (who: Insured) =>
  usedBy(clinic.regionDb, {
    regionCode: REGION,
    personId: who.personId,
    insurance: 'employee',
    kind: 'outpatient',
    year: 2020,
  })

describe('the identities of the interface', () => {
  it(
    'hold for every settlement, its lines and its cancellation (A1 to A10)',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(linesOf, async (lines) => {
          const who = await clinic.insured()
          const { visitId, result } = await visit(who, lines)
          const { setlinfo: s, setldetail } = await ask('2207', settling(who, visitId, 'B1', totalOf(lines)))
          const sum = (...names: string[]) => names.reduce((so, name) => so + cents(s[name]), 0)
          // A1, A2
          expect(sum('fund_pay_sumamt', 'psn_part_amt', 'hosp_part_amt')).toBe(cents(s.medfee_sumamt))
          const funds = [
            'hifp_pay',
            'cvlserv_pay',
            'hifes_pay',
            'hifmi_pay',
            'hifob_pay',
            'maf_pay',
            'oth_pay',
          ]
          expect(sum(...funds, 'hifdm_pay')).toBe(cents(s.fund_pay_sumamt))
          // A3 and A4: what relatives' accounts paid lies in what the account paid.
          expect(sum('acct_pay', 'psn_cash_pay')).toBe(cents(s.psn_part_amt))
          expect(s.acct_mulaid_pay).toBeLessThanOrEqual(s.acct_pay)
          // A5
          const split = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt']
          expect(sum(...split)).toBe(cents(s.medfee_sumamt))
          // A6
          const paid = setldetail.reduce(
            (so: number, row: { fund_payamt: number }) => so + cents(row.fund_payamt),
            0,
          )
          expect(paid).toBe(sum('fund_pay_sumamt', 'acct_pay', 'hosp_part_amt'))
          for (const [at, line] of result.entries()) {
            // A7, A8, A9
            expect(cents(line.det_item_fee_sumamt)).toBe(
              cents(Number(lines[at]!.cnt) * Number(lines[at]!.pric)),
            )
            const parts = ['fulamt_ownpay_amt', 'overlmt_amt', 'preselfpay_amt', 'inscp_scp_amt']
            expect(parts.reduce((so, name) => so + cents(line[name]), 0)).toBe(
              cents(line.det_item_fee_sumamt),
            )
            const own = line.chrgitm_lv === '03' ? line.det_item_fee_sumamt : 0
            expect(line.fulamt_ownpay_amt).toBe(own)
            expect(line.chrgitm_lv === '02' || line.preselfpay_amt === 0).toBe(true)
            expect(line.overlmt_amt === 0 || Number(line.pric) > Number(line.pric_uplmt_amt)).toBe(true)
          }
          // The settlement is the sum of its lines.
          const ofLines = (name: string) =>
            result.reduce((so: number, line: Record<string, number>) => so + cents(line[name]!), 0)
          expect(ofLines('overlmt_amt')).toBe(cents(s.overlmt_selfpay))
          expect(ofLines('inscp_scp_amt')).toBe(cents(s.inscp_scp_amt))
          // A10
          const ids = { mdtrt_id: visitId, psn_no: who.psnNo, setl_id: s.setl_id }
          const { setlinfo: back } = await ask('2208', { data: ids })
          for (const name of AMOUNTS) expect([name, cents(back[name])]).toEqual([name, 0 - cents(s[name])])
        }),
        { numRuns: 25 },
      )
    },
  )

  it('hold for every line by itself (A8, A9)', () => {
    const classed = fc.record({
      amount: fc.integer({ min: 0, max: 10_000_000 }),
      class: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
      share: fc.integer({ min: 0, max: 10_000 }),
      quantity: fc.integer({ min: 1, max: 1_000_000 }),
      ceiling: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(classed, ({ amount, class: cls, share, quantity, ceiling }) => {
        const line: ClassedLine = {
          sn: '1',
          amount: fen(amount),
          class: cls,
          ratio: ratio(cls === 'A' ? '0' : (share / 10_000).toFixed(4)),
          ...(ceiling !== undefined && { quantity: quantity / 10_000, ceiling: fen(ceiling) }),
        }
        const { own, over, first, inScope } = partsOf(line)
        expect(own + over + first + inScope).toBe(amount)
        for (const part of [own, over, first, inScope]) expect(part).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a year', () => {
  it(
    'is the sum of the settlements that stand, in whatever order they were made and taken back',
    { timeout: 180_000 },
    async () => {
      const steps = fc.array(
        fc.oneof(
          { weight: 3, arbitrary: linesOf.map((lines) => ({ lines })) },
          { weight: 2, arbitrary: fc.nat(20).map((cancel) => ({ cancel })) },
          { weight: 1, arbitrary: fc.nat(20).map((again) => ({ again })) },
        ),
        { minLength: 2, maxLength: 10 },
      )
      await fc.assert(
        fc.asyncProperty(steps, async (played) => {
          const who = await clinic.insured()
          const open: { visitId: string; total: string }[] = []
          const settled: { visitId: string; total: string; setlId: string }[] = []
          const settleOne = async (visitId: string, total: string) => {
            const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', total))
            settled.push({ visitId, total, setlId: setlinfo.setl_id })
          }
          for (const step of played) {
            if ('lines' in step) await settleOne((await visit(who, step.lines)).visitId, totalOf(step.lines))
            else if ('cancel' in step && settled.length > 0) {
              const [{ visitId, total, setlId }] = settled.splice(step.cancel % settled.length, 1) as [
                (typeof settled)[number],
              ]
              await ask('2208', { data: { mdtrt_id: visitId, psn_no: who.psnNo, setl_id: setlId } })
              open.push({ visitId, total })
            } else if ('again' in step && open.length > 0) {
              const [{ visitId, total }] = open.splice(step.again % open.length, 1) as [(typeof open)[number]]
              await settleOne(visitId, total)
            }
          }
          const { fundPaid, inScopeUsed, deductibleUsed } = await ofYear(who)
          const year = { fundPaid, inScopeUsed, deductibleUsed }
          // With the negative rows the sum over everything is the same (A11).
          expect(await sumsOf(who)).toEqual({ standing: year, everything: year, workings: year })
        }),
        { numRuns: 15 },
      )
    },
  )

  it('ends with the year of care: what is settled in January for December counts in December’s year', async () => {
    const who = await clinic.insured()
    const { data } = await ask('2201', registration(who, { begntime: '2020-10-12 09:00:00' }))
    const lines: Line[] = [{ sn: '1', code: 'A1', cnt: '1', pric: '900.00', amount: '900.00' }]
    await ask('2204', feeLines(who, data.mdtrt_id, 'B1', lines))
    clinic.clock.set('2021-01-02T02:00:00Z')
    try {
      const { setlinfo } = await ask('2207', settling(who, data.mdtrt_id, 'B1', '900.00'))
      expect((await ofYear(who)).fundPaid).toBe(cents(setlinfo.fund_pay_sumamt))
      const ids = { mdtrt_id: data.mdtrt_id, psn_no: who.psnNo, setl_id: setlinfo.setl_id }
      await ask('2208', { data: ids })
      expect((await ofYear(who)).fundPaid).toBe(0)
    } finally {
      clinic.clock.set('2020-10-12T02:00:00Z')
    }
  })
})

interface Used {
  readonly fundPaid: number
  readonly inScopeUsed: number
  readonly deductibleUsed: number
}

/** What the settlements that stand add up to, what all rows with their negatives do, and what each added by its workings. */
async function sumsOf(who: Insured) {
  const rows = await clinic.sql<{
    fund: string
    deductible: string
    inScope: string
    workings: { before: Used; after: Used }
    standing: boolean
  }>(
    `select fund_pay_sumamt * 100 as fund, act_pay_dedc * 100 as deductible, inscp_scp_amt * 100 as "inScope", workings,
       cancels is null and cancelled_by is null as standing
     from settlement.settlement where person_id = $1`,
    [who.personId],
  )
  const add = (of: typeof rows) => ({
    fundPaid: of.reduce((sum, { fund }) => sum + Number(fund), 0),
    inScopeUsed: of.reduce((sum, { inScope }) => sum + Number(inScope), 0),
    deductibleUsed: of.reduce((sum, { deductible }) => sum + Number(deductible), 0),
  })
  const standing = rows.filter((row) => row.standing)
  const added = (name: keyof Used) =>
    standing.reduce((sum, { workings }) => sum + workings.after[name] - workings.before[name], 0)
  return {
    standing: add(standing),
    everything: add(rows),
    workings: {
      fundPaid: added('fundPaid'),
      inScopeUsed: added('inScopeUsed'),
      deductibleUsed: added('deductibleUsed'),
    },
  }
}

describe('the number of a person', () => {
  it('is 30 capitals and digits, and names the person it was made of', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{12}7[0-9a-f]{19}$/)
    fc.assert(
      fc.property(hex, (digits) => {
        const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
        const number = psnNo(REGION, id)
        expect(number).toMatch(/^330600[0-9A-Z]{24}$/)
        expect(personOf(REGION, number)).toBe(id)
        expect(personOf('370800', number)).toBeUndefined()
      }),
    )
  })
})
