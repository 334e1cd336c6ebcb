import { describe, expect, it } from 'vitest'
import { usedBy } from '../../claims/index.ts'
import { issueVoucher } from '../../insured/index.ts'
import { openClinic, OTHER_HOSPITAL, REGION, registration, type Insured } from './clinic.ts'
import {
  admission,
  admitted,
  change,
  leaving,
  stayOf,
  staySettling,
  TEN,
  TEN_TOTAL,
  wardLines,
} from './ward.ts'

const clinic = await openClinic()
const { ask, send, sql } = clinic
const insured = (name?: string) => clinic.insured(name)
const year = ({ personId }: Insured) =>
  usedBy(clinic.regionDb, {
    regionCode: REGION,
    personId,
    insurance: 'employee',
    kind: 'inpatient',
    year: 2020,
  })
/** why a message was refused; empty when it was not */
const refusal = async (infno: string, input: unknown, sender = {}) => {
  const { accepted, reason } = await send(infno, input, sender)
  return accepted ? '' : reason
}
const settledStay = async (who: Insured) => {
  const id = await admitted(clinic, who)
  await ask('2301', wardLines(who, id, TEN))
  await ask('2402', leaving(who, id))
  const { setlinfo } = await ask('2304', staySettling(who, id, TEN_TOTAL))
  return { id, setlinfo }
}

