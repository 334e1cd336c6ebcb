import type { Db } from './db.ts'
import { statement } from './statement.ts'

const one = statement<{ one: number }>('platform.ping', 'select 1 as one')

/** Throws `DatabaseUnavailable` when the database does not answer. */
export async function ping(db: Db): Promise<void> {
  await db.one(one, [])
}
