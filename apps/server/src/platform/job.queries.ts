import type { Db } from './db.ts'
import { statement } from './statement.ts'

const announce = statement(
  'platform.job-announce',
  'insert into platform.job (name, due_at) values ($1, $2) on conflict (name) do nothing',
)
// Of several processes one gets the row; the lease ends by itself when that process was killed.
const lease = statement(
  'platform.job-lease',
  `update platform.job set leased_until = $3, last_started_at = $2
   where name = $1 and due_at <= $2 and (leased_until is null or leased_until < $2)`,
)
const finish = statement(
  'platform.job-finish',
  `update platform.job set due_at = $3, leased_until = null, last_finished_at = $2, last_error = $4 where name = $1`,
)

export async function announceJob(db: Db, name: string, at: Date): Promise<void> {
  await db.run(announce, [name, at])
}

export async function leaseJob(db: Db, name: string, now: Date, until: Date): Promise<boolean> {
  return (await db.run(lease, [name, now, until])) === 1
}

export async function finishJob(
  db: Db,
  name: string,
  now: Date,
  dueAt: Date,
  error: string | null,
): Promise<void> {
  await db.run(finish, [name, now, dueAt, error])
}
