import { describe, expect, it } from 'vitest'
import { fiveLines, fiveTotal, HOSPITAL, OTHER_HOSPITAL, REGION } from '../../settlement/test/clinic.ts'
import { application, openClearingTown, type Settled } from './clearing-town.ts'

const town = await openClearingTown()
const { ask, send, api, people } = town
await town.agree(HOSPITAL, '0.05')

interface Application {
  applicationId: string
  number: string
  version: number
  state: string
  applied: string
  deducted: string
  deposit: string
  offset: string
  payable: string
}
const apply = async (rows: readonly Settled[], more: object = {}, sender: object = {}) =>
  (await ask('3203', application(rows, more), sender)).result.clr_appy_evt_id as string
const refused = async (infno: string, input: object, sender: object = {}) => {
  const { accepted, reason } = await send(infno, input, sender)
  expect(accepted).toBe(false)
  return reason
}
const found = async (number: string) => {
  const { body } = await api(`GET /clearing/applications?regionCode=${REGION}&which=all`, people.reviewer)
  return (body.items as Application[]).find((one) => one.number === number)!
}
const act = async (
  what: string,
  as: keyof typeof people,
  { applicationId, version }: Application,
  more: object = {},
) =>
  api(`POST /clearing/applications/${applicationId}/${what}`, people[as], {
    regionCode: REGION,
    version,
    ...more,
  })
const day = (begndate: string, enddate = begndate) => ({ begndate, enddate })

