import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { caseColumns } from './case.queries.ts'
import type { CaseRow } from './case-row.ts'

/** More decided cases than anybody has; who has more is told, and nothing is worked out on a part. */
export const MOST_CASES = 1000

const decided = statement<CaseRow>(
  'cases.decided-of-person',
  `select ${caseColumns} from cases."case" c
   where c.region_code = $1 and c.person_id = $2 and c.decided_on is not null order by c.case_id limit $3`,
)

/** Every case of a person that was decided, in the order of their ids. An Error above `MOST_CASES`. */
export async function decidedCasesOf(db: Db, regionCode: string, personId: string): Promise<CaseRow[]> {
  const rows = await db.many(decided, [regionCode, personId, MOST_CASES + 1])
  if (rows.length > MOST_CASES)
    throw new Error(`Person ${personId} has more than ${MOST_CASES} decided cases`)
  return rows
}
