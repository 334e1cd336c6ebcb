import { plainDate } from '@yichuang/kernel'
import { loadPacks, type Pack } from '@yichuang/policy'
import { beforeAll, describe, expect, it } from 'vitest'
import { PACKS_FOLDER, readPackFolder, sha256 } from '../../../packs/index.ts'
import { inTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/uuid.ts'
import { insertBenefit } from '../../chronic/panel.queries.ts'
import { usedBy } from '../../claims/index.ts'
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
import { admission } from './ward.ts'

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
    await clinic.sql(
      `update institutions.agreement set services = '{outpatient}' where hospital_code = '${OTHER_HOSPITAL}'`,
    )
    expect((await treated(who, 'M03900', '300.00', OTHER_HOSPITAL)).reason).toContain('不含门诊慢特病服务')
  })
})

describe('other kinds of care', () => {
  it('are refused in one sentence that says what is not loaded or where they belong', async () => {
    const who = await clinic.insured()
    const { data } = await ask('2201', registration(who))
    const outpatient = (med_type: string) => send('2203', finding(who, data.mdtrt_id, { med_type }))
    expect((await outpatient('51')).reason).toContain('51 生育门诊')
    expect((await outpatient('9903')).reason).toContain('意外伤害')
    expect((await outpatient('1103')).reason).toContain('1103 癌症筛查')
    const stay = (med_type: string) => send('2401', admission(who, { med_type }))
    expect((await stay('52')).reason).toContain('生育医疗费')
    expect((await stay('22')).reason).toContain('22 外伤住院')
    expect((await stay('23')).reason).toContain('只用于统筹区外')
    expect((await stay('2102')).reason).toContain('2102 单病种住院')
    for (const { reason } of [await stay('52'), await stay('22')])
      expect(reason.match(/。/g)!.length).toBeLessThanOrEqual(2)
  })
})
