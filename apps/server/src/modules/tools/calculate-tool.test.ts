import { CalculateInput } from '@yichuang/contracts'
import { beforeAll, expect, it } from 'vitest'
import { PACKS_FOLDER } from '../../packs/index.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { openPacks, type Packs } from '../catalogue/index.ts'
import { calculateTool } from './calculate-tool.ts'

const { db } = await testDatabase()
let packs: Packs
beforeAll(async () => {
  packs = await openPacks(db, PACKS_FOLDER, new Date('2020-10-15T01:00:00Z'))
})

const stay = {
  pack: 'cn-36-01-nanchang',
  on: '2025-12-31',
  insurance: 'resident',
  personClass: 'resident-adult',
  kind: 'inpatient',
  level: 'tertiary',
  lines: [{ id: '1', name: '住院费用', amount: '60000.00', class: 'A' }],
}
const ask = (parts: object) => calculateTool(packs, CalculateInput.parse({ ...stay, ...parts }), 'zh')

it('tells anybody what each payer of a place with a chain gives, and every step of it', () => {
  const { amounts, payers, explanation } = ask({ groups: ['hardship'] })
  expect(amounts).toMatchObject({ total: '60000.00', fund: '45949.00', person: '14051.00' })
  expect(payers).toEqual([
    { payer: 'hifp_pay', title: '基本医疗保险', amount: '35640.00' },
    { payer: 'hifmi_pay', title: '城乡居民大病保险', amount: '10309.00' },
  ])
  expect(explanation?.sentence).toContain('合计支付 45,949.00 元')
})

it('goes on from what was used this year, and takes counted years of enrolment', () => {
  const stagesUsed = {
    'resident-critical-illness': { base: '17000.00', deductible: '17000.00', fund: '299000.00' },
  }
  expect(ask({ stagesUsed }).payers?.at(-1)?.amount).toBe('1000.00')
  expect(ask({ stagesUsed, bonusYears: 1 }).payers?.at(-1)?.amount).toBe('4000.00')
})

it('answers an unknown group with those there are', () => {
  expect(() => ask({ groups: ['poor'] })).toThrow('hardship')
})

it('names the rules that are missing of a disease whose share no document gives', () => {
  const { amounts, missing } = ask({ kind: 'outpatient', disease: 'hypertension' })
  expect(amounts).toBeNull()
  expect(missing.map(({ id }) => id)).toEqual(['resident-outpatient.deductible', 'resident-outpatient.bands'])
})

it('says nothing of payers where the place has loaded only the basic tables', () => {
  const { payers, amounts } = ask({ pack: 'cn-33-06-shaoxing', on: '2020-09-01' })
  expect(payers).toBeUndefined()
  expect(amounts?.fund).toBe('35640.00')
})

it('says beside the amounts that a cap no document gives was not counted, and why', () => {
  const suizhou = { pack: 'cn-42-13-suizhou', on: '2024-06-01', insurance: 'employee', personClass: 'active' }
  const { amounts, assumptions } = ask(suizhou)
  expect(amounts?.fund).toBe('53872.00')
  expect(assumptions).toEqual([
    '职工医保住院的年度最高支付限额没有加载，以上数额没有按限额封顶：摘录没有写年度最高支付限额。',
  ])
  expect(ask({}).assumptions).toEqual([])
})

it('names of a missing rule why no document gives it', () => {
  const beijing = { pack: 'cn-11-beijing', on: '2024-06-15', insurance: 'employee', personClass: 'active' }
  expect(ask({ ...beijing, level: 'primary' }).missing.map(({ message }) => message)).toEqual([
    expect.stringContaining('（摘录只写了三级医院的起付标准）'),
  ])
})
