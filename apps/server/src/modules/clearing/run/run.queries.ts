import type { Db } from '../../../platform/db.ts'
import { statement } from '../../../platform/statement.ts'
import type { ReturnRow, RunRow } from './run-row.ts'

const RUN = `run_id as "runId", number, state, created_on as "createdOn", created_at as "createdAt",
  created_by as "createdBy", count, total, paid_count as "paidCount", paid_total as "paidTotal",
  rejected_count as "rejectedCount", rejected_total as "rejectedTotal", exported_at as "exportedAt",
  file_hash as "fileHash", version`

const add = statement(
  'clearing.add-run',
  `insert into clearing.run (region_code, run_id, number, state, created_on, created_at, created_by, count, total,
     paid_count, paid_total, rejected_count, rejected_total, version)
   values ($1, $2, $3, 'open', $4, $5, $6, $7, $8, 0, 0, 0, 0, 1)`,
)
const read = statement<RunRow>(
  'clearing.read-run',
  `select ${RUN} from clearing.run where region_code = $1 and run_id = $2`,
)
const lock = statement<RunRow>(
  'clearing.lock-run',
  `select ${RUN} from clearing.run where region_code = $1 and run_id = $2 for update`,
)
const before = statement<RunRow>(
  'clearing.runs-before',
  `select ${RUN} from clearing.run where region_code = $1 and (created_at, run_id) < ($2, $3)
   order by created_at desc, run_id desc limit $4`,
)
const write = statement(
  'clearing.write-run',
  `update clearing.run set state = $3, paid_count = $4, paid_total = $5, rejected_count = $6, rejected_total = $7,
     exported_at = $8, file_hash = $9, version = $10
   where region_code = $1 and run_id = $2`,
)
const addReturn = statement(
  'clearing.add-return',
  `insert into clearing.bank_return (region_code, file_hash, run_id, file_name, at, by_name, paid, rejected)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const findReturn = statement<ReturnRow>(
  'clearing.find-return',
  `select run_id as "runId", file_name as "fileName", at, by_name as "byName", paid, rejected
   from clearing.bank_return where region_code = $1 and file_hash = $2`,
)
const returns = statement<ReturnRow>(
  'clearing.returns-of-run',
  `select run_id as "runId", file_name as "fileName", at, by_name as "byName", paid, rejected
   from clearing.bank_return where region_code = $1 and run_id = $2 order by at, file_hash`,
)

export type NewRun = Pick<
  RunRow,
  'runId' | 'number' | 'createdOn' | 'createdAt' | 'createdBy' | 'count' | 'total'
>

export async function insertRun(db: Db, regionCode: string, run: NewRun): Promise<void> {
  const { runId, number, createdOn, createdAt, createdBy, count, total } = run
  await db.run(add, [regionCode, runId, number, createdOn, createdAt, createdBy, count, total])
}
export const readRun = (db: Db, regionCode: string, runId: string) => db.maybe(read, [regionCode, runId])
/** The same, and one file at a time is booked on it. */
export const lockRun = (db: Db, regionCode: string, runId: string) => db.maybe(lock, [regionCode, runId])
export const runsBefore = (
  db: Db,
  regionCode: string,
  place: { readonly at: Date; readonly id: string },
  limit: number,
) => db.many(before, [regionCode, place.at, place.id, limit])

/** Stores a changed run; its version rises. */
export async function updateRun(db: Db, regionCode: string, run: RunRow): Promise<RunRow> {
  const changed = { ...run, version: run.version + 1 }
  await db.run(write, [
    regionCode,
    run.runId,
    run.state,
    run.paidCount,
    run.paidTotal,
    run.rejectedCount,
    run.rejectedTotal,
    run.exportedAt,
    run.fileHash,
    changed.version,
  ])
  return changed
}

export async function insertReturn(
  db: Db,
  regionCode: string,
  fileHash: string,
  file: ReturnRow,
): Promise<void> {
  const { runId, fileName, at, byName, paid, rejected } = file
  await db.run(addReturn, [regionCode, fileHash, runId, fileName, at, byName, paid, rejected])
}
export const findReturnFile = (db: Db, regionCode: string, fileHash: string) =>
  db.maybe(findReturn, [regionCode, fileHash])
export const returnsOf = (db: Db, regionCode: string, runId: string) => db.many(returns, [regionCode, runId])
