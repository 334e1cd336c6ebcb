import { describe, expect, it } from 'vitest'
import { HOSPITAL, OTHER_HOSPITAL, REGION } from '../../settlement/test/clinic.ts'
import { admitted, leaving, staySettling, TEN, TEN_TOTAL, wardLines } from '../../settlement/test/ward.ts'
import { openClearingTown } from './clearing-town.ts'

const town = await openClearingTown()
const { ask, send, api, people, clock } = town

/** A stay settled, and what 4101 says of it. */
const stay = async () => {
  const who = await town.insured()
  const id = await admitted(town, who)
  await ask('2301', wardLines(who, id, TEN))
  await ask('2402', leaving(who, id))
  const { setlinfo, setldetail } = await ask('2304', staySettling(who, id, TEN_TOTAL))
  return { who, setlinfo, setldetail }
}
type Stay = Awaited<ReturnType<typeof stay>>
const list = ({ setlinfo, setldetail }: Stay, more: object = {}, nodes: object = {}) => ({
  setlinfo: {
    psn_no: setlinfo.psn_no,
    mdtrt_id: setlinfo.mdtrt_id,
    setl_id: setlinfo.setl_id,
    medcasno: 'ZY1',
    ntly: 'CHN',
    prfs: '90',
    curr_addr: '绍兴市越城区演示路1号',
    patn_rlts: '1',
    coner_name: '王芳',
    coner_addr: '绍兴市',
    coner_tel: '13900000000',
    dscg_caty: 'A03',
    bill_code: '33060120',
    bill_no: '0000000001',
    biz_sn: 'SN1',
    setl_begn_date: '2020-10-08',
    setl_end_date: '2020-10-12',
    medins_fill_dept: '医保办',
    medins_fill_psn: '填报员',
    ...more,
  },
  diseinfo: [
    { diag_type: '1', diag_code: 'J18.900', diag_name: '肺炎', adm_cond_type: '1', maindiag_flag: '1' },
  ],
  payinfo: setldetail.map(
    ({ fund_pay_type, fund_payamt }: { fund_pay_type: string; fund_payamt: number }) => ({
      fund_pay_type,
      fund_payamt,
    }),
  ),
  ...nodes,
})
const refused = async (infno: string, input: object, sender: object = {}) => {
  const { accepted, reason } = await send(infno, input, sender)
  expect(accepted).toBe(false)
  return reason
}
const move = (one: Stay, stas_type: string) => ({
  data: { stastinfo: [{ psn_no: one.setlinfo.psn_no, setl_id: one.setlinfo.setl_id, stas_type }] },
})
const counted = (more: object = {}) =>
  ask('4105', {
    data: {
      fixmedins_code: HOSPITAL,
      medtype_list: ['21'],
      stt_begntime: '2020-10-01 00:00:00',
      stt_endtime: '2020-10-31 23:59:59',
      ...more,
    },
  })
const missing = async () => {
  const { body } = await api('GET /clearing/own?month=2020-10', people.hospital)
  return body.listsMissing as string[]
}

