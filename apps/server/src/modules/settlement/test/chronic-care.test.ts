import { plainDate } from '@yichuang/kernel'
import { loadPacks, type Pack } from '@yichuang/policy'
import { beforeAll, describe, expect, it } from 'vitest'
import { PACKS_FOLDER, readPackFolder, sha256 } from '../../../packs/index.ts'
import { inTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/uuid.ts'
import { insertBenefit } from '../../chronic/panel.queries.ts'
import { usedBy } from '../../claims/index.ts'
import { forgetAgreements } from '../../institutions/index.ts'
import { settleBy } from './all-payers.ts'
import {
  feeLines,
  finding,
  openClinic,
  OTHER_HOSPITAL,
  REGION,
  registration,
  settling,
  type Insured,
  type Line,
} from './clinic.ts'
import { admission, leaving, staySettling, TEN, TEN_TOTAL, wardLines } from './ward.ts'

const clinic = await openClinic()
const { ask, send, regionDb: db } = clinic
const PLACE = 'cn-33-06-shaoxing'
const ROW =
  'from: 2019-01-01, source: { document: shaoxing-2020-9, clause: 二（三）, quote: 确保预付金及时到位 }'

/** The city's pack with made-up tables for two diseases: each has a cap, and both together one of their own. */
async function withDiseases(): Promise<Pack> {
  const files = new Map(await readPackFolder(PACKS_FOLDER))
  files.set(
    `${PLACE}/benefits/employee-two-diseases.yaml`,
    `id: employee-two-diseases
title: { zh: 测试两病, en: two diseases }
insurance: employee
kind: outpatient
rounding: total
deductible: { design: per-year, rows: [{ amount: 100, ${ROW} }] }
bands: { base: over-deductible, yearToDate: false, rows: [{ above: 0, fundShare: 0.8, ${ROW} }] }
chronic:
  diseases:
    - { id: hypertension, code: M03900, title: { zh: 高血压, en: hypertension } }
    - { id: diabetes, code: M01600, title: { zh: 糖尿病, en: diabetes } }
  caps:
    - { diseases: [hypertension], amount: 400, ${ROW} }
    - { diseases: [diabetes], amount: 500, ${ROW} }
    - { diseases: [hypertension, diabetes], amount: 700, ${ROW} }
`,
  )
  const load = loadPacks(files, sha256)
  if (!load.ok) throw new Error(load.faults.map(({ what }) => what).join('\n'))
  return load.packs.get(PLACE)!
}
beforeAll(async () => settleBy(await withDiseases()))

async function recognised(
  who: Insured,
  ...diseases: [name: string, code: string | null][]
): Promise<Insured> {
  for (const [diseaseName, diseaseCode] of diseases) {
    const application = await clinic.sql<{ id: string }>('select gen_random_uuid() as id')
    await clinic.sql('set session_replication_role = replica')
    await inTransaction(db, (db) =>
      insertBenefit(db, REGION, who.personId, newId(), {
        applicationId: application[0]!.id,
        classId: 'other',
        diseaseName,
        diseaseCode,
        from: plainDate('2020-10-01'),
        until: null,
      }),
    )
  }
  return who
}

/** A visit for a disease, settled; `amount` in yuan. */
async function treated(who: Insured, disease: string | undefined, amount: string, institution?: string) {
  const sender = institution === undefined ? {} : { institution }
  const { data } = await ask('2201', registration(who), sender)
  const visitId = data.mdtrt_id as string
  const lines: Line[] = [{ sn: '1', code: 'A1', cnt: '1', pric: amount, amount }]
  if (disease !== undefined)
    await ask('2203', finding(who, visitId, { med_type: '14', dise_codg: disease, dise_name: '病' }), sender)
  await ask('2204', feeLines(who, visitId, 'B1', lines), sender)
  const answer = await send('2207', settling(who, visitId, 'B1', amount, { med_type: '14' }), sender)
  return { ...answer, visitId }
}
/** Changes what the other hospital's agreement has. */
async function serving(services: string) {
  await clinic.sql('update institutions.agreement set services = $1 where hospital_code = $2', [
    services,
    OTHER_HOSPITAL,
  ])
  forgetAgreements()
}
const fundOf = async (who: Insured, disease: string, amount: string) => {
  const { output, reason } = await treated(who, disease, amount)
  expect(reason).toBe('')
  return output.setlinfo.hifp_pay as number
}

describe('out-patient care of a chronic disease (med_type 14)', () => {
  it('is paid by the tables of the disease up to its cap, apart from ordinary care', async () => {
    const who = await recognised(await clinic.insured(), ['高血压', 'M03900'])
    expect(await fundOf(who, 'M03900', '300.00')).toBe(160)
    expect(await fundOf(who, 'M03900', '500.00')).toBe(240)
    expect(await fundOf(who, 'M03900', '500.00')).toBe(0)
    const key = { regionCode: REGION, personId: who.personId, insurance: 'employee', year: 2020 } as const
    expect((await usedBy(db, { ...key, kind: 'chronic' })).fundPaid).toBe(40_000)
    expect((await usedBy(db, { ...key, kind: 'outpatient' })).inScopeUsed).toBe(0)
  })

  it('has one cap for who has both diseases, and gives it back when a settlement is taken back', async () => {
    const who = await recognised(await clinic.insured(), ['高血压', 'M03900'], ['糖尿病', null])
    expect(await fundOf(who, 'M03900', '600.00')).toBe(400)
    const { output, visitId } = await treated(who, '糖尿病', '800.00')
    expect(output.setlinfo.hifp_pay).toBe(300)
    const data = { psn_no: who.psnNo, mdtrt_id: visitId, setl_id: output.setlinfo.setl_id }
    await ask('2208', { data })
    expect(await fundOf(who, 'M01600', '250.00')).toBe(200)
    expect(await fundOf(who, 'M01600', '800.00')).toBe(100)
  })

  it('says which of code, recognition, service and rules is missing', async () => {
    const who = await recognised(await clinic.insured(), ['高血压', 'M03900'], ['银屑病', 'M06500'])
    expect((await treated(who, undefined, '300.00')).reason).toContain('dise_codg')
    expect((await treated(who, 'M01600', '300.00')).reason).toContain('没有病种 M01600')
    expect((await treated(who, 'M06500', '300.00')).reason).toContain('没有加载“银屑病”')
    await serving('{outpatient}')
    const refused = await treated(who, 'M03900', '300.00', OTHER_HOSPITAL)
    await serving('{outpatient,inpatient,chronic}')
    expect(refused.reason).toContain('不含门诊慢特病服务')
  })
})

describe('other kinds of care', () => {
  it('are refused in one sentence that says what is not loaded or where they belong', async () => {
    const who = await clinic.insured()
    const { data } = await ask('2201', registration(who))
    const outpatient = (med_type: string) => send('2203', finding(who, data.mdtrt_id, { med_type }))
    expect((await outpatient('1103')).reason).toContain('1103 癌症筛查')
    const stay = (med_type: string) => send('2401', admission(who, { med_type }))
    expect((await stay('23')).reason).toContain('只用于统筹区外')
    expect((await stay('2102')).reason).toContain('2102 单病种住院')
    expect((await stay('2102')).reason.match(/。/g)!.length).toBeLessThanOrEqual(2)
  })
})

describe('what a hospital asks about a person', () => {
  const medicines = async (who: Insured, sender: object = {}, more: object = {}) => {
    const asked = { data: { psn_no: who.psnNo, begntime: '2020-10-01', endtime: '2020-10-12', ...more } }
    const { feedetail } = await ask('5205', asked, sender)
    return feedetail as { fixmedins_code: string; fixmedins_name: string; med_list_codg: string }[]
  }

  it('are the medicines of chronic care (5205): its own, and those of all while it treats the person', async () => {
    const who = await recognised(await clinic.insured(), ['高血压', 'M03900'])
    await treated(who, 'M03900', '30.00')
    const ordinary = await treated(who, undefined, '40.00')
    expect(ordinary.accepted).toBe(false)
    const there = { institution: OTHER_HOSPITAL }
    expect(await medicines(who, there)).toEqual([])
    const { data } = await ask('2201', registration(who), there)
    expect(await medicines(who, there)).toMatchObject([
      {
        fixmedins_code: 'H33060200001',
        fixmedins_name: '演示人民医院',
        psn_no: who.psnNo,
        med_type: '14',
        med_list_codg: 'A1',
        hilist_name: 'A1',
        list_type: '101',
        chrgitm_lv: '01',
        cnt: 1,
        pric: 30,
      },
    ])
    await ask('2202', { data: { mdtrt_id: data.mdtrt_id, psn_no: who.psnNo, ipt_otp_no: 'MZ1' } }, there)
    expect(await medicines(who, there)).toEqual([])
    await ask('2401', admission(who), there)
    expect(await medicines(who, there)).toHaveLength(1)
  })

  it('leave out what was taken back, and what lies outside of the time asked for', async () => {
    const who = await recognised(await clinic.insured(), ['高血压', 'M03900'])
    const { output, visitId } = await treated(who, 'M03900', '30.00')
    expect(await medicines(who)).toHaveLength(1)
    expect(await medicines(who, {}, { endtime: '2020-10-12 09:49:59' })).toEqual([])
    expect(await medicines(who, {}, { begntime: '2020-10-12 09:50:00', endtime: '' })).toHaveLength(1)
    const wrong = { psn_no: who.psnNo, begntime: '2020-10-12', endtime: '2020-10-11' }
    expect((await send('5205', { data: wrong })).reason).toContain('endtime')
    const ids = { psn_no: who.psnNo, mdtrt_id: visitId, setl_id: output.setlinfo.setl_id }
    await ask('2208', { data: ids })
    expect(await medicines(who)).toEqual([])
  })

  it('is what the year has used (5206), by the codes whose meaning is published', async () => {
    const who = await recognised(await clinic.insured(), ['高血压', 'M03900'])
    const sums = async (more: object = {}) => {
      const { cuminfo } = await ask('5206', { data: { psn_no: who.psnNo, ...more } })
      type Row = Record<'insutype' | 'year' | 'cum_ym' | 'cum_type_code' | 'cum', string | number>
      return (cuminfo as Row[]).map(({ insutype, year, cum_ym, cum_type_code, cum }) =>
        [insutype, year, cum_ym, cum_type_code, cum].join(' '),
      )
    }
    const nothing = ['310 2020 202010 Q0000 0', '310 2020 202010 C0000 0']
    expect(await sums()).toEqual(nothing)
    const first = await treated(who, 'M03900', '300.00')
    await treated(who, 'M03900', '50.00')
    const stay = (await ask('2401', admission(who))).result.mdtrt_id as string
    await ask('2301', wardLines(who, stay, TEN))
    await ask('2402', leaving(who, stay))
    const { setlinfo } = await ask('2304', staySettling(who, stay, TEN_TOTAL))
    expect(setlinfo.act_pay_dedc).toBeGreaterThan(0)
    expect(await sums()).toEqual([
      `310 2020 202010 Q0000 ${100 + setlinfo.act_pay_dedc}`,
      '310 2020 202010 C0000 1',
      '310 2020 202010 C0000_BIZ14 2',
      '310 2020 202010 F0000_BIZ14 350',
      '310 2020 202010 C0000_BIZ21 1',
      `310 2020 202010 F0000_BIZ21 ${setlinfo.medfee_sumamt}`,
    ])
    // What is taken back is not used; another year has nothing of this one.
    const taken = { psn_no: who.psnNo, mdtrt_id: stay, setl_id: setlinfo.setl_id }
    await ask('2305', { data: taken })
    expect((await sums({ cum_ym: '202001' })).slice(0, 2)).toEqual([
      '310 2020 202010 Q0000 100',
      '310 2020 202010 C0000 0',
    ])
    expect(await sums({ cum_ym: '201906' })).toEqual(['310 2019 201912 Q0000 0', '310 2019 201912 C0000 0'])
    expect(await sums({ cum_ym: '201806' })).toEqual([])
    for (const cum_ym of ['2020', '202013', '202011', '20201O'])
      expect((await send('5206', { data: { psn_no: who.psnNo, cum_ym } })).reason).toContain('cum_ym')
    expect(first.accepted).toBe(true)
  })
})
