import { plainDate } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../../platform/db.ts'
import type { PersonCaller } from '../../../platform/http/caller.ts'
import { testApp } from '../../../platform/test-app.ts'
import { newId } from '../../../platform/uuid.ts'
import { SYSTEM } from '../../audit/index.ts'
import { fileAccident } from '../../person-filings/index.ts'
import { settlementRoutes } from '../index.ts'
import { allPayersPack, ROW, settleBy } from './all-payers.ts'
import {
  feeLines,
  finding,
  HOSPITAL,
  openClinic,
  OTHER_HOSPITAL,
  REGION,
  registration,
  settling,
  type Insured,
  type Line,
} from './clinic.ts'
import { admission, leaving, stayOf, staySettling, wardLines } from './ward.ts'

const MATERNITY = `id: maternity-here
title: { zh: 测试生育医疗费, en: test }
maternity: true
medical:
  - { benefit: delivery, kind: normal, design: limit, amount: 3000, ${ROW} }
  - { benefit: delivery, kind: caesarean, design: fixed, amount: 5000, ${ROW} }
  - { benefit: check-ups, kind: check-ups, design: ratio, share: 0.6, ${ROW} }
  - { benefit: family-planning, kind: iud-insertion, design: limit, amount: 200, ${ROW} }
`
const clinic = await openClinic()
const { ask, send, regionDb } = clinic
const plain = await allPayersPack()
const withBirths = await allPayersPack('of-place', { 'benefits/maternity.yaml': MATERNITY })
const { call } = await testApp(clinic.database, (app) =>
  settlementRoutes(app, { ...clinic, nameElsewhere: async () => undefined }),
)
const page = async (who: Insured, id: string) => {
  const as: PersonCaller = {
    kind: 'person',
    personId: who.personId,
    name: '王芳',
    sessionId: newId(),
    regionCodes: [REGION],
  }
  return (await call(`GET /api/v1/settlements/${id}?regionCode=${REGION}`, { as })).body
}

const line = (amount: string, code = 'A1'): Line[] => [{ sn: '1', code, cnt: '1', pric: amount, amount }]
/** A visit up to its settlement; what 2203 said of it can be told otherwise. */
async function visit(who: Insured, amount: string, said: object, sender = {}) {
  const { data } = await ask('2201', registration(who), sender)
  const visitId = data.mdtrt_id as string
  await ask('2203', finding(who, visitId, said), sender)
  await ask('2204', feeLines(who, visitId, 'B1', line(amount)), sender)
  return { visitId, asked: settling(who, visitId, 'B1', amount, said) }
}
/** A stay that has ended, up to its settlement. */
async function stay(who: Insured, amount: string, said: object) {
  const { result } = await ask('2401', admission(who, said))
  const visitId = result.mdtrt_id as string
  await ask('2301', wardLines(who, visitId, line(amount)))
  await ask('2402', leaving(who, visitId, {}))
  return { visitId, asked: staySettling(who, visitId, amount) }
}