describe('a stay in hospital', () => {
  it('goes from admission to settlement, and what is asked before settling is what is settled', async () => {
    const who = await insured()
    const id = await admitted(clinic, who)
    const { data } = await ask(
      '5303',
      stayOf(who, id, { begntime: '2020-10-01 00:00:00', endtime: '2020-10-31 00:00:00' }),
    )
    expect(data).toMatchObject([{ mdtrt_id: id, begndate: '2020-10-08', certno: who.idNumber }])
    await ask('2301', wardLines(who, id, TEN))
    await ask('2403', change(who, id, { adm_bed: '15' }))
    const trial = await ask('2303', staySettling(who, id, TEN_TOTAL, { dscgTime: '2020-10-12' }))
    await ask('2402', leaving(who, id))
    const { setlinfo, setldetail } = await ask('2304', staySettling(who, id, TEN_TOTAL))
    for (const name of ['hifp_pay', 'psn_part_amt', 'act_pay_dedc', 'inscp_scp_amt'])
      expect(trial.setlinfo[name]).toBe(setlinfo[name])
    expect(setlinfo).toMatchObject({
      med_type: '21',
      clr_type: '21',
      medfee_sumamt: 13205,
      psn_no: who.psnNo,
    })
    expect(setlinfo.act_pay_dedc).toBeGreaterThan(0)
    expect(setlinfo.hifp_pay).toBeGreaterThan(0)
    expect(setldetail[0]).toMatchObject({ fund_pay_type: '310100', fund_payamt: setlinfo.hifp_pay })
    expect(await year(who)).toMatchObject({ admissions: 1, fundPaid: Math.round(setlinfo.hifp_pay * 100) })
    expect(
      await ask('5303', stayOf(who, id, { begntime: '2020-10-01 00:00:00', endtime: '2020-10-31 00:00:00' })),
    ).toEqual({ data: [] })
    expect(await ask('5204', stayOf(who, id, { setl_id: setlinfo.setl_id }))).toHaveLength(4)
  })

  it('is open once for a person: a second admission names the hospital and the way out', async () => {
    const who = await insured()
    await admitted(clinic, who)
    expect(
      await refusal('2401', admission(who), {
        institution: OTHER_HOSPITAL,
      }),
    ).toMatch(/在院状态不能办理入院.*H33060200001.*演示人民医院/)
    const both = await insured()
    const answers = await Promise.all(
      [{}, { institution: OTHER_HOSPITAL }].map((sender) => send('2401', admission(both), sender)),
    )
    expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1)
  })

  it('begins with the e-voucher, which is used up', async () => {
    const who = await insured()
    const code = await issueVoucher(clinic.db, who.personId, new Date())
    const id = await admitted(clinic, who, {}, { mdtrt_cert_type: '01', mdtrt_cert_no: code })
    await ask('2404', stayOf(who, id))
    expect(await refusal('2401', admission(who, { mdtrt_cert_type: '01', mdtrt_cert_no: code }))).toMatch(
      /已经用过/,
    )
  })

  it('is taken back step by step, each step before the one it rests on', async () => {
    const who = await insured()
    const { id, setlinfo } = await settledStay(who)
    expect(await refusal('2404', stayOf(who, id))).toMatch(/2305.*2405.*2302/)
    expect(await refusal('2405', stayOf(who, id))).toMatch(/2305/)
    expect(
      await refusal('2302', { data: [{ feedetl_sn: '0000', mdtrt_id: id, psn_no: who.psnNo }] }),
    ).toMatch(/2305/)
    const back = await ask('2305', stayOf(who, id, { setl_id: setlinfo.setl_id }))
    expect(back.setlinfo).toMatchObject({ medfee_sumamt: -13205, hifp_pay: -setlinfo.hifp_pay })
    expect(await year(who)).toMatchObject({ admissions: 0, fundPaid: 0, deductibleUsed: 0 })
    expect(await refusal('2404', stayOf(who, id))).toMatch(/2405/)
    await ask('2405', stayOf(who, id))
    expect(await refusal('2404', stayOf(who, id))).toMatch(/2302/)
    await ask('2302', { data: [{ feedetl_sn: '0000', mdtrt_id: id, psn_no: who.psnNo }] })
    await ask('2404', stayOf(who, id))
    expect(await refusal('2301', wardLines(who, id, TEN))).toMatch(/撤销/)
    expect(await admitted(clinic, who)).not.toBe(id)
  })

  it('settles again after it was taken back, with the same outcome and the same year', async () => {
    const who = await insured()
    const { id, setlinfo } = await settledStay(who)
    const before = await year(who)
    await ask('2305', stayOf(who, id, { setl_id: setlinfo.setl_id }))
    const again = await ask('2304', staySettling(who, id, TEN_TOTAL))
    expect(again.setlinfo.hifp_pay).toBe(setlinfo.hifp_pay)
    expect(await year(who)).toEqual(before)
    expect(await refusal('2304', staySettling(who, id, TEN_TOTAL))).toMatch(/已经结算/)
  })

  it('settled midway is one admission: the deductible is asked once, and the latest is taken back first', async () => {
    const [who, other] = [await insured(), await insured()]
    const whole = await settledStay(other)
    const id = await admitted(clinic, who)
    await ask('2301', wardLines(who, id, TEN.slice(0, 1)))
    const mid = await ask('2304', staySettling(who, id, '12000.00', { mid_setl_flag: '1' }))
    await ask('2301', wardLines(who, id, TEN.slice(1)))
    expect(await refusal('2304', staySettling(who, id, '1205.00'))).toMatch(/2402/)
    await ask('2402', leaving(who, id))
    expect(await refusal('2304', staySettling(who, id, '1205.00', { mid_setl_flag: '1' }))).toMatch(
      /已办理出院/,
    )
    const last = await ask('2304', staySettling(who, id, '1205.00'))
    expect(mid.setlinfo.act_pay_dedc + last.setlinfo.act_pay_dedc).toBeCloseTo(whole.setlinfo.act_pay_dedc, 2)
    expect(await year(who)).toMatchObject({ admissions: 1 })
    expect(await refusal('2305', stayOf(who, id, { setl_id: mid.setlinfo.setl_id }))).toMatch(/后一次结算/)
    await ask('2305', stayOf(who, id, { setl_id: last.setlinfo.setl_id }))
    await ask('2305', stayOf(who, id, { setl_id: mid.setlinfo.setl_id }))
    expect(await year(who)).toMatchObject({ admissions: 0, fundPaid: 0, inScopeUsed: 0 })
  })

  it('over the turn of the year is not settled where the place does not say in which year, and says so', async () => {
    const who = await insured()
    const id = await admitted(clinic, who, {}, { begntime: '2019-12-28 09:00:00' })
    await ask(
      '2301',
      wardLines(
        who,
        id,
        TEN.map((line) => ({ ...line, day: '2019-12-29' })),
      ),
    )
    await ask('2402', leaving(who, id, { endtime: '2020-01-03 10:00:00' }))
    expect(await refusal('2304', staySettling(who, id, TEN_TOTAL))).toMatch(/跨年度.*手工报销/)
    expect(await year(who)).toMatchObject({ admissions: 0 })
  })

  it('over the turn of the year, settled midway before it, counts its rest in the year of the discharge', async () => {
    const who = await insured()
    const id = await admitted(clinic, who, {}, { begntime: '2020-01-01 09:00:00' })
    await ask('2301', wardLines(who, id, [{ ...TEN[0]!, day: '2020-01-01' }]))
    await ask('2304', staySettling(who, id, '12000.00', { mid_setl_flag: '1' }))
    // The clock of the test stands still: the days before are moved back instead.
    await sql(`update settlement.settlement set settled_on = '2019-12-31', year = 2019 where visit_id = $1`, [
      id,
    ])
    await sql(`update settlement.visit set began_on = '2019-12-28' where visit_id = $1`, [id])
    await ask(
      '2301',
      wardLines(
        who,
        id,
        TEN.slice(1).map((line) => ({ ...line, day: '2020-01-02' })),
      ),
    )
    await ask('2402', leaving(who, id, { endtime: '2020-01-03 10:00:00' }))
    const { setlinfo } = await ask('2304', staySettling(who, id, '1205.00'))
    expect(setlinfo.act_pay_dedc).toBe(0)
    expect(
      await sql('select year from settlement.settlement where visit_id = $1 order by settlement_id', [id]),
    ).toEqual([{ year: 2019 }, { year: 2020 }])
  })

  it('ends with a death: no fee comes after it, and nobody is admitted again', async () => {
    const who = await insured()
    const id = await admitted(clinic, who)
    await ask('2301', wardLines(who, id, [{ ...TEN[0]!, day: '2020-10-11' }]))
    const died = { dscg_way: '5', die_date: '2020-10-10' }
    expect(await refusal('2402', leaving(who, id, died))).toMatch(/晚于死亡日期/)
    expect(await refusal('2402', leaving(who, id, { ...died, die_date: '2020-10-07' }))).toMatch(
      /不在住院期间/,
    )
    expect(await refusal('2402', leaving(who, id, { die_date: '2020-10-11' }))).toMatch(/离院方式/)
    await ask('2402', leaving(who, id, { ...died, die_date: '2020-10-11' }))
    expect(await refusal('2301', wardLines(who, id, [{ ...TEN[1]!, day: '2020-10-12' }]))).toMatch(
      /晚于出院日期/,
    )
    await ask('2304', staySettling(who, id, '12000.00'))
    expect(await refusal('2401', admission(who))).toMatch(/死亡出院/)
  })

  it('is refused to somebody whose enrolment ended, and for care the tables are not for', async () => {
    const ended = await clinic.insured('李四', { to: '2020-10-07' as never })
    expect(await refusal('2401', admission(ended))).toMatch(/2020-10-08 没有有效的.*2020-10-07 终止/)
    expect(await refusal('2401', admission(await insured(), { med_type: '52' }))).toMatch(
      /没有加载生育医疗费的支付标准/,
    )
    expect(await refusal('2401', admission(await insured(), { insutype: '340' }))).toMatch(/险种类型/)
    expect(await refusal('2401', admission(await insured(), { begntime: '2020-10-20 09:00:00' }))).toMatch(
      /晚于今天/,
    )
  })

  it('belongs to its hospital, and visits and stays are not mixed up', async () => {
    const who = await insured()
    const id = await admitted(clinic, who)
    expect(await refusal('2402', leaving(who, id), { institution: OTHER_HOSPITAL })).toMatch(/在本机构不存在/)
    expect(await refusal('2202', stayOf(who, id, { ipt_otp_no: 'ZY1' }))).toMatch(/住院就诊/)
    const { data } = await ask('2201', registration(who))
    expect(await refusal('2301', wardLines(who, data.mdtrt_id, TEN))).toMatch(/门诊就诊/)
  })

  it('is reversed by its message after a lost reply, and a repeated message settles once', async () => {
    const who = await insured()
    const id = await admitted(clinic, who)
    await ask('2301', wardLines(who, id, TEN))
    await ask('2402', leaving(who, id))
    const msgid = 'H33060200001202010121000000001'
    const first = await ask('2304', staySettling(who, id, TEN_TOTAL), { msgid })
    expect(await ask('2304', staySettling(who, id, TEN_TOTAL), { msgid })).toEqual(first)
    await ask('2601', { data: { psn_no: who.psnNo, omsgid: msgid, oinfno: '2304' } })
    expect(await year(who)).toMatchObject({ admissions: 0, fundPaid: 0 })
    expect(await refusal('2305', stayOf(who, id, { setl_id: first.setlinfo.setl_id }))).toMatch(/已由/)
  })

  it('with 500 lines is settled over all of them, as it was settled before in trial', async () => {
    const who = await insured()
    const lines = Array.from({ length: 500 }, (_, at) => ({
      sn: `L${at}`,
      code: ['A1', 'A2', 'B1', 'B2', 'C1'][at % 5]!,
      cnt: '2',
      pric: '11.25',
      amount: '22.50',
    }))
    const id = await admitted(clinic, who)
    await ask('2301', wardLines(who, id, lines))
    const trial = await ask('2303', staySettling(who, id, '11250.00'))
    await ask('2402', leaving(who, id))
    const { setlinfo } = await ask('2304', staySettling(who, id, '11250.00'))
    expect(setlinfo.medfee_sumamt).toBe(11250)
    expect(setlinfo.fund_pay_sumamt).toBeGreaterThan(0)
    expect(setlinfo.fund_pay_sumamt).toBe(trial.setlinfo.fund_pay_sumamt)
  })
})
