import { plainDate } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../platform/db.ts'
import { createLog } from '../../../platform/log.ts'
import { openHospital, type FrontDoor } from '../../hospital/index.ts'
import { issueVoucher } from '../../insured/index.ts'
import { psnNo, settlementHandlers } from '../index.ts'
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
import { admission } from './ward.ts'

const clinic = await openClinic()
const { ask, send } = clinic

/** The reason of a refusal, which is one Chinese sentence that fits its field and shows nothing of the inside. */
async function refused(infno: string, input: unknown, sender = {}): Promise<string> {
  const { accepted, reason, status } = await send(infno, input, sender)
  expect([accepted, status]).toEqual([false, 200])
  expect(reason).toMatch(/[一-龥]{4}/)
  expect(reason.length).toBeLessThanOrEqual(200)
  expect(reason).not.toMatch(/Error|\bat \/|undefined|\[object|NaN|null/)
  return reason
}

describe('fees', () => {
  it('whose quantity and price do not give their amount are refused, with the row', async () => {
    const who = await clinic.insured()
    const { data } = await ask('2201', registration(who))
    const lines = [fiveLines[0]!, { ...fiveLines[1]!, amount: '37.60' }]
    const reason = await refused('2204', feeLines(who, data.mdtrt_id, 'B1', lines))
    expect(reason).toContain('第 2 行')
    expect(reason).toContain('37.50')
  })

  it('may be rounded either way by the client', async () => {
    const who = await clinic.insured()
    const { data } = await ask('2201', registration(who))
    const line = { code: 'A1', cnt: '3', pric: '0.3333' }
    const lines = [
      { ...line, sn: '1', amount: '1.00' },
      { ...line, sn: '2', amount: '0.99' },
    ]
    await ask('2204', feeLines(who, data.mdtrt_id, 'B1', lines))
    const third = [{ ...line, sn: '3', amount: '0.98' }]
    expect(await refused('2204', feeLines(who, data.mdtrt_id, 'B1', third))).toContain('不符')
  })

  it('with a number that was there before, in the message or the visit, are refused', async () => {
    const who = await clinic.insured()
    const { data } = await ask('2201', registration(who))
    const twice = [fiveLines[0]!, fiveLines[0]!]
    expect(await refused('2204', feeLines(who, data.mdtrt_id, 'B1', twice))).toContain('流水号')
    await ask('2204', feeLines(who, data.mdtrt_id, 'B1', fiveLines))
    expect(await refused('2204', feeLines(who, data.mdtrt_id, 'B2', fiveLines))).toContain('流水号')
  })

  it('of two visits in one message are refused, and so are fees for a batch that is settled', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const { data } = await ask('2201', registration(who))
    const mixed = {
      feedetail: [
        ...feeLines(who, data.mdtrt_id, 'B1', [fiveLines[0]!]).feedetail,
        ...feeLines(who, visitId, 'B1', [fiveLines[1]!]).feedetail,
      ],
    }
    expect(await refused('2204', mixed)).toContain('同一次就诊')
    await ask('2207', settling(who, visitId, 'B1', fiveTotal))
    const late = [{ ...fiveLines[0]!, sn: '77' }]
    expect(await refused('2204', feeLines(who, visitId, 'B1', late))).toContain('已经结算')
  })

  it('that the hospital itself has marked as outside are the person’s own', async () => {
    const who = await clinic.insured()
    const { data } = await ask('2201', registration(who))
    const lines = feeLines(who, data.mdtrt_id, 'B1', [fiveLines[0]!])
    lines.feedetail[0]!.hosp_appr_flag = '2'
    const { result } = await ask('2204', lines)
    expect(result[0]).toMatchObject({ fulamt_ownpay_amt: 800, inscp_scp_amt: 0, chrgitm_lv: '03' })
  })
})

