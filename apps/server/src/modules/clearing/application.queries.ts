import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { ApplicationRow } from './application-row.ts'

const COLUMNS = `application_id as "applicationId", number, kind, institution_code as "institutionCode",
  institution_name as "institutionName", period, clr_type as "clrType", clr_way as "clrWay", from_day as "from",
  to_day as "to", state, count, cancellations, medical, cash, applied, deducted, deposit, offset_sum as "offset", payable,
  deposit_share as "depositShare", applied_on as "appliedOn", applied_at as "appliedAt", applied_by as "appliedBy",
  proposed_by as "proposedBy", proposed_by_name as "proposedByName", proposed_at as "proposedAt", note,
  approved_by as "approvedBy", approved_by_name as "approvedByName", approved_at as "approvedAt", reason,
  payment_id as "paymentId", paid_on as "paidOn", released_by as "releasedBy", version`

const add = statement(
  'clearing.add-application',
  `insert into clearing.application (region_code, application_id, number, kind, institution_code, institution_name, period,
     clr_type, clr_way, from_day, to_day, state, count, cancellations, medical, cash, applied, deducted, deposit, offset_sum,
     payable, applied_on, applied_at, applied_by, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'applied', $12, $13, $14, $15, $16, 0, 0, 0, $16, $17, $18, $19, 1)`,
)
const byId = statement<ApplicationRow>(
  'clearing.application-by-id',
  `select ${COLUMNS} from clearing.application where region_code = $1 and application_id = $2`,
)
const lock = statement<ApplicationRow>(
  'clearing.lock-application',
  `select ${COLUMNS} from clearing.application where region_code = $1 and application_id = $2 for update`,
)
const byNumber = statement<{ applicationId: string }>(
  'clearing.application-by-number',
  `select application_id as "applicationId" from clearing.application
   where region_code = $1 and number = $2 and institution_code = $3`,
)
const change = statement(
  'clearing.change-application',
  `update clearing.application set state = $3, deducted = $4, deposit = $5, offset_sum = $6, payable = $7,
     deposit_share = $8, proposed_by = $9, proposed_by_name = $10, proposed_at = $11, note = $12, approved_by = $13,
     approved_by_name = $14, approved_at = $15, reason = $16, payment_id = $17, paid_on = $18, version = version + 1
   where region_code = $1 and application_id = $2`,
)
const assign = statement(
  'clearing.put-into-run',
  `update clearing.application a set state = 'in-run', payment_id = sent.payment, reason = null, version = a.version + 1
   from unnest($2::uuid[], $3::uuid[]) as sent (id, payment)
   where a.region_code = $1 and a.application_id = sent.id and a.state = 'approved'`,
)
const book = statement(
  'clearing.book-applications',
  `update clearing.application a set state = sent.state, version = a.version + 1, reason = sent.reason,
     paid_on = case when sent.state = 'paid' then $3::date end,
     payment_id = case when sent.state = 'paid' then a.payment_id end
   from unnest($2::uuid[], $4::text[], $5::text[]) as sent (payment, state, reason)
   where a.region_code = $1 and a.payment_id = sent.payment and a.state = 'in-run'`,
)
const ofInstitution = statement<ApplicationRow>(
  'clearing.applications-of-institution',
  `select ${COLUMNS} from clearing.application
   where region_code = $1 and institution_code = $2 and period = $3 order by application_id desc`,
)
const open = statement<ApplicationRow>(
  'clearing.open-applications',
  `select ${COLUMNS} from clearing.application
   where region_code = $1 and state in ('applied', 'proposed', 'approved', 'in-run') order by applied_at, application_id
   limit 2000`,
)
const recent = statement<ApplicationRow>(
  'clearing.applications-by-time',
  `select ${COLUMNS} from clearing.application
   where region_code = $1 and (applied_at, application_id) < ($2, $3) order by applied_at desc, application_id desc limit $4`,
)
const approved = statement<ApplicationRow>(
  'clearing.approved',
  `select ${COLUMNS} from clearing.application where region_code = $1 and state = 'approved'
   order by applied_at, application_id limit 5000`,
)
const lockApproved = statement<ApplicationRow>(
  'clearing.lock-approved',
  `select ${COLUMNS} from clearing.application where region_code = $1 and state = 'approved'
   and ($2::text[] is null or institution_code = any ($2)) order by applied_at, application_id limit 5000 for update`,
)
const next = statement<{ last: number }>(
  'clearing.next-number',
  `insert into clearing.number_counter (region_code, kind, year, last) values ($1, $2, $3, 1)
   on conflict (region_code, kind, year) do update set last = number_counter.last + 1 returning last`,
)

