import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { FilingKind, FilingRow } from './filing-row.ts'

const columns = `filing_id as "filingId", number, kind, person_id as "personId", valid_from as "validFrom",
  valid_until as "validUntil", institution_code as "institutionCode", institution_name as "institutionName", rank, place,
  why, accident, source, filed_by_code as "filedByCode", case_id as "caseId", filed_by_name as "filedByName",
  filed_on as "filedOn", filed_at as "filedAt", revoked_on as "revokedOn", revoked_by as "revokedBy",
  revoke_reason as "revokeReason"`

const ofPerson = statement<FilingRow>(
  'filings.of-person',
  `select ${columns} from filings.filing where region_code = $1 and person_id = $2
   order by valid_from desc, filing_id desc limit 500`,
)
const byNumber = statement<FilingRow>(
  'filings.by-number',
  `select ${columns} from filings.filing where region_code = $1 and number = $2 for update`,
)
const byId = statement<FilingRow>(
  'filings.by-id',
  `select ${columns} from filings.filing where region_code = $1 and filing_id = $2 for update`,
)
const read = statement<FilingRow>(
  'filings.read',
  `select ${columns} from filings.filing where region_code = $1 and filing_id = $2`,
)
const inForce = statement<FilingRow>(
  'filings.in-force',
  `select ${columns} from filings.filing
   where region_code = $1 and person_id = $2 and kind = $3 and revoked_on is null
     and valid_from <= $4 and (valid_until is null or valid_until >= $4)
   order by valid_from desc, filing_id desc limit 100`,
)
const page = statement<FilingRow>(
  'filings.page',
  `select ${columns} from filings.filing
   where region_code = $1 and ($2::text is null or kind = $2) and (filed_on, filing_id) < ($3::date, $4::uuid)
   order by filed_on desc, filing_id desc limit $5`,
)
const add = statement(
  'filings.add',
  `insert into filings.filing (region_code, filing_id, number, kind, person_id, valid_from, valid_until, institution_code,
     institution_name, rank, place, why, accident, source, filed_by_code, case_id, filed_by_name, filed_on, filed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
)
const revoke = statement(
  'filings.revoke',
  `update filings.filing set revoked_on = $3, revoked_by = $4, revoke_reason = $5
   where region_code = $1 and filing_id = $2 and revoked_on is null`,
)
// Two filings of one person must see each other, or they would overlap.
const lock = statement(
  'filings.lock-person',
  `select pg_advisory_xact_lock(hashtextextended('filings ' || $1 || $2, 0))`,
)
const next = statement<{ last: number }>(
  'filings.next-number',
  `insert into filings.number_counter (region_code, year, last) values ($1, $2, 1)
   on conflict (region_code, year) do update set last = filings.number_counter.last + 1 returning last`,
)

export const filingsOfPerson = (db: Db, regionCode: string, personId: string) =>
  db.many(ofPerson, [regionCode, personId])
export const lockFilingByNumber = (db: Db, regionCode: string, number: string) =>
  db.maybe(byNumber, [regionCode, number])
export const lockFiling = (db: Db, regionCode: string, filingId: string) =>
  db.maybe(byId, [regionCode, filingId])
export const readFiling = (db: Db, regionCode: string, filingId: string) =>
  db.maybe(read, [regionCode, filingId])
/** Filings of one kind that are good for a person on a day, the newest first. */
export const filingsInForce = (
  db: Db,
  regionCode: string,
  personId: string,
  kind: FilingKind,
  day: PlainDate,
) => db.many(inForce, [regionCode, personId, kind, day])
export const pageOfFilings = (
  db: Db,
  regionCode: string,
  kind: FilingKind | undefined,
  before: { readonly filedOn: string; readonly filingId: string },
  limit: number,
) => db.many(page, [regionCode, kind ?? null, before.filedOn, before.filingId, limit])
export const lockPerson = (db: Db, regionCode: string, personId: string) =>
  db.many(lock, [regionCode, personId])
export const nextNumber = async (db: Db, regionCode: string, year: number) =>
  (await db.one(next, [regionCode, year])).last

export const insertFiling = (db: Db, regionCode: string, row: FilingRow) =>
  db.run(add, [
    regionCode,
    row.filingId,
    row.number,
    row.kind,
    row.personId,
    row.validFrom,
    row.validUntil,
    row.institutionCode,
    row.institutionName,
    row.rank,
    row.place,
    row.why,
    row.accident,
    row.source,
    row.filedByCode,
    row.caseId,
    row.filedByName,
    row.filedOn,
    row.filedAt,
  ])
/** Revokes a filing; 0 when it is revoked already. */
export const updateRevoked = (
  db: Db,
  regionCode: string,
  filingId: string,
  { on, by, reason }: { readonly on: PlainDate; readonly by: string; readonly reason: string },
) => db.run(revoke, [regionCode, filingId, on, by, reason])
