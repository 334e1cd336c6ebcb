import { plainDate, yuan, ZERO_FEN } from '@yichuang/kernel'
import type { LineCoding } from '@yichuang/contracts'
import { expect, it } from 'vitest'
import { loadPackFolder } from '../../../packs/index.ts'
import { testDatabase } from '../../../platform/test-database.ts'
import { calculate } from '../calculate.ts'
import { Findings } from '../findings.ts'

const { db } = await testDatabase()
const load = await loadPackFolder()
if (!load.ok) throw new Error('the packs do not load')
const nanchang = load.packs.get('cn-36-01-nanchang')!

async function worked(on: string) {
  const about = {
    pack: nanchang,
    regionCode: '360100',
    personId: '0192f0c1-0000-7000-8000-000000000001',
    insurance: 'resident',
    personClass: 'resident-adult',
    language: 'zh',
  } as const
  const line = { lineId: 'b1/l1', code: undefined, name: '住院费用', quantity: undefined }
  const costs = {
    kind: 'inpatient',
    carePlace: 'local',
    on: plainDate(on),
    lines: [{ ...line, amount: yuan('60000.00') }],
    total: yuan('60000.00'),
    otherPaid: ZERO_FEN,
  } as const
  const coded: LineCoding = {
    lineId: 'b1/l1',
    class: 'A',
    selfPayRatio: '0',
    ceilingPrice: null,
    cutAmount: null,
    cutReason: null,
  }
  const coding = new Map([[coded.lineId, coded]])
  return (await calculate(db, new Findings('zh'), about, costs, 'tertiary', coding))!.stored
}

it('a claim of a place with payers after the basic fund goes to a member of staff, not to the basic fund alone', async () => {
  const { amounts, missing } = await worked('2025-12-31')
  expect(amounts).toBeNull()
  expect(missing.map(({ rule }) => rule)).toEqual(['claims.later-payers'])
})

it('before such payers were loaded the basic fund decides as ever', async () => {
  const { amounts, missing } = await worked('2024-12-31')
  expect(amounts?.fund).toBe('35640.00')
  expect(missing).toEqual([])
})
