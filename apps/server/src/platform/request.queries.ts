import type { Db } from './db.ts'
import { statement } from './statement.ts'

// Waits while another transaction stores the same key, and fails when that one has committed.
const store = statement(
  'platform.request-store',
  `insert into platform.request (region_code, caller, key, fingerprint, reply, received_at)
   values ($1, $2, $3, $4, $5, $6)`,
)
const find = statement<{ fingerprint: Buffer; reply: Buffer }>(
  'platform.request-find',
  'select fingerprint, reply from platform.request where region_code = $1 and caller = $2 and key = $3',
)
// Runs over every region, a thousand at a time; no journey waits for it.
const forget = statement(
  'platform.request-forget-all-regions',
  `delete from platform.request where (region_code, caller, key) in
     (select region_code, caller, key from platform.request where received_at < $1 limit 1000)`,
)

export interface RequestKey {
  readonly regionCode: string
  readonly caller: string
  readonly key: string
}

/** Keeps what a request was answered, in the transaction that did its work; a second one with the key fails there. */
export async function storeRequest(
  db: Db,
  key: RequestKey,
  { fingerprint, reply, at }: { readonly fingerprint: Buffer; readonly reply: Buffer; readonly at: Date },
): Promise<void> {
  await db.write(store, [key.regionCode, key.caller, key.key, fingerprint, reply, at])
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