describe('an application for clearing', () => {
  it('takes the closed days of a month as both sides have them, cancellations as negative rows', async () => {
    town.on('2020-10-12')
    const [one, two] = [await town.settled(fiveLines, fiveTotal), await town.settled(fiveLines, fiveTotal)]
    const back = await town.cancelled(two)
    const rows = [one, two, back]
    expect(await refused('3203', application(rows, day('2020-10-01', '2020-10-31')))).toContain('还没有日结')
    town.on('2020-10-13')
    const number = await apply(rows)
    expect(number).toMatch(/^QS330600\d{10}$/)
    expect(await found(number)).toMatchObject({
      state: 'applied',
      count: 3,
      cancellations: 1,
      applied: one.fund_pay_sumamt.toFixed(2),
      medical: one.medfee_sumamt.toFixed(2),
    })
    // Nobody clears it twice, whatever days are asked for.
    for (const days of [day('2020-10-12'), day('2020-10-01', '2020-10-12')])
      expect(await refused('3203', application(rows, days))).toContain(number)
    // Withdrawn, it can be applied for again; both readings of how many people that were are taken.
    await ask('3204', { data: { clr_appy_evt_id: number } })
    expect(await refused('3204', { data: { clr_appy_evt_id: number } })).toContain('没有可撤销')
    expect(await apply(rows, { psntime: 1, clr_way: '01' })).not.toBe(number)
  })

  it('is made once where two come at once, and approved once', async () => {
    town.on('2020-10-24')
    const one = await town.settled(fiveLines, fiveTotal)
    town.on('2020-10-25')
    const input = application([one], day('2020-10-24'))
    const both = await Promise.all([send('3203', input), send('3203', input)])
    const [made, ...more] = both.filter(({ accepted }) => accepted)
    expect(more).toEqual([])
    const row = await found(made!.output.result.clr_appy_evt_id)
    const proposed = await act('propose', 'reviewer', row, { deductions: [], offsets: [] })
    const answers = await Promise.all([1, 2].map(() => act('approve', 'approver', proposed.body)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  it('is refused where a figure differs, each with both sides', async () => {
    town.on('2020-10-14')
    const one = await town.settled(fiveLines, fiveTotal)
    town.on('2020-10-15')
    const days = day('2020-10-14')
    const sum = one.fund_pay_sumamt.toFixed(2)
    expect(await refused('3203', application([one], { ...days, fund_appy_sum: '0.01' }))).toContain(
      `基金申报总额（fund_appy_sum） 中心 ${sum} 元、机构 0.01 元`,
    )
    expect(await refused('3203', application([one], { ...days, psntime: 2 }))).toContain('中心 1、机构 2')
    expect(await refused('3203', application([one], { ...days, med_sumfee: '1.00' }))).toContain(
      '医保认可费用',
    )
    expect(await refused('3203', application([one], { ...days, setlym: '202011' }))).toContain('setlym')
    expect(await refused('3203', application([one], { ...days, clr_way: '40' }))).toContain('clr_way')
    expect(await refused('3203', application([one], { ...days, clr_type: '21' }))).toContain('没有清算类别')
    expect(await refused('3203', application([one], day('2020-10-14', '2020-11-01')))).toContain(
      '同一清算年月',
    )
    const other = { institution: OTHER_HOSPITAL }
    expect(await refused('3203', application([one], days), other)).toContain('没有清算类别')
    const number = await apply([one], days)
    expect(await refused('3204', { data: { clr_appy_evt_id: number } }, other)).toContain('不存在')
  })
})

describe('the review of an application', () => {
  it('takes deductions with reason and clause and the agreement’s deposit, proposed by one and approved by another', async () => {
    town.on('2020-10-16')
    const two = await town.settled(fiveLines, fiveTotal)
    const undone = await town.cancelled(two)
    const one = await town.settled(fiveLines, fiveTotal)
    town.on('2020-10-17')
    const row = await found(await apply([one, two, undone], day('2020-10-16')))
    const fund = { insurance: 'employee', payer: 'hifp_pay' }
    const deduction = {
      ...fund,
      amount: '10.01',
      reason: '超限定支付范围',
      clause: '服务协议第三十二条',
      settlementId: one.setl_id,
    }
    const more = { ...deduction, amount: '99999.00' }
    const faulty = await act('propose', 'reviewer', row, { deductions: [more], offsets: [] })
    expect([faulty.status, faulty.body.code]).toEqual([422, 'clearing-review-faulty'])
    const absurd = Array.from({ length: 200 }, () => ({ ...deduction, amount: '999999999999.99' }))
    const unpaid = { ...deduction, settlementId: '330600202010120000000000000000' }
    for (const [deductions, why] of [
      [absurd, 'more than'],
      [[unpaid], 'not one of this application'],
      [[deduction, { ...deduction, amount: one.fund_pay_sumamt.toFixed(2) }], 'more than'],
    ] as const) {
      const { status, body } = await act('propose', 'reviewer', row, { deductions, offsets: [] })
      expect([status, body.code, body.detail]).toEqual([
        422,
        'clearing-review-faulty',
        expect.stringContaining(why),
      ])
    }
    const strange = { ...deduction, insurance: 'resident' }
    expect((await act('propose', 'reviewer', row, { deductions: [strange], offsets: [] })).status).toBe(422)
    expect((await act('propose', 'finance', row, { deductions: [], offsets: [] })).status).toBe(403)

    const proposed = (await act('propose', 'reviewer', row, { deductions: [deduction], offsets: [] }))
      .body as unknown as Application
    const left = Math.round(one.fund_pay_sumamt * 100) - 1001
    const deposit = Math.floor((left * 5 + 50) / 100)
    expect(proposed).toMatchObject({
      state: 'proposed',
      deducted: '10.01',
      depositShare: '0.0500',
      deposit: (deposit / 100).toFixed(2),
      payable: ((left - deposit) / 100).toFixed(2),
    })
    // The institution sees that it is under review, not what is only proposed; it cannot withdraw any more.
    const own = await api(
      `GET /clearing/applications/${row.applicationId}?regionCode=${REGION}`,
      people.hospital,
    )
    expect(own.body).toMatchObject({ state: 'proposed', deducted: '0.00', deductions: [] })
    expect(await refused('3204', { data: { clr_appy_evt_id: row.number } })).toContain('已开始审核')
    expect((await act('approve', 'approver', row)).body.code).toBe('clearing-changed')
    // One person cannot do both, whatever roles they hold.
    const both = { ...people.approver, userId: people.reviewer.userId }
    const self = await api(`POST /clearing/applications/${row.applicationId}/approve`, both, {
      regionCode: REGION,
      version: proposed.version,
    })
    expect(self.body.code).toBe('clearing-same-person')

    const back = (await act('send-back', 'approver', proposed, { reason: '依据不足，请补充' }))
      .body as unknown as Application
    expect(back).toMatchObject({ state: 'applied', deducted: '0.00', reason: '依据不足，请补充' })
    const again = (await act('propose', 'reviewer', back, { deductions: [deduction], offsets: [] }))
      .body as unknown as Application
    const approved = (await act('approve', 'approver', again)).body as unknown as Application
    expect(approved).toMatchObject({ state: 'approved', approvedBy: '复核员', reviewedBy: '初审员' })
    const seen = await api(
      `GET /clearing/applications/${row.applicationId}?regionCode=${REGION}`,
      people.hospital,
    )
    expect(seen.body).toMatchObject({
      deductions: [{ amount: '10.01', reason: '超限定支付范围', clause: '服务协议第三十二条' }],
    })
    const others = await api(
      `GET /clearing/applications/${row.applicationId}?regionCode=${REGION}`,
      people.other,
    )
    expect(others.status).toBe(404)
    const rows = await api(
      `GET /clearing/applications/${row.applicationId}/settlements?regionCode=${REGION}`,
      people.hospital,
    )
    expect(rows.body.items.map((row: { settlementId: string }) => row.settlementId).toSorted()).toEqual(
      [one, two, undone].map(({ setl_id }) => setl_id).toSorted(),
    )
  })

  it('may return it to the institution, which applies anew; what was cancelled afterwards is in a later one', async () => {
    town.on('2020-10-19')
    const one = await town.settled(fiveLines, fiveTotal)
    town.on('2020-10-20')
    const row = await found(await apply([one], day('2020-10-19')))
    expect((await act('return', 'reviewer', row, { reason: '金额有误，请核对' })).body.state).toBe('returned')
    const second = await found(await apply([one], day('2020-10-19')))
    expect(second.state).toBe('applied')
    const back = await town.cancelled(one)
    town.on('2020-10-21')
    const later = await found(await apply([back], day('2020-10-20')))
    expect(later.applied).toBe((-one.fund_pay_sumamt).toFixed(2))
    const whole = await api(
      `GET /clearing/applications/${later.applicationId}?regionCode=${REGION}`,
      people.reviewer,
    )
    expect(whole.body.earlier).toEqual({ count: 1, amount: later.applied })
    // Nothing can be taken off what is owed, and no deposit is held of it.
    const fund = { insurance: 'employee', payer: 'hifp_pay', amount: '1.00', reason: '扣款', clause: '协议' }
    expect((await act('propose', 'reviewer', later, { deductions: [fund], offsets: [] })).status).toBe(422)
    const none = await act('propose', 'reviewer', later, { deductions: [], offsets: [] })
    expect(none.body).toMatchObject({ deposit: '0.00', payable: later.applied })
  })
})