describe('a settlement', () => {
  it('whose total differs from its lines is refused with both sums', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const reason = await refused('2207', settling(who, visitId, 'B1', '867.03'))
    expect(reason).toContain('867.03')
    expect(reason).toContain('867.02')
  })

  it('takes the split the client sends for what it is, a guess', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const guess = { fulamt_ownpay_amt: '999.00', inscp_scp_amt: '1.00' }
    const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal, guess))
    expect(setlinfo).toMatchObject({ fulamt_ownpay_amt: 25, inscp_scp_amt: 834.29 })
  })

  it('without lines, of a kind of care without rules, or of another person is refused', async () => {
    const who = await clinic.insured()
    const other = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    expect(await refused('2207', settling(who, visitId, 'B9', fiveTotal))).toContain('没有已上传')
    expect(await refused('2207', settling(who, visitId, 'B1', fiveTotal, { med_type: '51' }))).toContain(
      '医疗类别',
    )
    expect(await refused('2203', finding(who, visitId, { med_type: '21' }))).toContain('医疗类别')
    expect(await refused('2207', settling(other, visitId, 'B1', fiveTotal))).toContain('不是该人员')
  })

  it('where the place has loaded no rules says which are missing', async () => {
    const who = await clinic.insured('李刚', { insurance: 'resident' })
    const { data } = await ask('2201', registration(who, { insutype: '390' }))
    await ask('2204', feeLines(who, data.mdtrt_id, 'B1', fiveLines))
    expect(await refused('2206', settling(who, data.mdtrt_id, 'B1', fiveTotal))).toContain('缺少')
  })
})

describe('a person', () => {
  it('whose enrolment ended yesterday is refused, and one whose ends today is not', async () => {
    const yesterday = await clinic.insured('甲', { to: plainDate('2020-10-11') })
    expect(await refused('2201', registration(yesterday))).toContain('2020-10-11')
    const today = await clinic.insured('乙', { to: plainDate('2020-10-12') })
    await ask('2201', registration(today))
    // Care of yesterday was insured care.
    await ask('2201', registration(yesterday, { begntime: '2020-10-11 20:00:00' }))
  })

  it('of another insurance, another place, or nowhere is refused', async () => {
    const who = await clinic.insured()
    expect(await refused('2201', registration(who, { insutype: '390' }))).toContain('居民')
    expect(await refused('2201', registration(who, { insutype: '340' }))).toContain('险种')
    const elsewhere = psnNo('370800', who.personId)
    expect(await refused('2201', registration(who, { psn_no: elsewhere }))).toContain('其他统筹区')
    const nobody = psnNo(REGION, '00000009-0000-7000-8000-000000000001')
    expect(await refused('2201', registration(who, { psn_no: nobody }))).toContain('没有参保登记')
    expect(await refused('2201', registration(who, { psn_no: '12345' }))).toContain('1101')
  })

  it('with an e-voucher uses it once, at one institution', async () => {
    const who = await clinic.insured()
    const token = await issueVoucher(clinic.db, who.personId, new Date())
    const reading = { data: { mdtrt_cert_type: '01', mdtrt_cert_no: token, psn_cert_type: '01' } }
    expect((await ask('1101', reading)).baseinfo.psn_no).toBe(who.psnNo)
    await refused('1101', reading, { institution: OTHER_HOSPITAL })
    const shown = { mdtrt_cert_type: '01', mdtrt_cert_no: token }
    await refused('2201', registration(who, shown), { institution: OTHER_HOSPITAL })
    const sender = { msgid: 'voucher-1' }
    const first = await ask('2201', registration(who, shown), sender)
    await refused('2201', registration(who, shown))
    await refused('2401', admission(who, shown))
    expect(await ask('2201', registration(who, shown), sender)).toEqual(first)
  })

  it('with an e-voucher in two messages at once is registered by one of them', async () => {
    const who = await clinic.insured()
    const token = await issueVoucher(clinic.db, who.personId, new Date())
    const shown = { mdtrt_cert_type: '01', mdtrt_cert_no: token }
    const both = await Promise.all([1, 2].map(() => send('2201', registration(who, shown))))
    expect(both.filter(({ accepted }) => accepted)).toHaveLength(1)
    expect(both.find(({ accepted }) => !accepted)!.reason).toContain('已经用过')
  })

  it('is known by the code on the phone, which becomes the token of the institution that read it', async () => {
    const who = await clinic.insured()
    const code = await issueVoucher(clinic.db, who.personId, new Date())
    const reading = (ecQrCode?: string) => ({
      InData: {
        orgId: HOSPITAL,
        businessType: '01101',
        operatorId: 'op1',
        operatorName: '收费员',
        officeId: '01',
        officeName: '收费处',
        ...(ecQrCode !== undefined && { ecQrCode }),
      },
    })
    const { OutData } = await ask('6101', reading(code))
    expect(OutData).toMatchObject({ idNo: who.idNumber, insuOrg: REGION, idType: '01' })
    expect((await ask('1162', { data: { ecQrCode: code } })).data).toMatchObject({ ecToken: OutData.ecToken })
    expect(await refused('6101', reading())).toContain('医保电子凭证二维码')
    expect(await refused('6101', reading('0'.repeat(28)))).not.toBe('')
    await refused('6101', reading(code), { institution: OTHER_HOSPITAL })
    await ask('2201', registration(who, { mdtrt_cert_type: '01', mdtrt_cert_no: OutData.ecToken }))
    await refused('6101', reading(code))
  })

  it('is who every message says they are: number, name, and code on the phone', async () => {
    const [who, other] = [await clinic.insured('王芳'), await clinic.insured('李娜')]
    const papers: readonly [object, string][] = [
      [{ mdtrt_cert_no: other.idNumber }, 'mdtrt_cert_no'],
      [{ psn_cert_type: '01', certno: other.idNumber }, 'certno'],
      [{ mdtrt_cert_type: '03', mdtrt_cert_no: 'A1', psn_cert_type: '90', certno: 'A1' }, 'certno'],
      [{ psn_name: '李娜' }, 'psn_name'],
    ]
    const visitId = await visitWith(clinic, who)
    for (const [more, field] of papers) {
      expect(await refused('2201', registration(who, more))).toContain(field)
      const told = await refused('2206', settling(who, visitId, 'B1', fiveTotal, more))
      expect(told).toContain(field)
    }
    const asked = { mdtrt_cert_type: '02', mdtrt_cert_no: who.idNumber, psn_cert_type: '01' }
    expect(await refused('1101', { data: { ...asked, certno: other.idNumber } })).toContain('certno')
    const card = { mdtrt_cert_type: '03', mdtrt_cert_no: 'A1', certno: who.idNumber, psn_name: '李娜' }
    expect(await refused('1101', { data: { ...card, psn_cert_type: '01' } })).toContain('psn_name')
    const theirs = await issueVoucher(clinic.db, other.personId, new Date())
    const shown = { mdtrt_cert_type: '01', mdtrt_cert_no: theirs }
    expect(await refused('2207', settling(who, visitId, 'B1', fiveTotal, shown))).toContain('医保电子凭证')
    const same = { psn_cert_type: '1', certno: who.idNumber.toLowerCase(), psn_name: ' 王芳 ' }
    await ask('2207', settling(who, visitId, 'B1', fiveTotal, same))
  })

  it('is known by the code on the phone, an ID number or a card, and by nothing else', async () => {
    const who = await clinic.insured()
    for (const mdtrt_cert_type of ['04', '05', '99', 'X']) {
      const shown = { mdtrt_cert_type, mdtrt_cert_no: who.idNumber }
      expect(await refused('2201', registration(who, shown))).toContain('mdtrt_cert_type')
      const asked = { ...shown, psn_cert_type: '01', certno: who.idNumber }
      expect(await refused('1101', { data: asked })).toContain('mdtrt_cert_type')
    }
    await ask('2201', registration(who, { mdtrt_cert_type: '2' }))
  })

  it('cannot be registered with the e-voucher of another, which stays good', async () => {
    const [who, other] = [await clinic.insured(), await clinic.insured()]
    const shown = {
      mdtrt_cert_type: '01',
      mdtrt_cert_no: await issueVoucher(clinic.db, other.personId, new Date()),
    }
    expect(await refused('2201', registration(who, shown))).toContain('不是该人员')
    await ask('2201', registration(other, shown))
  })
})

