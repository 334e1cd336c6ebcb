import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { caseColumns } from './case.queries.ts'
import type { CaseRow } from './case-row.ts'

const PAYABLE = `c.region_code = $1 and c.office_id = any ($2::uuid[]) and c.state = 'approved' and c.closed_on is null`

const sum = statement<{ count: number; total: string }>(
  'cases.sum-payable',
  `select count(*)::int as count, coalesce(sum(c.fund), 0)::numeric(16, 2) as total from cases."case" c where ${PAYABLE}`,
)
// Locked in one order. Who comes second waits, and is left with what the first has not taken.
const lockPayableCases = statement<CaseRow>(
  'cases.lock-payable',
  `select ${caseColumns} from cases."case" c where ${PAYABLE} order by c.case_id limit $3 for update`,
)
// With both conditions in one statement the planner would look at every case that waits.
const lockPayableNamed = statement<CaseRow>(
  'cases.lock-payable-named',
  `select ${caseColumns} from cases."case" c where c.case_id = any ($3::uuid[]) and ${PAYABLE}
   order by c.case_id limit $4 for update`,
)
const lockById = statement<CaseRow>(
  'cases.lock-by-ids',
  `select ${caseColumns} from cases."case" c where c.region_code = $1 and c.case_id = any ($2::uuid[])
   order by c.case_id for update`,
)

/** How many approved cases of offices wait for payment, and what the fund owes for them in yuan. */
export function sumPayable(db: Db, regionCode: string, offices: readonly string[]) {
  return db.one(sum, [regionCode, offices])
}

/** Locks approved cases that wait for payment, all or those named, until the transaction ends. */
export function lockPayable(
  db: Db,
  regionCode: string,
  offices: readonly string[],
  caseIds: readonly string[] | undefined,
  limit: number,
): Promise<CaseRow[]> {
  return caseIds === undefined
    ? db.many(lockPayableCases, [regionCode, offices, limit])
    : db.many(lockPayableNamed, [regionCode, offices, caseIds, limit])
}

/** Locks cases in one order, so that two who need the same ones never wait for each other. */
export function lockCases(db: Db, regionCode: string, caseIds: readonly string[]): Promise<CaseRow[]> {
  return db.many(lockById, [regionCode, caseIds])
}
