import { describe, expect, it } from 'vitest'
import { usedBy } from '../../claims/index.ts'
import {
  feeLines,
  finding,
  fiveLines,
  fiveTotal,
  HOSPITAL,
  openClinic,
  OTHER_HOSPITAL,
  PHARMACY,
  REGION,
  registration,
  settling,
  visitWith,
} from './clinic.ts'

const clinic = await openClinic()
const { ask, send, sql } = clinic
const insured = (name?: string) => clinic.insured(name)
const yearOf = (personId: string) =>
  usedBy(clinic.regionDb, {
    regionCode: REGION,
    personId,
    insurance: 'employee',
    kind: 'outpatient',
    year: 2020,
  })

describe('a visit', () => {
  it('goes from registration to settlement, and what is asked before settling is what is settled', async () => {
    const who = await insured()
    const visitId = await visitWith(clinic, who)
    const trial = await ask('2206', settling(who, visitId, 'B1', fiveTotal))
    const { setlinfo, setldetail } = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
    expect(setlinfo).toMatchObject({
      mdtrt_id: visitId,
      psn_no: who.psnNo,
      psn_name: '王芳',
      certno: who.idNumber,
      medfee_sumamt: 867.02,
      fulamt_ownpay_amt: 25,
      overlmt_selfpay: 7.5,
      preselfpay_amt: 0.23,
      inscp_scp_amt: 834.29,
      insutype: '310',
      psn_type: '11',
      clr_type: '11',
    })
    expect(setlinfo.setl_id).toMatch(/^\d{30}$/)
    expect(setlinfo.setl_time).toBe('2020-10-12 10:00:00')
    expect(setlinfo.hifp_pay).toBeGreaterThan(0)
    expect(setldetail[0]).toMatchObject({ fund_pay_type: '310100', fund_payamt: setlinfo.hifp_pay })
    // The place has no figures of its own for that year, and says whose these are.
    expect(setldetail[0].setl_proc_info).toContain('南昌')
    const money = ({
      setl_id: _id,
      setl_time: _time,
      clr_way: _way,
      medins_setl_id: _m,
      ...rest
    }: object & Record<string, unknown>) => rest
    expect(money(trial.setlinfo)).toEqual(money(setlinfo))
    expect(trial.setlinfo.setl_time).toBe('2020-10-12 10:00:00')
    const used = await yearOf(who.personId)
    expect(used).toMatchObject({ inScopeUsed: 83429, fundPaid: Math.round(setlinfo.hifp_pay * 100) })
  })

  it('answers each fee line with its four parts, which add up to it', async () => {
    const who = await insured()
    const { data } = await ask('2201', registration(who))
    const { result } = await ask('2204', feeLines(who, data.mdtrt_id, 'B1', fiveLines))
    for (const line of result) {
      const parts = [line.fulamt_ownpay_amt, line.overlmt_amt, line.preselfpay_amt, line.inscp_scp_amt]
      expect(Math.round(parts.reduce((a: number, b: number) => a + b, 0) * 100)).toBe(
        Math.round(line.det_item_fee_sumamt * 100),
      )
    }
    expect(result.map((line: { chrgitm_lv: string }) => line.chrgitm_lv)).toEqual([
      '01',
      '01',
      '02',
      '03',
      '03',
    ])
    expect(result[1]).toMatchObject({ overlmt_amt: 7.5, pric_uplmt_amt: 10 })
    expect(result[2]).toMatchObject({ preselfpay_amt: 0.23, selfpay_prop: 0.05 })
    expect(result[4].memo).toContain('目录中没有')
  })

  it('can be undone step by step: settlement, lines, registration', async () => {
    const who = await insured()
    const visitId = await visitWith(clinic, who)
    const ids = { mdtrt_id: visitId, psn_no: who.psnNo }
    const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
    expect((await send('2202', { data: { ...ids, ipt_otp_no: 'MZ1' } })).reason).toContain('2208')
    expect((await send('2205', { data: { ...ids, chrg_bchno: 'B1' } })).reason).toContain('2208')
    const back = await ask('2208', { data: { ...ids, setl_id: setlinfo.setl_id } })
    expect(back.setlinfo).toMatchObject({ medfee_sumamt: -867.02, hifp_pay: -setlinfo.hifp_pay })
    expect(back.setlinfo.setl_id).not.toBe(setlinfo.setl_id)
    expect(await yearOf(who.personId)).toMatchObject({ inScopeUsed: 0, fundPaid: 0, deductibleUsed: 0 })
    expect((await send('2208', { data: { ...ids, setl_id: setlinfo.setl_id } })).reason).toContain(
      '不为未退费',
    )
    expect((await send('2208', { data: { ...ids, setl_id: back.setlinfo.setl_id } })).reason).toContain(
      '不能再撤销',
    )
    expect((await send('2202', { data: { ...ids, ipt_otp_no: 'MZ1' } })).reason).toContain('2205')
    await ask('2205', { data: { ...ids, chrg_bchno: '0000' } })
    await ask('2202', { data: { ...ids, ipt_otp_no: 'MZ1' } })
    expect((await send('2204', feeLines(who, visitId, 'B1', fiveLines))).reason).toContain('已经撤销')
  })

  it('is asked about afterwards: visit, diagnoses, settlement, lines', async () => {
    const who = await insured('李娜')
    const visitId = await visitWith(clinic, who)
    const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
    const ids = { mdtrt_id: visitId, psn_no: who.psnNo, setl_id: setlinfo.setl_id }
    const range = { begntime: '2020-10-12', endtime: '2020-10-12', med_type: '11' }
    const { mdtrtinfo } = await ask('5201', { data: { psn_no: who.psnNo, ...range } })
    expect(mdtrtinfo).toMatchObject([{ mdtrt_id: visitId, psn_name: '李娜', dise_codg: 'J06' }])
    const { diseinfo } = await ask('5202', { data: ids })
    expect(diseinfo).toMatchObject([{ diag_code: 'J06.900', maindiag_flag: '1' }])
    const told = await ask('5203', { data: ids })
    expect(told.setlinfo).toMatchObject({
      medfee_sumamt: 867.02,
      fund_pay_sumamt: setlinfo.fund_pay_sumamt,
      refd_setl_flag: '0',
      year: '2020',
    })
    const lines = await ask('5204', { data: ids })
    expect(lines).toHaveLength(5)
    expect(lines[1]).toMatchObject({ feedetl_sn: '2', overlmt_amt: 7.5, setl_id: setlinfo.setl_id })
  })

  it('may be two settlements, the second of which finds the deductible used', async () => {
    const who = await insured()
    const visitId = await visitWith(clinic, who)
    const first = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
    const more = [{ ...fiveLines[0]!, sn: '9' }]
    await ask('2204', feeLines(who, visitId, 'B2', more))
    const second = await ask('2207', settling(who, visitId, 'B2', '800.00'))
    expect(first.setlinfo.act_pay_dedc).toBe(300)
    expect(second.setlinfo.act_pay_dedc).toBe(0)
    expect(second.setlinfo.hifp_pay).toBeGreaterThan(first.setlinfo.hifp_pay)
  })
})