describe('an institution', () => {
  it('cannot speak for another, nor touch its visits', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    expect(await refused('2201', registration(who), { named: OTHER_HOSPITAL })).toContain('fixmedins_code')
    const there = { institution: OTHER_HOSPITAL }
    expect(await refused('2203', finding(who, visitId), there)).toContain('本机构不存在')
    expect(await refused('2207', settling(who, visitId, 'B1', fiveTotal), there)).toContain('本机构不存在')
    expect(await refused('5202', { data: { mdtrt_id: visitId, psn_no: who.psnNo } }, there)).toContain(
      '本机构不存在',
    )
    const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
    const cancelling = { data: { setl_id: setlinfo.setl_id, mdtrt_id: visitId, psn_no: who.psnNo } }
    expect(await refused('2208', cancelling, there)).toContain('本机构不存在')
  })

  it('that is on no list is refused', async () => {
    expect(
      await refused('9001', { signIn: { opter_no: '1', ip: '1' } }, { institution: 'H99999999999' }),
    ).toContain('定点目录')
  })

  it('may have a wrong clock, as long as the day of care is not ahead', async () => {
    const who = await clinic.insured()
    const ahead = await ask('2201', registration(who, { begntime: '2020-10-13 03:00:00' }))
    expect(ahead.data.mdtrt_id).toBeTruthy()
    expect(await refused('2201', registration(who, { begntime: '2020-10-19 03:00:00' }))).toContain(
      '晚于今天',
    )
    const text = clinic.text('2201', registration(who)).replace('2020-10-12 10:00:00', '1999-01-01 00:00:00')
    expect((await clinic.answer(text)).accepted).toBe(true)
  })

  it.each([
    ['eleven hours behind', '2020-10-11 23:00:00'],
    ['nine hours behind', '2020-10-12 01:00:00'],
    ['nine hours ahead', '2020-10-12 19:00:00'],
    ['fifteen hours ahead', '2020-10-13 01:00:00'],
  ])('whose clock is %s settles by the clock of the centre', async (_what, now) => {
    const who = await clinic.insured()
    // Every time in a message is what that clock says.
    const asked = (infno: string, input: unknown) =>
      clinic.answer(clinic.text(infno, input).replaceAll(/2020-10-12 \d\d:\d\d:\d\d/g, now))
    const { output } = await asked('2201', registration(who))
    const visitId = output.data.mdtrt_id as string
    await asked('2203', finding(who, visitId))
    expect((await asked('2204', feeLines(who, visitId, 'B1', fiveLines))).reason).toBe('')
    const settled = await asked('2207', settling(who, visitId, 'B1', fiveTotal))
    expect(settled.output.setlinfo).toMatchObject({ setl_time: '2020-10-12 10:00:00', medfee_sumamt: 867.02 })
    expect(settled.output.setlinfo.hifp_pay).toBeGreaterThan(0)
  })
})

