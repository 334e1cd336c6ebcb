import type { ActingMeasure } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

const put = statement(
  'measures.keep-pack-under',
  `insert into measures.pack_under (pack_id, hash, base_hash, acting) values ($1, $2, $3, $4)
   on conflict on constraint pack_under_key do nothing`,
)
const get = statement<{ readonly baseHash: string; readonly acting: readonly ActingMeasure[] }>(
  'measures.pack-under',
  `select base_hash as "baseHash", acting from measures.pack_under where pack_id = $1 and hash = $2`,
)

export const keepPackUnder = (
  db: Db,
  packId: string,
  hash: string,
  baseHash: string,
  acting: readonly ActingMeasure[],
) => db.run(put, [packId, hash, baseHash, JSON.stringify(acting)])
export const findPackUnder = (db: Db, packId: string, hash: string) => db.maybe(get, [packId, hash])
