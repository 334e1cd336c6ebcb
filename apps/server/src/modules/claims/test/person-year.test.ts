import { calculateChain, type ChainClaim, type ChainScheme } from '@yichuang/benefits'
import { plainDate, yuan, type Fen, type Ratio } from '@yichuang/kernel'
import { benefitChain } from '@yichuang/policy'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { loadPackFolder } from '../../../packs/index.ts'
import { inTransaction } from '../../../platform/db.ts'
import { testDatabase } from '../../../platform/test-database.ts'
import { newId } from '../../../platform/uuid.ts'
import { bookYear, lockYear, readYear } from '../index.ts'

const { database } = await testDatabase()
const db = database.forRegion('360100')
const load = await loadPackFolder()
if (!load.ok) throw new Error('the packs do not load')

const scheme = benefitChain(load.packs.get('cn-36-01-nanchang')!, {
  insurance: 'resident',
  kind: 'inpatient',
  level: 'tertiary',
  personClass: 'resident-adult',
  carePlace: 'local',
  on: plainDate('2025-12-31'),
})
if (!('basic' in scheme)) throw new Error('the chain of Nanchang lacks a rule')
const chain: ChainScheme = scheme
const STAGE = 'resident-critical-illness'
const newKey = () =>
  ({ regionCode: '360100', personId: newId(), insurance: 'resident', kind: 'inpatient', year: 2025 }) as const
type Key = ReturnType<typeof newKey>

const lineOf = (amount: Fen): ChainClaim['lines'][number] => ({
  id: '1',
  name: '住院费用',
  amount,
  class: 'A',
  selfPayRatio: 0 as Ratio,
})
const settle = (key: Key, amount: Fen) =>
  inTransaction(db, async (db) => {
    const result = calculateChain(chain, { lines: [lineOf(amount)], used: await lockYear(db, key, chain) })
    await bookYear(db, key, result.after)
    return result
  })

it('a year nobody has used is nothing of every payer, read or locked', async () => {
  const key = newKey()
  const nothing = { inScopeUsed: 0, deductibleUsed: 0, fundPaid: 0 }
  const used = {
    basic: { year: 2025, ...nothing, admissions: 0 },
    stages: { [STAGE]: nothing },
    diseases: {},
  }
  expect(await readYear(db, key, chain)).toEqual(used)
  expect(await inTransaction(db, (db) => lockYear(db, key, chain))).toEqual(used)
})

it('what is booked is what is read, for the fund and for every payer after it', async () => {
  const key = newKey()
  const { after } = await settle(key, yuan('60000.00'))
  expect(after.stages[STAGE]).toEqual({
    inScopeUsed: yuan('24360.00'),
    deductibleUsed: yuan('17000.00'),
    fundPaid: yuan('4416.00'),
  })
  expect(await readYear(db, key, chain)).toEqual(after)
})

it('a year that was not locked is not booked', async () => {
  const key = newKey()
  const { after } = await settle(key, yuan('60000.00'))
  await expect(bookYear(db, { ...key, year: 2024 }, after)).rejects.toThrow('without being locked')
})

test('whatever is settled at once, the year is that of some order and no cap of any payer is passed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 100_00, max: 400_000_00 }), { minLength: 2, maxLength: 6 }),
      async (amounts) => {
        const key = newKey()
        const results = await Promise.all(amounts.map((amount) => settle(key, amount as Fen)))
        const { basic, stages } = await readYear(db, key, chain)
        expect(basic.fundPaid).toBe(results.reduce((sum, it) => sum + it.basicPaid, 0))
        expect(stages[STAGE]!.fundPaid).toBe(results.reduce((sum, it) => sum + it.payers.hifmi_pay, 0))
        expect(basic.fundPaid).toBeLessThanOrEqual(chain.basic.yearlyCap!.value)
        expect(stages[STAGE]!.fundPaid).toBeLessThanOrEqual(chain.stages[0]!.yearlyCap!.value)
        expect(stages[STAGE]!.deductibleUsed).toBeLessThanOrEqual(yuan('17000.00'))
        expect(basic.admissions).toBe(amounts.length)
      },
    ),
    { numRuns: 10, seed: 20251231 },
  )
}, 60_000)

test('claims of both kinds of care share the payers after the fund and never wait for one another in a circle', async () => {
  const inpatient = newKey()
  const outpatient = { ...inpatient, kind: 'outpatient' as const }
  const work = Array.from({ length: 12 }, (_, at) =>
    inTransaction(db, async (db) => {
      const key = at % 2 === 0 ? inpatient : outpatient
      const used = await lockYear(db, key, chain)
      const stage = used.stages[STAGE]!
      const stages = { [STAGE]: { ...stage, fundPaid: (stage.fundPaid + 100) as Fen } }
      await bookYear(db, key, { ...used, stages })
    }),
  )
  await Promise.all(work)
  expect((await readYear(db, inpatient, chain)).stages[STAGE]!.fundPaid).toBe(1200)
})
