import type { Db } from './db.ts'
import { statement } from './statement.ts'

export interface OutboxRow {
  readonly id: string
  readonly topic: string
  readonly subscriber: string
  readonly payload: unknown
  readonly attempts: number
}

const add = statement(
  'platform.outbox-add',
  `insert into platform.outbox (region_code, id, topic, subscriber, key, payload, due_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)
const cancel = statement(
  'platform.outbox-cancel',
  'delete from platform.outbox where region_code = $1 and topic = $2 and key = $3',
)
// One step of a walk over the regions: the index answers it at once, however many timers wait.
const nextRegion = statement<{ regionCode: string }>(
  'platform.outbox-next-region-of-all',
  'select region_code as "regionCode" from platform.outbox where region_code > $1 order by region_code limit 1',
)
const takeDue = statement<OutboxRow>(
  'platform.outbox-take-due',
  `select id, topic, subscriber, payload, attempts from platform.outbox
   where region_code = $1 and due_at <= $2 and (retry_at is null or retry_at <= $3)
   order by due_at, id limit 1 for update skip locked`,
)
const remove = statement(
  'platform.outbox-remove',
  'delete from platform.outbox where region_code = $1 and id = $2',
)
const failed = statement(
  'platform.outbox-failed',
  `update platform.outbox set attempts = attempts + 1, retry_at = $3, last_error = $4
   where region_code = $1 and id = $2`,
)

export interface NewOutboxRow {
  readonly id: string
  readonly topic: string
  readonly subscriber: string
  readonly key: string | null
  readonly payload: unknown
  /** undefined: at once */
  readonly dueAt: Date | undefined
}

export async function addToOutbox(db: Db, regionCode: string, row: NewOutboxRow): Promise<void> {
  const { id, topic, subscriber, key, payload, dueAt } = row
  await db.run(add, [regionCode, id, topic, subscriber, key, JSON.stringify(payload), dueAt ?? '-infinity'])
}

export function cancelInOutbox(db: Db, regionCode: string, topic: string, key: string): Promise<number> {
  return db.run(cancel, [regionCode, topic, key])
}

/** The next region after `last` that has anything waiting. */
export async function regionAfter(db: Db, last: string): Promise<string | undefined> {
  return (await db.maybe(nextRegion, [last]))?.regionCode
}

/** Locks the row of a region that is due longest and that nobody else delivers now. */
export function takeDueRow(
  db: Db,
  regionCode: string,
  now: Date,
  realNow: Date,
): Promise<OutboxRow | undefined> {
  return db.maybe(takeDue, [regionCode, now, realNow])
}

export async function removeFromOutbox(db: Db, regionCode: string, id: string): Promise<void> {
  await db.run(remove, [regionCode, id])
}

export async function noteFailure(
  db: Db,
  regionCode: string,
  id: string,
  retryAt: Date,
  error: string,
): Promise<void> {
  await db.run(failed, [regionCode, id, retryAt, error])
}
