import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { EntryKind } from './ledger.ts'

/** An advance with the sums of its entries; money is yuan as text. */
export interface GrantRow {
  readonly grantId: string
  readonly number: string
  readonly hospitalCode: string
  readonly hospitalName: string
  readonly insurance: 'employee' | 'resident'
  readonly measureId: string | null
  readonly activationId: string | null
  readonly document: string | null
  readonly grantedOn: PlainDate
  readonly grantedBy: string
  readonly reason: string
  readonly granted: string
  readonly cancelled: string
  readonly arrived: string
  readonly used: string
  readonly offset: string
  readonly returned: string
  readonly entries: number
}
export interface EntryRow {
  readonly seq: number
  readonly kind: EntryKind
  readonly amount: string
  readonly day: PlainDate
  readonly patients: number | null
  readonly medicalTotal: string | null
  readonly reference: string | null
  readonly note: string | null
  readonly corrects: number | null
  readonly byName: string
  readonly at: Date
}

const columns = `grant_id as "grantId", number, hospital_code as "hospitalCode", hospital_name as "hospitalName", insurance,
  measure_id as "measureId", activation_id as "activationId", document, granted_on as "grantedOn",
  granted_by as "grantedBy", reason, granted, cancelled, arrived, used, offset_sum as offset, returned, entries`
const entryColumns = `seq, kind, amount, day, patients, medical_total as "medicalTotal", reference, note, corrects,
  by_name as "byName", at`