describe('the entry', () => {
  it('answers what it cannot read or does not serve, in the shapes clients know', async () => {
    const bad = await clinic.answer('{"infno":')
    expect([bad.accepted, bad.status]).toEqual([false, 200])
    expect(bad.reason).toContain('JSON')
    const { raw } = await send('9998', {})
    expect(JSON.parse(raw)).toMatchObject({ type: 'error', infcode: -1 })
    expect(raw).toContain('未知交易编号')
  })

  it('serves a number at its own address only', async () => {
    const who = await clinic.insured()
    const text = clinic.text('2201', registration(who))
    const at = (expected: string) => clinic.hospital.dispatch({ text, institution: HOSPITAL, expected })
    expect((await at('2207')).accepted).toBe(false)
    expect((await at('2201')).accepted).toBe(true)
  })

  it('says that the outcome is unknown when the database is gone, and not with HTTP 200', async () => {
    const who = await clinic.insured()
    // The list of institutions is in memory by now.
    await ask('2201', registration(who), { institution: OTHER_HOSPITAL })
    const gone = openDatabase({ socketDir: '/nowhere', user: 'nobody', database: 'none' })
    const { clock } = clinic
    const front = {} as FrontDoor
    const entry = openHospital({
      database: gone,
      clock,
      log: createLog('silent'),
      front,
      handlers: settlementHandlers,
    })
    const text = clinic.text(
      '2202',
      { data: { psn_no: who.psnNo, mdtrt_id: 'X', ipt_otp_no: '1' } },
      { institution: PHARMACY },
    )
    const { status, text: reply } = await entry.dispatch({ text, institution: PHARMACY })
    expect(status).toBe(503)
    expect(JSON.parse(reply)).toMatchObject({ infcode: -1, output: null })
    expect(reply).toContain('结果未知')
    await gone.close()
  })
})

describe('a reversal of a message that never came', () => {
  it('can be refused instead, and then the message may still come', async () => {
    const { database, clock } = clinic
    const entry = openHospital({
      database,
      clock,
      log: createLog('silent'),
      front: {} as FrontDoor,
      handlers: settlementHandlers,
      unknownMessage: 'refuse',
    })
    const who = await clinic.insured()
    const text = clinic.text('2601', { data: { psn_no: who.psnNo, omsgid: 'not-yet', oinfno: '2207' } })
    const { text: reply } = await entry.dispatch({ text, institution: HOSPITAL })
    expect(reply).toContain('没有收到过原报文')
    const visitId = await visitWith(clinic, who)
    await ask('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: 'not-yet' })
  })
})
