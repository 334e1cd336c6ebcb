import type { Db } from './db.ts'
import { statement } from './statement.ts'

// Waits while another transaction holds the same key; gives no row when that one committed.
const claim = statement(
  'platform.request-claim',
  `insert into platform.request (region_code, caller, key, fingerprint, received_at) values ($1, $2, $3, $4, $5)
   on conflict (region_code, caller, key) do nothing`,
)
const answer = statement(
  'platform.request-answer',
  'update platform.request set reply = $4 where region_code = $1 and caller = $2 and key = $3',
)
const find = statement<{ fingerprint: Buffer; reply: Buffer | null }>(
  'platform.request-find',
  'select fingerprint, reply from platform.request where region_code = $1 and caller = $2 and key = $3',
)
// Runs over every region, a thousand at a time; no journey waits for it.
const forget = statement(
  'platform.request-forget-all-regions',
  `delete from platform.request where (region_code, caller, key) in
     (select region_code, caller, key from platform.request where received_at < $1 order by received_at limit 1000)`,
)

export interface RequestKey {
  readonly regionCode: string
  readonly caller: string
  readonly key: string
}

/** True when this is the first request with the key. */
export async function claimRequest(db: Db, key: RequestKey, fingerprint: Buffer, at: Date): Promise<boolean> {
  return (await db.run(claim, [key.regionCode, key.caller, key.key, fingerprint, at])) === 1
}

export async function answerRequest(db: Db, key: RequestKey, reply: Buffer): Promise<void> {
  await db.write(answer, [key.regionCode, key.caller, key.key, reply])
}

export function findRequest(db: Db, key: RequestKey) {
  return db.maybe(find, [key.regionCode, key.caller, key.key])
}

/** Forgets requests received before an instant; returns how many. */
export async function forgetRequests(db: Db, before: Date): Promise<number> {
  let total = 0
  for (;;) {
    const removed = await db.run(forget, [before])
    total += removed
    if (removed < 1000) return total
  }
}