describe('the A forms and the pharmacy', () => {
  it('serve 2203A, 2206A and 2207A with the same nodes', async () => {
    const who = await insured()
    const { data } = await ask('2201', registration(who))
    await ask('2203A', finding(who, data.mdtrt_id))
    await ask('2204', feeLines(who, data.mdtrt_id, 'B1', fiveLines))
    const trial = await ask('2206A', settling(who, data.mdtrt_id, 'B1', fiveTotal))
    const { setlinfo } = await ask('2207A', settling(who, data.mdtrt_id, 'B1', fiveTotal))
    expect(setlinfo.hifp_pay).toBe(trial.setlinfo.hifp_pay)
  })

  it('settle a purchase in one message and take it back', async () => {
    const who = await insured()
    const { druginfo, drugdetail } = purchaseOf(who)
    const sender = { institution: PHARMACY }
    const trial = await ask('2101', { druginfo, drugdetail }, sender)
    const done = await ask('2102', { druginfo, drugdetail, durg_trac_info: [] }, sender)
    expect(done.setlinfo.hifp_pay).toBe(trial.setlinfo.hifp_pay)
    expect(done.setlinfo).toMatchObject({ medfee_sumamt: 800, med_type: '41' })
    expect(done.detlcutinfo).toMatchObject([{ feedetl_sn: '1', inscp_scp_amt: 800 }])
    const { mdtrt_id, setl_id } = done.setlinfo
    const back = await ask('2103', { data: { mdtrt_id, setl_id, psn_no: who.psnNo } }, sender)
    expect(back.setlinfo).toMatchObject({ medfee_sumamt: -800 })
    expect(await yearOf(who.personId)).toMatchObject({ inScopeUsed: 0, fundPaid: 0 })
  })
})

