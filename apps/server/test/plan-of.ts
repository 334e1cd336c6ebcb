import pg from 'pg'
import { driverOptions } from '../src/platform/db.ts'
import { allStatements } from '../src/platform/statement.ts'

/**
 * The plan of a registered statement as the application runs it, line by line: made once for whatever parameters come.
 * `parameters` is their list as SQL text.
 */
export async function planOf(
  connection: Parameters<typeof driverOptions>[0],
  name: string,
  parameters: string,
  settings = '',
): Promise<string[]> {
  const client = new pg.Client(driverOptions(connection))
  await client.connect()
  try {
    await client.query(`set plan_cache_mode = force_generic_plan; ${settings}`)
    await client.query(`prepare asked as ${allStatements().get(name)!}`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (costs off) execute asked(${parameters})`,
    )
    return rows.map((row) => row['QUERY PLAN'])
  } finally {
    await client.end()
  }
}
