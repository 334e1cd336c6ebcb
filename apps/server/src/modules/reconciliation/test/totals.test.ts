import { describe, expect, it } from 'vitest'
import { settlementHandlers } from '../../settlement/index.ts'
import { fiveTotal, openClinic, OTHER_HOSPITAL, settling, visitWith } from '../../settlement/test/clinic.ts'
import { compareTotals } from '../totals.ts'
import { admitted, leaving, staySettling, TEN, TEN_TOTAL, wardLines } from '../../settlement/test/ward.ts'

const clinic = await openClinic({ handlers: [...settlementHandlers, compareTotals] })
const { ask, send } = clinic

interface Sums {
  count: number
  total: number
  fund: number
}
const compare = (sums: Sums, more: object = {}, sender = {}) =>
  ask(
    '3201',
    {
      data: {
        insutype: '310',
        clr_type: '11',
        setl_optins: '330600',
        stmt_begndate: '2020-10-12',
        stmt_enddate: '2020-10-12',
        medfee_sumamt: sums.total.toFixed(2),
        fund_pay_sumamt: sums.fund.toFixed(2),
        acct_pay: '0.00',
        fixmedins_setl_cnt: sums.count,
        ...more,
      },
    },
    sender,
  )

describe('the accounts of a day', () => {
  it('are even when the institution has what the centre has, a refund counted as a row of its own', async () => {
    const sums = { count: 0, total: 0, fund: 0 }
    const add = ({ medfee_sumamt, hifp_pay }: { medfee_sumamt: number; hifp_pay: number }) => {
      sums.count += 1
      sums.total += medfee_sumamt
      sums.fund += hifp_pay
    }
    expect((await compare(sums)).stmtinfo).toMatchObject({ stmt_rslt: '0', stmt_rslt_dscr: '平' })
    for (let at = 0; at < 3; at += 1) {
      const who = await clinic.insured()
      const visitId = await visitWith(clinic, who)
      const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
      add(setlinfo)
      if (at > 0) continue
      const { setl_id, mdtrt_id, psn_no } = setlinfo
      add((await ask('2208', { data: { setl_id, mdtrt_id, psn_no } })).setlinfo)
    }
    expect(sums.count).toBe(4)
    expect((await compare(sums)).stmtinfo.stmt_rslt).toBe('0')
    // Of nobody else: not of another institution, another kind of clearing, insurance or day.
    const nothing = { count: 0, total: 0, fund: 0 }
    for (const [more, sender] of [
      [{}, { institution: OTHER_HOSPITAL }],
      [{ clr_type: '21' }, {}],
      [{ insutype: '390' }, {}],
      [{ stmt_begndate: '2020-10-11', stmt_enddate: '2020-10-11' }, {}],
    ])
      expect((await compare(nothing, more, sender)).stmtinfo.stmt_rslt).toBe('0')
  })

  it('are told apart where they differ, each figure with both sides', async () => {
    const who = await clinic.insured()
    const id = await admitted(clinic, who)
    await ask('2301', wardLines(who, id, TEN))
    await ask('2402', leaving(who, id))
    const { setlinfo } = await ask('2304', staySettling(who, id, TEN_TOTAL))
    const sums = { count: 1, total: 13205, fund: setlinfo.hifp_pay as number }
    const stays = { clr_type: '21' }
    expect((await compare(sums, stays)).stmtinfo.stmt_rslt).toBe('0')
    const one = (await compare({ ...sums, count: 2, total: 13205.01 }, stays)).stmtinfo
    expect(one).toEqual({
      setl_optins: '330600',
      stmt_rslt: '1',
      stmt_rslt_dscr: '不平：笔数 中心 1、机构 2；医疗费总额 中心 13205.00 元、机构 13205.01 元',
    })
  })

  it('are not compared over days that end before they begin, or for what is not insured here', async () => {
    const data = {
      insutype: '310',
      clr_type: '11',
      setl_optins: '330600',
      acct_pay: '0',
      fixmedins_setl_cnt: 0,
    }
    const sums = { medfee_sumamt: '0', fund_pay_sumamt: '0' }
    const days = (stmt_begndate: string, stmt_enddate: string) => ({ stmt_begndate, stmt_enddate })
    for (const [more, words] of [
      [days('2020-10-12', '2020-10-11'), /结束日期不能早于开始日期/],
      [days('2020-01-01', '2020-10-11'), /最多对 92 天/],
      [{ ...days('2020-10-11', '2020-10-12'), insutype: '340' }, /险种/],
    ] as const) {
      const { accepted, reason } = await send('3201', { data: { ...data, ...sums, ...more } })
      expect([accepted, reason]).toEqual([false, expect.stringMatching(words)])
    }
  })
})