const ofRegion = statement<GrantRow>(
  'prepayments.grants-of-region',
  `select ${columns} from prepayments.grant where region_code = $1 order by granted_on desc, grant_id desc limit 2000`,
)
const byId = statement<GrantRow>(
  'prepayments.grant-by-id',
  `select ${columns} from prepayments.grant where region_code = $1 and grant_id = $2`,
)
const lock = statement<GrantRow>(
  'prepayments.lock-grant',
  `select ${columns} from prepayments.grant where region_code = $1 and grant_id = $2 for update`,
)
// The oldest first, in an order of its own, so that two clearings do not wait for each other in a circle.
const lockHeld = statement<GrantRow>(
  'prepayments.lock-held-grants',
  `select ${columns} from prepayments.grant
   where region_code = $1 and hospital_code = $2 and insurance = $3 and arrived > offset_sum + returned
   order by granted_on, grant_id for update`,
)
const heldNow = statement<{ insurance: 'employee' | 'resident'; amount: string }>(
  'prepayments.held-of-hospital',
  `select insurance, sum(arrived - offset_sum - returned)::text as amount from prepayments.grant
   where region_code = $1 and hospital_code = $2 group by insurance`,
)
const offset = statement(
  'prepayments.offset',
  `with taken as (select grant_id, amount from unnest($2::uuid[], $3::numeric[]) as sent (grant_id, amount)),
   changed as (
     update prepayments.grant g set offset_sum = g.offset_sum + taken.amount, entries = g.entries + 1 from taken
     where g.region_code = $1 and g.grant_id = taken.grant_id returning g.grant_id, g.entries, taken.amount)
   insert into prepayments.entry (region_code, grant_id, seq, kind, amount, day, reference, by_name, at)
   select $1, grant_id, entries, 'offset', amount, $4, $5, $6, $7 from changed`,
)
const entriesOf = statement<EntryRow>(
  'prepayments.entries-of-grant',
  `select ${entryColumns} from prepayments.entry where region_code = $1 and grant_id = $2 order by seq`,
)
const usage = statement<{ hospitalCode: string; patients: number; medicalTotal: string }>(
  'prepayments.reported-use',
  `select g.hospital_code as "hospitalCode", coalesce(sum(e.patients), 0)::int as patients,
     coalesce(sum(e.medical_total), 0)::numeric(16,2)::text as "medicalTotal"
   from prepayments.entry e join prepayments.grant g on g.region_code = e.region_code and g.grant_id = e.grant_id
   where e.region_code = $1 and e.kind = 'used' group by g.hospital_code`,
)
const add = statement(
  'prepayments.add-grant',
  `insert into prepayments.grant (region_code, grant_id, number, hospital_code, hospital_name, insurance, measure_id,
     activation_id, document, granted_on, granted_by, reason, granted, cancelled, arrived, used, offset_sum, returned, entries)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, 0, 0, 0, 0, 1)`,
)
const addEntryRow = statement(
  'prepayments.add-entry',
  `insert into prepayments.entry (region_code, grant_id, seq, kind, amount, day, patients, medical_total, reference, note,
     corrects, by_name, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)
const change = statement(
  'prepayments.change-grant',
  `update prepayments.grant
   set cancelled = $3, arrived = $4, used = $5, offset_sum = $6, returned = $7, entries = $8
   where region_code = $1 and grant_id = $2`,
)
const next = statement<{ last: number }>(
  'prepayments.next-number',
  `insert into prepayments.number_counter (region_code, year, last) values ($1, $2, 1)
   on conflict (region_code, year) do update set last = prepayments.number_counter.last + 1 returning last`,
)

export const grantsOf = (db: Db, regionCode: string) => db.many(ofRegion, [regionCode])
export const findGrant = (db: Db, regionCode: string, grantId: string) =>
  db.maybe(byId, [regionCode, grantId])
export const lockGrant = (db: Db, regionCode: string, grantId: string) =>
  db.maybe(lock, [regionCode, grantId])
export const entries = (db: Db, regionCode: string, grantId: string) =>
  db.many(entriesOf, [regionCode, grantId])
export const reportedUse = (db: Db, regionCode: string) => db.many(usage, [regionCode])
export const lockHeldGrants = (db: Db, regionCode: string, hospitalCode: string, insurance: string) =>
  db.many(lockHeld, [regionCode, hospitalCode, insurance])
/** What a hospital holds of its advances, by insurance; yuan. */
export const heldByHospital = (db: Db, regionCode: string, hospitalCode: string) =>
  db.many(heldNow, [regionCode, hospitalCode])

/** Offsets of advances that are locked, all in one statement. */
export async function insertOffsets(
  db: Db,
  regionCode: string,
  taken: readonly { readonly grantId: string; readonly amount: string }[],
  said: { readonly day: PlainDate; readonly reference: string; readonly byName: string; readonly at: Date },
): Promise<void> {
  const [ids, amounts] = [taken.map(({ grantId }) => grantId), taken.map(({ amount }) => amount)]
  await db.run(offset, [regionCode, ids, amounts, said.day, said.reference, said.byName, said.at])
}

export const nextNumber = async (db: Db, regionCode: string, year: number) =>
  (await db.one(next, [regionCode, year])).last

export async function insertGrant(db: Db, regionCode: string, row: GrantRow): Promise<void> {
  await db.run(add, [
    regionCode,
    row.grantId,
    row.number,
    row.hospitalCode,
    row.hospitalName,
    row.insurance,
    row.measureId,
    row.activationId,
    row.document,
    row.grantedOn,
    row.grantedBy,
    row.reason,
    row.granted,
  ])
}
export async function insertEntry(db: Db, regionCode: string, grantId: string, row: EntryRow): Promise<void> {
  const { seq, kind, amount, day, patients, medicalTotal, reference, note, corrects, byName, at } = row
  const about = [patients, medicalTotal, reference, note, corrects]
  await db.run(addEntryRow, [regionCode, grantId, seq, kind, amount, day, ...about, byName, at])
}
export async function updateGrant(db: Db, regionCode: string, row: GrantRow): Promise<void> {
  const { grantId, cancelled, arrived, used, offset, returned } = row
  await db.run(change, [regionCode, grantId, cancelled, arrived, used, offset, returned, row.entries])
}
