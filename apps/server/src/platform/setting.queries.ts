import type { Db } from './db.ts'
import { statement } from './statement.ts'

const read = statement<{ value: unknown }>(
  'platform.setting-read',
  'select value from platform.setting where name = $1',
)
const write = statement(
  'platform.setting-write',
  `insert into platform.setting (name, value) values ($1, $2)
   on conflict (name) do update set value = excluded.value`,
)

/** A value an operator changed while the platform runs, or undefined. */
export async function readSetting(db: Db, name: string): Promise<unknown> {
  return (await db.maybe(read, [name]))?.value
}

export async function writeSetting(db: Db, name: string, value: unknown): Promise<void> {
  await db.run(write, [name, JSON.stringify(value)])
}
