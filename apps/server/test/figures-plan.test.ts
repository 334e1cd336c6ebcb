import { expect, it } from 'vitest'
import { testDatabase } from '../src/platform/test-database.ts'
import '../src/modules/supervision/index.ts'
import { planOf } from './plan-of.ts'

const { app } = await testDatabase()

it('the figures of a period read ranges of indexes, not the whole table of cases', async () => {
  const parameters = `'330600', '2020-09-01', '2020-09-30', '{}', null`
  const plan = await planOf(app, 'cases.figures', parameters, 'set enable_seqscan = off')
  expect(plan.filter((line) => line.includes('Seq Scan'))).toEqual([])
  // An index that is entered at the region alone is read from one end to the other.
  const entered = plan.filter((line) => line.includes('Index Cond'))
  expect(entered.length).toBeGreaterThanOrEqual(5)
  for (const line of entered) expect(line).toMatch(/region_code = .* AND .*(_on|office_id)/)
})