function purchaseOf(who: { psnNo: string; idNumber: string }) {
  return {
    druginfo: {
      psn_no: who.psnNo,
      mdtrt_cert_type: '02',
      mdtrt_cert_no: who.idNumber,
      psn_cert_type: '01',
      certno: who.idNumber,
      psn_type: '11',
      psn_name: '王芳',
      begntime: '2020-10-12 09:00:00',
      medfee_sumamt: '800.00',
      insutype: '310',
      acct_used_flag: '0',
      med_type: '41',
    },
    drugdetail: [
      {
        feedetl_sn: '1',
        rx_circ_flag: '0',
        fee_ocur_time: '2020-10-12 09:00:00',
        med_list_codg: 'A1',
        medins_list_codg: 'A1',
        det_item_fee_sumamt: '800.00',
        cnt: '2',
        pric: '400',
      },
    ],
  }
}

describe('people and places', () => {
  it('are looked up by ID number, and by a card with the ID number beside it', async () => {
    const who = await insured('赵敏')
    const ask1101 = (more: object) =>
      ask('1101', {
        data: { mdtrt_cert_type: '02', mdtrt_cert_no: who.idNumber, psn_cert_type: '01', ...more },
      })
    const { baseinfo, insuinfo } = await ask1101({})
    expect(baseinfo).toMatchObject({ psn_no: who.psnNo, psn_name: '赵敏', certno: who.idNumber, age: 50 })
    expect(insuinfo).toMatchObject([
      { insutype: '310', psn_type: '11', insuplc_admdvs: REGION, psn_insu_stas: '1' },
    ])
    const card = { mdtrt_cert_type: '03', mdtrt_cert_no: 'A12345678', certno: who.idNumber, psn_name: '赵敏' }
    expect((await ask1101(card)).baseinfo.psn_no).toBe(who.psnNo)
    const wrong = await send('1101', { data: { ...card, psn_cert_type: '01', psn_name: '别人' } })
    expect(wrong.reason).toContain('姓名')
  })

  it('tell entitlement with its reason, institutions and code lists', async () => {
    const who = await insured()
    const asked = {
      psn_no: who.psnNo,
      fixmedins_code: HOSPITAL,
      med_type: '11',
      begntime: '2020-10-12 09:00:00',
    }
    const yes = await ask('2001', { data: { ...asked, insutype: '310' } })
    expect(yes.trtinfo).toMatchObject([{ trt_enjymnt_flag: '1', fund_pay_type: '310100' }])
    const no = await ask('2001', { data: { ...asked, insutype: '390' } })
    expect(no.trtinfo[0]).toMatchObject({ trt_enjymnt_flag: '0' })
    expect(no.trtinfo[0].trt_chk_rslt).toContain('没有有效的')
    const { medinsinfo } = await ask('1201', {
      medinsinfo: { fixmedins_type: '1', fixmedins_code: OTHER_HOSPITAL },
    })
    expect(medinsinfo).toMatchObject([{ fixmedins_name: '演示中医院', fixmedins_type: '1' }])
    const { list } = await ask('1901', { data: { type: 'insutype', admdvs: REGION, date: '2020-10-12' } })
    expect(list).toContainEqual(expect.objectContaining({ value: '310', label: '职工基本医疗保险' }))
  })

  it('keep operators signed in for a day', async () => {
    const { signinoutb } = await ask('9001', { signIn: { opter_no: 'op1', ip: '10.0.0.1' } })
    expect(signinoutb).toMatchObject({ sign_time: '2020-10-12' })
    const out = { signOut: { sign_no: signinoutb.sign_no, opter_no: 'op1' } }
    expect((await ask('9002', out)).signoutoutb).toMatchObject({ sign_time: '2020-10-12' })
    expect((await send('9002', out)).reason).toContain('已经签退')
    expect((await send('9002', { signOut: { sign_no: 'X1' } })).reason).toContain('不存在')
  })

  it('never keep an ID number in the stored outcome', async () => {
    const who = await insured()
    const visitId = await visitWith(clinic, who)
    const msgid = `${HOSPITAL}x1`
    const first = await ask('2207', settling(who, visitId, 'B1', fiveTotal), { msgid })
    const rows = await sql<{ output: string }>('select output from hospital.message where msgid = $1', [
      msgid,
    ])
    expect(rows[0]!.output).not.toContain(who.idNumber)
    const again = await ask('2207', settling(who, visitId, 'B1', fiveTotal), { msgid })
    expect(again).toEqual(first)
    expect(again.setlinfo.certno).toBe(who.idNumber)
  })
})