describe('a settlement list', () => {
  it('is stored when it says the money of its settlement, told again, counted, and no longer missing', async () => {
    const one = await stay()
    expect(await missing()).toEqual([one.setlinfo.setl_id])
    expect(await counted()).toMatchObject({ needUploadCnt: 1, uploadedCnt: 0 })
    const { data } = await ask('4101', list(one))
    expect(data.setl_list_id).toMatch(/^\d{9}$/)
    expect(await missing()).toEqual([])
    expect(await counted({ medtype_list: '21,11' })).toMatchObject({ needUploadCnt: 1, uploadedCnt: 1 })
    const told = await ask('4103', { data: { psn_no: one.setlinfo.psn_no, setl_id: one.setlinfo.setl_id } })
    expect(told.setlinfo).toMatchObject({
      setl_list_sn: data.setl_list_id,
      psn_name: '王芳',
      certno: one.who.idNumber,
      curr_addr: '绍兴市越城区演示路1号',
      psn_cashpay: one.setlinfo.psn_cash_pay,
      stas_type: '0',
    })
    expect(told.diseinfo).toMatchObject([{ diag_code: 'J18.900', maindiag_flag: '1' }])
    const [row] = await town.sql<{ content_enc: Buffer }>(
      'select content_enc from clearing.settlement_list limit 1',
    )
    expect(row!.content_enc.toString('utf8')).not.toContain('越城区')
  })

  it('that contradicts its settlement is refused with both sides', async () => {
    const one = await stay()
    const [first, ...rest] = list(one).payinfo as { fund_pay_type: string; fund_payamt: number }[]
    const off = { payinfo: [{ ...first, fund_payamt: first!.fund_payamt + 0.01 }, ...rest] }
    expect(await refused('4101', list(one, {}, off))).toContain('不一致')
    expect(await refused('4101', list(one, {}, { diseinfo: [] }))).toContain('主诊断')
    expect(await refused('4101', list(one, { mdtrt_id: 'X' }))).toContain('就诊ID')
    expect(await refused('4101', list(one, { setl_end_date: '2020-10-01' }))).toContain('早于')
    expect(await refused('4101', list(one, { stas_type: '2' }))).toContain('不能由机构上传')
    expect(await refused('4101', list(one), { institution: OTHER_HOSPITAL })).toContain('在本机构不存在')
    expect(
      await refused('4103', { data: { psn_no: one.setlinfo.psn_no, setl_id: one.setlinfo.setl_id } }),
    ).toContain('4101')
    expect(
      await refused('4105', { data: { fixmedins_code: OTHER_HOSPITAL, medtype_list: ['21'] } }),
    ).toContain('本机构')
    expect(await refused('4105', { data: { fixmedins_code: HOSPITAL, medtype_list: [] } })).toContain(
      'medtype_list',
    )
  })

  it('goes the way of its states: what was handed in is not changed until the agency lets it', async () => {
    const one = await stay()
    await ask('4101', list(one))
    await ask('4101', list(one, { medins_fill_psn: '另一位' }))
    await ask('4102', move(one, '1'))
    expect(await refused('4101', list(one))).toContain('已提交')
    expect(await refused('4102', move(one, '0'))).toContain('不能改为 0')
    const review = (version: number, body: object, as = people.reviewer) =>
      api(`POST /clearing/lists/${one.setlinfo.setl_id}/review`, as, { regionCode: REGION, version, ...body })
    const { body } = await api(`GET /clearing/lists?regionCode=${REGION}`, people.reviewer)
    const [row] = body.items as { version: number; settlementId: string }[]
    expect(row).toMatchObject({
      settlementId: one.setlinfo.setl_id,
      state: '1',
      institutionName: '演示人民医院',
    })
    expect((await review(row!.version + 1, { passes: true })).body.code).toBe('settlement-list-changed')
    expect((await review(row!.version, { passes: true }, people.finance)).status).toBe(403)
    const failed = await review(row!.version, { passes: false, reason: '主诊断编码与病案不符' })
    expect(failed.body).toMatchObject({ state: '3', reason: '主诊断编码与病案不符' })
    const told = await ask('4103', { data: { psn_no: one.setlinfo.psn_no, setl_id: one.setlinfo.setl_id } })
    expect(told.setlinfo).toMatchObject({ stas_type: '3', chk_cont: '主诊断编码与病案不符' })
    const quality = async (more: object = {}) =>
      ask('4104', {
        data: { setl_ym: '202010', page_num: 1, page_size: 10, setl_id: one.setlinfo.setl_id, ...more },
      })
    expect(await quality()).toMatchObject([
      {
        psn_name: '王芳',
        qltctrl_rslt: '',
        detailinfo: [{ qltctrl_chk_rslt: '主诊断编码与病案不符' }],
      },
    ])
    expect(await quality({ setl_ym: '202009' })).toEqual([])
    expect(await quality({ page_num: 2 })).toEqual([])
    expect(await refused('4104', { data: { setl_ym: '2020-10', page_num: 1, page_size: 10 } })).toContain(
      '202010',
    )
    expect(
      await refused('4104', { data: { setl_ym: '202010', page_num: 1, page_size: 10, err_lv: '1' } }),
    ).toContain('没有公布')
    await ask('4102', move(one, '0'))
    await ask('4101', list(one, { stas_type: '1' }))
    const { body: again } = await api(`GET /clearing/lists?regionCode=${REGION}`, people.reviewer)
    const passed = await review((again.items as { version: number }[])[0]!.version, { passes: true })
    expect(passed.body).toMatchObject({ state: '2', reason: null })
    expect(await quality({ psn_no: one.setlinfo.psn_no })).toMatchObject([{ detailinfo: [] }])
    expect(await refused('4102', move(one, '0'))).toContain('审核通过')
    expect(clock.today()).toBe('2020-10-12')
  })
})