describe('maternity care', () => {
  it('is paid by the kind of birth where the place has rules, in no year, and its page shows the clause', async () => {
    settleBy(withBirths)
    const who = await clinic.insured()
    const { asked, visitId } = await stay(who, '3456.78', { med_type: '52', matn_type: '1' })
    expect((await ask('2303', asked)).setlinfo).toMatchObject({ fund_pay_sumamt: 3000, psn_cash_pay: 456.78 })
    const { setlinfo, setldetail } = await ask('2304', asked)
    expect(setlinfo).toMatchObject({
      medfee_sumamt: 3456.78,
      inscp_scp_amt: 3456.78,
      act_pay_dedc: 0,
      hifp_pay: 3000,
      psn_part_amt: 456.78,
    })
    expect(setldetail).toMatchObject([{ fund_pay_type: '310100', fund_payamt: 3000 }])
    const year = await clinic.sql(
      'select admissions, in_scope_used from claims.accumulator where person_id = $1',
      [who.personId],
    )
    for (const row of year) expect(row).toMatchObject({ admissions: 0, in_scope_used: '0.00' })
    const told = await page(who, setlinfo.setl_id)
    expect(told).toMatchObject({ amounts: { fund: '3000.00', person: '456.78', deductible: '0.00' } })
    expect(JSON.stringify(told.explanation)).toContain('二（三）')
    const { data } = stayOf(who, visitId, { setl_id: setlinfo.setl_id })
    expect((await ask('2305', { data })).setlinfo).toMatchObject({ fund_pay_sumamt: -3000 })
    // Settled again, and the next ordinary stay is the first admission of the year.
    expect((await ask('2304', asked)).setlinfo.fund_pay_sumamt).toBe(3000)
    const ill = await stay(who, '1000.00', {})
    expect((await ask('2304', ill.asked)).setlinfo).toMatchObject({ act_pay_dedc: 300 })
  })

  it('pays check-ups and family planning at the clinic by their own rules', async () => {
    settleBy(withBirths)
    const who = await clinic.insured()
    const checkUp = await visit(who, '100.00', { med_type: '51' })
    expect((await ask('2207', checkUp.asked)).setlinfo).toMatchObject({
      fund_pay_sumamt: 60,
      psn_cash_pay: 40,
      pool_prop_selfpay: 0.6,
    })
    const planning = await visit(who, '250.00', { med_type: '53', birctrl_type: '1' })
    expect((await ask('2207', planning.asked)).setlinfo).toMatchObject({ fund_pay_sumamt: 200 })
    const unnamed = await visit(who, '250.00', { med_type: '53' })
    expect((await send('2207', unnamed.asked)).reason).toContain(
      '需要生育类别（matn_type）或计划生育手术类别',
    )
  })

  it('whose fixed sum lies above the bill, or that goes on, is not settled in the hospital', async () => {
    settleBy(withBirths)
    const who = await clinic.insured()
    const less = await stay(who, '4200.00', { med_type: '52', matn_type: '3' })
    expect((await send('2304', less.asked)).reason).toMatch(/定额 5000\.00 元.*超出费用的 800\.00 元/)
    const other = await clinic.insured()
    const { result } = await ask('2401', admission(other, { med_type: '52', matn_type: '1' }))
    await ask('2301', wardLines(other, result.mdtrt_id, line('100.00')))
    const midway = staySettling(other, result.mdtrt_id, '100.00', { mid_setl_flag: '1' })
    expect((await send('2304', midway)).reason).toContain('不能中途结算')
  })

  it('without a rule says which is missing, and what to do now', async () => {
    settleBy(plain)
    const who = await clinic.insured()
    const refused = await send('2401', admission(who, { med_type: '52', matn_type: '1' }))
    expect(refused.reason).toMatch(/没有加载生育医疗费的支付标准.*自费处理.*申请生育医疗费支付/)
    const { asked } = await visit(who, '100.00', { med_type: '51' })
    expect((await send('2207', asked)).reason).toMatch(/产前检查费支付标准.*自费处理/)
    const resident = await clinic.insured('李四', { insurance: 'resident' })
    settleBy(withBirths)
    const born = await stay(resident, '100.00', { med_type: '52', matn_type: '1', insutype: '390' })
    expect((await send('2304', { data: { ...born.asked.data, insutype: '390' } })).reason).toContain(
      '没有加载城乡居民生育医疗费的支付标准',
    )
    const single = await send('2401', admission(who, { med_type: '26' }))
    expect(single.reason).toMatch(/单病种的病种目录、定额和个人负担规则.*自费处理/)
  })
})

describe('care for an accident', () => {
  const filed = (who: Insured, mayPay: boolean, institutionCode = HOSPITAL) =>
    inTransaction(regionDb, (db) =>
      fileAccident(
        db,
        REGION,
        {
          personId: who.personId,
          from: plainDate('2020-10-01'),
          accident: { cause: '车祸', mayPay },
          institutionCode,
          institutionName: '演示人民医院',
        },
        { actor: SYSTEM, at: clinic.clock.now(), today: clinic.clock.today(), source: 'interface' },
      ),
    )

  it.each([['2207'], ['2304']])(
    'asks for its filing at %s, and is then settled as other care',
    async (infno) => {
      settleBy(plain)
      const who = await clinic.insured()
      const { asked } =
        infno === '2207'
          ? await visit(who, '1000.00', { med_type: '19' })
          : await stay(who, '1000.00', { med_type: '22' })
      const { reason } = await send(infno, asked)
      expect(reason).toMatch(/没有有效的意外伤害备案.*先用 2507 备案/)
      await filed(who, true, OTHER_HOSPITAL)
      expect((await send(infno, asked)).reason).toContain('先用 2507')
      await filed(who, true)
      expect((await ask(infno, asked)).setlinfo).toMatchObject({ act_pay_dedc: 300, medfee_sumamt: 1000 })
    },
  )

  it('that somebody else has to pay for is not the fund’s, whatever the stay is called', async () => {
    settleBy(plain)
    const who = await clinic.insured()
    const { number } = await filed(who, false)
    const { asked } = await stay(who, '1000.00', { med_type: '21' })
    const { reason } = await send('2304', asked)
    expect(reason).toContain(`意外伤害备案（${number}）载明费用应由第三人或工伤保险负担`)
    expect(reason).toMatch(/社会保险法.*第三十条.*先行支付/)
    const injured = await visit(who, '100.00', { med_type: '9903' })
    expect((await send('2206', injured.asked)).reason).toContain('第三人')
    const cold = await visit(who, '100.00', { med_type: '11' })
    expect((await send('2207', cold.asked)).accepted).toBe(true)
  })
})
