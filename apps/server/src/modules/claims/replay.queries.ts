import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** Records of decisions joined in the order of their cases, and the ids of those cases joined likewise, 16 bytes each. */
export interface ReplayBlock {
  readonly records: Buffer
  readonly ids: Buffer
  readonly last: string
}

// Joined by the database: a row each would cost more to send and to read than the work on it.
const block = statement<{ [K in keyof ReplayBlock]: ReplayBlock[K] | null }>(
  'claims.replay-block',
  `select string_agg(record, ''::bytea order by case_id) as records,
     string_agg(uuid_send(case_id), ''::bytea order by case_id) as ids,
     (array_agg(case_id order by case_id desc))[1] as last
   from (select case_id, record from claims.replay where region_code = $1 and case_id > $2
         order by case_id limit $3) as part`,
)
const count = statement<{ count: string }>(
  'claims.replay-count',
  'select count(*) as count from claims.replay where region_code = $1',
)

/** The next records of a region after a case; undefined at the end. */
export async function replayBlock(
  db: Db,
  regionCode: string,
  after: string,
  most: number,
): Promise<ReplayBlock | undefined> {
  const { records, ids, last } = await db.one(block, [regionCode, after, most])
  return records && ids && last !== null ? { records, ids, last } : undefined
}

/** How many decisions of a region can be replayed. */
export async function countReplays(db: Db, regionCode: string): Promise<number> {
  return Number((await db.one(count, [regionCode])).count)
}
