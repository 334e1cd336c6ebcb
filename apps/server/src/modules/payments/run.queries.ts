import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { ReturnRow, RunRow } from './run-row.ts'

const RUN = `region_code as "regionCode", run_id as "runId", number, office_id as "officeId", state,
  created_on as "createdOn", created_at as "createdAt", created_by as "createdBy",
  created_by_name as "createdByName", count, total, paid_count as "paidCount", paid_total as "paidTotal",
  rejected_count as "rejectedCount", rejected_total as "rejectedTotal", exported_at as "exportedAt",
  file_hash as "fileHash", version`

const add = statement(
  'payments.add-run',
  `insert into payments.run (region_code, run_id, number, office_id, state, created_on, created_at, created_by,
     created_by_name, count, total, paid_count, paid_total, rejected_count, rejected_total, version)
   values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10, 0, 0, 0, 0, 1)`,
)
const read = statement<RunRow>(
  'payments.read-run',
  `select ${RUN} from payments.run where region_code = $1 and run_id = $2`,
)
const lock = statement<RunRow>(
  'payments.lock-run',
  `select ${RUN} from payments.run where region_code = $1 and run_id = $2 for update`,
)
const ofOffices = statement<RunRow>(
  'payments.runs-of-offices',
  `select l.* from unnest($2::uuid[]) as office (id) cross join lateral (
     select ${RUN} from payments.run
     where region_code = $1 and office_id = office.id and (created_at, run_id) < ($3, $4)
     order by created_at desc, run_id desc limit $5) l
   order by l."createdAt" desc, l."runId" desc limit $5`,
)
const write = statement(
  'payments.write-run',
  `update payments.run set state = $3, paid_count = $4, paid_total = $5, rejected_count = $6, rejected_total = $7,
     exported_at = $8, file_hash = $9, version = $10
   where region_code = $1 and run_id = $2`,
)
const next = statement<{ last: number }>(
  'payments.next-number',
  `insert into payments.number_counter (region_code, office_code, day, last) values ($1, $2, $3, 1)
   on conflict (region_code, office_code, day) do update set last = number_counter.last + 1 returning last`,
)
const addReturn = statement(
  'payments.add-return',
  `insert into payments.bank_return (region_code, file_hash, run_id, file_name, at, by_id, by_name, paid, rejected)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
const findReturn = statement<ReturnRow>(
  'payments.find-return',
  `select run_id as "runId", file_name as "fileName", at, by_name as "byName", paid, rejected
   from payments.bank_return where region_code = $1 and file_hash = $2`,
)
const returns = statement<ReturnRow>(
  'payments.returns-of-run',
  `select run_id as "runId", file_name as "fileName", at, by_name as "byName", paid, rejected
   from payments.bank_return where region_code = $1 and run_id = $2 order by at, file_hash`,
)

export async function insertRun(
  db: Db,
  run: Pick<
    RunRow,
    | ('regionCode' | 'runId' | 'number' | 'officeId' | 'createdOn' | 'createdAt' | 'createdBy')
    | ('createdByName' | 'count' | 'total')
  >,
): Promise<void> {
  const { regionCode, runId, number, officeId, createdOn, createdAt, createdBy, createdByName } = run
  const about = [createdOn, createdAt, createdBy, createdByName]
  await db.run(add, [regionCode, runId, number, officeId, ...about, run.count, run.total])
}

export function readRun(db: Db, regionCode: string, runId: string): Promise<RunRow | undefined> {
  return db.maybe(read, [regionCode, runId])
}

/** Locks a run until the transaction ends: one file at a time is booked on it. */
export function lockRun(db: Db, regionCode: string, runId: string): Promise<RunRow | undefined> {
  return db.maybe(lock, [regionCode, runId])
}

/** Runs of offices before a place in the list, newest first. */
export function runsOf(
  db: Db,
  regionCode: string,
  offices: readonly string[],
  before: { readonly at: Date; readonly runId: string },
  limit: number,
): Promise<RunRow[]> {
  return db.many(ofOffices, [regionCode, offices, before.at, before.runId, limit])
}

/** Stores a changed run; its version rises. */
export async function updateRun(db: Db, run: RunRow): Promise<RunRow> {
  const changed = { ...run, version: run.version + 1 }
  await db.run(write, [
    run.regionCode,
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

/** The next number of a run an office gives on a day, without a gap. */
export async function nextRun(
  db: Db,
  regionCode: string,
  officeCode: string,
  day: PlainDate,
): Promise<number> {
  return (await db.one(next, [regionCode, officeCode, day])).last
}

export async function insertReturn(
  db: Db,
  regionCode: string,
  fileHash: string,
  file: ReturnRow & { readonly byId: string },
): Promise<void> {
  const { runId, fileName, at, byId, byName, paid, rejected } = file
  await db.run(addReturn, [regionCode, fileHash, runId, fileName, at, byId, byName, paid, rejected])
}

export function findReturnFile(db: Db, regionCode: string, fileHash: string): Promise<ReturnRow | undefined> {
  return db.maybe(findReturn, [regionCode, fileHash])
}

export function returnsOf(db: Db, regionCode: string, runId: string): Promise<ReturnRow[]> {
  return db.many(returns, [regionCode, runId])
}
