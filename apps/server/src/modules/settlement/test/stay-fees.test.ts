import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openClinic } from './clinic.ts'
import { admitted, leaving, stayOf, staySettling, TEN, TEN_TOTAL, wardLines, type WardLine } from './ward.ts'

const clinic = await openClinic()
const { ask, send } = clinic
/** why a message was refused; empty when it was not */
const refusal = async (infno: string, input: unknown, sender = {}) => {
  const { accepted, reason } = await send(infno, input, sender)
  return accepted ? '' : reason
}
const refund = (sn: string, refunds: string, cnt: string, pric: string, amount: string): WardLine => ({
  sn,
  code: 'A1',
  cnt,
  pric,
  amount,
  refunds,
})

describe('fees of a stay', () => {
  it('are refunded by rows with negative amounts, and what is left is settled', async () => {
    const who = await clinic.insured()
    const id = await admitted(clinic, who)
    await ask('2301', wardLines(who, id, TEN))
    const { result } = await ask('2301', wardLines(who, id, [refund('R1', '1', '-10', '400.00', '-4000.00')]))
    expect(result[0]).toMatchObject({ det_item_fee_sumamt: -4000, inscp_scp_amt: -4000, chrgitm_lv: '01' })
    await ask('2402', leaving(who, id))
    expect(await refusal('2304', staySettling(who, id, TEN_TOTAL))).toMatch(/合计 9205\.00 元不一致/)
    const { setlinfo } = await ask('2304', staySettling(who, id, '9205.00'))
    expect(setlinfo.medfee_sumamt).toBe(9205)
  })

  it('are refunded within bounds: of a line that is there, open, and not more than is left', async () => {
    const who = await clinic.insured()
    const id = await admitted(clinic, who)
    await ask('2301', wardLines(who, id, TEN))
    const upload = (line: WardLine) => wardLines(who, id, [line])
    expect(await refusal('2301', upload(refund('R1', '9', '-1', '400.00', '-400.00')))).toMatch(
      /不在该次住院的未结算明细/,
    )
    expect(await refusal('2301', upload(refund('R1', '1', '-31', '400.00', '-12400.00')))).toMatch(
      /超过原明细 1 剩余的 12000\.00 元/,
    )
    expect(await refusal('2301', upload(refund('R1', '1', '1', '400.00', '400.00')))).toMatch(/应为负数/)
    expect(await refusal('2301', upload({ ...TEN[0]!, sn: 'N', cnt: '-1', amount: '-400.00' }))).toMatch(
      /须填写被退的费用明细流水号/,
    )
    expect(await refusal('2301', upload(TEN[0]!))).toMatch(/已存在/)
    await ask('2304', staySettling(who, id, TEN_TOTAL, { mid_setl_flag: '1' }))
    expect(await refusal('2301', upload(refund('R1', '1', '-1', '400.00', '-400.00')))).toMatch(/2305/)
  })

  it('are taken back line by line, and a refunded line only with its refund', async () => {
    const who = await clinic.insured()
    const id = await admitted(clinic, who)
    await ask('2301', wardLines(who, id, [...TEN, refund('R1', '1', '-30', '400.00', '-12000.00')]))
    const drop = (...sns: string[]) => ({
      data: sns.map((feedetl_sn) => ({ feedetl_sn, mdtrt_id: id, psn_no: who.psnNo })),
    })
    expect(await refusal('2302', drop('1'))).toMatch(/已有退费 R1/)
    expect(await refusal('2302', drop('77'))).toMatch(/不在该次住院的未结算明细/)
    await ask('2302', drop('1', 'R1'))
    await ask('2402', leaving(who, id))
    const { setlinfo } = await ask('2304', staySettling(who, id, '1205.00'))
    expect(setlinfo.medfee_sumamt).toBe(1205)
    const lines = await ask('5204', stayOf(who, id, { setl_id: setlinfo.setl_id }))
    expect((lines as { feedetl_sn: string }[]).map(({ feedetl_sn }) => feedetl_sn)).toEqual(['2', '3', '4'])
  })

  it('refunded down to nothing settle as if they had never been', async () => {
    const codes = fc.constantFrom('A1', 'A2', 'B1', 'B2', 'C1', 'NOT-LISTED')
    const lines = fc.array(
      fc.record({
        code: codes,
        count: fc.integer({ min: 1, max: 9 }),
        price: fc.integer({ min: 1, max: 9_999 }),
        back: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    )
    const yuan = (fen: number) => `${fen < 0 ? '-' : ''}${(Math.abs(fen) / 100).toFixed(2)}`
    await fc.assert(
      fc.asyncProperty(lines, async (drawn) => {
        const kept = [{ code: 'A1', count: 50, price: 40_000, back: false }, ...drawn]
        const sent = kept.map(({ code, count, price }, at) => ({
          sn: `${at}`,
          code,
          cnt: `${count}`,
          pric: yuan(price),
          amount: yuan(count * price),
        }))
        const refunds = kept.flatMap(({ count, price, back, code }, at) =>
          back
            ? [
                {
                  sn: `R${at}`,
                  code,
                  cnt: `-${count}`,
                  pric: yuan(price),
                  amount: yuan(-count * price),
                  refunds: `${at}`,
                },
              ]
            : [],
        )
        const stands = kept.filter(({ back }) => !back)
        const total = yuan(stands.reduce((so, { count, price }) => so + count * price, 0))
        const outcome = async (upload: readonly WardLine[]) => {
          const who = await clinic.insured()
          const id = await admitted(clinic, who)
          const { result } = await ask('2301', wardLines(who, id, upload))
          await ask('2402', leaving(who, id))
          const { setlinfo } = await ask('2304', staySettling(who, id, total))
          const parts = ['fulamt_ownpay_amt', 'overlmt_amt', 'preselfpay_amt', 'inscp_scp_amt'] as const
          const sums = parts.map(
            (name) =>
              0 +
              Math.round(
                (result as Record<string, number>[]).reduce((so, line) => so + line[name]!, 0) * 100,
              ),
          )
          const { fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt, hifp_pay } = setlinfo
          const told = [fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt]
          expect(sums).toEqual(told.map((amount: number) => Math.round(amount * 100) + 0))
          return { told, hifp_pay: hifp_pay as number }
        }
        expect(await outcome([...sent, ...refunds])).toEqual(
          await outcome(sent.filter((_, at) => !kept[at]!.back)),
        )
      }),
      { numRuns: 10 },
    )
  })
})
