import pg from 'pg'
import { expect, it } from 'vitest'
import { driverOptions } from '../src/platform/db.ts'
import { allStatements } from '../src/platform/statement.ts'
import { testDatabase } from '../src/platform/test-database.ts'
import '../src/modules/supervision/index.ts'

const { app } = await testDatabase()

it('the figures of a period read ranges of indexes, not the whole table of cases', async () => {
  const sql = new pg.Client(driverOptions(app))
  await sql.connect()
  await sql.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan')
  await sql.query(`prepare figures as ${allStatements().get('cases.figures')!}`)
  const { rows } = await sql.query<{ 'QUERY PLAN': string }>(
    `explain (costs off) execute figures('330600', '2020-09-01', '2020-09-30', '{}', null)`,
  )
  await sql.end()
  const plan = rows.map((row) => row['QUERY PLAN'])
  expect(plan.filter((line) => line.includes('Seq Scan'))).toEqual([])
  // An index that is entered at the region alone is read from one end to the other.
  const entered = plan.filter((line) => line.includes('Index Cond'))
  expect(entered.length).toBeGreaterThanOrEqual(5)
  for (const line of entered) expect(line).toMatch(/region_code = .* AND .*(_on|office_id)/)
})
