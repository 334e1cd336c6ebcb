import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRef } from './handler.ts'

const onOtherRules = statement<CaseRef>(
  'cases.running-on-other-rules',
  `select region_code as "regionCode", case_id as "caseId" from cases."case"
   where region_code = $1 and item_id = any ($2) and pack_hash <> $3 and handed_in_on is not null
     and decided_on is null and closed_on is null and case_id > $4
   order by case_id limit 200`,
)

/** Undecided cases of some items that run on another pack version than this, in pieces. */
export function casesOnOtherRules(
  db: Db,
  regionCode: string,
  itemIds: readonly string[],
  packHash: string,
  after: string,
): Promise<CaseRef[]> {
  return db.many(onOtherRules, [regionCode, itemIds, packHash, after])
}