export type NewApplication = Pick<
  ApplicationRow,
  | ('applicationId' | 'number' | 'kind' | 'institutionCode' | 'institutionName' | 'period' | 'clrType')
  | ('clrWay' | 'from' | 'to' | 'count' | 'cancellations' | 'medical' | 'cash' | 'applied' | 'appliedOn')
  | ('appliedAt' | 'appliedBy')
>

export async function insertApplication(db: Db, regionCode: string, row: NewApplication): Promise<void> {
  await db.run(add, [
    regionCode,
    row.applicationId,
    row.number,
    row.kind,
    row.institutionCode,
    row.institutionName,
    row.period,
    row.clrType,
    row.clrWay,
    row.from,
    row.to,
    row.count,
    row.cancellations,
    row.medical,
    row.cash,
    row.applied,
    row.appliedOn,
    row.appliedAt,
    row.appliedBy,
  ])
}

/** Stores what changed of an application that is locked; its version rises. */
export async function updateApplication(
  db: Db,
  regionCode: string,
  row: ApplicationRow,
): Promise<ApplicationRow> {
  await db.run(change, [
    regionCode,
    row.applicationId,
    row.state,
    row.deducted,
    row.deposit,
    row.offset,
    row.payable,
    row.depositShare,
    row.proposedBy,
    row.proposedByName,
    row.proposedAt,
    row.note,
    row.approvedBy,
    row.approvedByName,
    row.approvedAt,
    row.reason,
    row.paymentId,
    row.paidOn,
  ])
  return { ...row, version: row.version + 1 }
}

/** Puts approved applications into the payments of a run; how many there were. */
export function putIntoRun(
  db: Db,
  regionCode: string,
  all: readonly { readonly applicationId: string; readonly paymentId: string }[],
): Promise<number> {
  const ids = all.map(({ applicationId }) => applicationId)
  return db.run(assign, [regionCode, ids, all.map(({ paymentId }) => paymentId)])
}

/** What became of the applications behind payments: paid, or waiting again (`approved`) with the reason. */
export async function bookApplications(
  db: Db,
  regionCode: string,
  day: PlainDate,
  all: readonly {
    readonly paymentId: string
    readonly state: 'paid' | 'approved'
    readonly reason: string | null
  }[],
): Promise<void> {
  const ids = all.map(({ paymentId }) => paymentId)
  const [states, reasons] = [all.map(({ state }) => state), all.map(({ reason }) => reason)]
  await db.run(book, [regionCode, ids, day, states, reasons])
}

export const readApplication = (db: Db, regionCode: string, id: string) => db.maybe(byId, [regionCode, id])
/** The same, and nobody else changes it before this transaction ends. */
export const lockApplication = (db: Db, regionCode: string, id: string) => db.maybe(lock, [regionCode, id])
export const applicationIdOf = (db: Db, regionCode: string, number: string, institutionCode: string) =>
  db.maybe(byNumber, [regionCode, number, institutionCode])
export const applicationsOf = (db: Db, regionCode: string, institutionCode: string, period: string) =>
  db.many(ofInstitution, [regionCode, institutionCode, period])
export const openApplications = (db: Db, regionCode: string) => db.many(open, [regionCode])
export const applicationsBefore = (
  db: Db,
  regionCode: string,
  before: { readonly at: Date; readonly id: string },
  limit: number,
) => db.many(recent, [regionCode, before.at, before.id, limit])
export const approvedApplications = (db: Db, regionCode: string) => db.many(approved, [regionCode])
/** Approved applications that wait for payment, of some institutions or of all; locked. */
export const lockApprovedOf = (db: Db, regionCode: string, institutions?: readonly string[]) =>
  db.many(lockApproved, [regionCode, institutions ?? null])

/** The next number of a kind (`QS` applications, `JG` runs, `QD` settlement lists) of a city in a year. */
export async function nextNumber(db: Db, regionCode: string, kind: string, year: number): Promise<number> {
  return (await db.one(next, [regionCode, kind, year])).last
}
