import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { NewReferral, ReferralRow, UseRow } from './referral-row.ts'

const columns = `region_code as "regionCode", referral_id as "referralId", number, person_id as "personId",
  person_name as "personName", id_number_masked as "idNumberMasked", hospital_code as "hospitalCode",
  hospital_name as "hospitalName", target, target_name as "targetName", diagnosis_code as "diagnosisCode",
  diagnosis_name as "diagnosisName", reason, opinion, doctor, suggested_code as "suggestedCode",
  suggested_name as "suggestedName", issued_on as "issuedOn", valid_from as "from", valid_until as "until", rule, source,
  key_id as "keyId", token, issued_by_name as "issuedByName", revoked_on as "revokedOn", revoked_side as "revokedSide",
  revoked_by_name as "revokedByName", revoke_reason as "revokeReason"`

const add = statement(
  'referral.add',
  `insert into referral.referral (region_code, referral_id, number, person_id, person_name, id_number_masked,
     hospital_code, hospital_name, target, target_name, diagnosis_code, diagnosis_name, reason, opinion, doctor,
     suggested_code, suggested_name, issued_on, valid_from, valid_until, rule, source, key_id, token, issued_by,
     issued_by_name, issued_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
     $25, $26, $27)`,
)
const byId = statement<ReferralRow>(
  'referral.by-id',
  `select ${columns} from referral.referral where region_code = $1 and referral_id = $2`,
)
const lock = statement<ReferralRow>(
  'referral.lock',
  `select ${columns} from referral.referral where region_code = $1 and referral_id = $2 for update`,
)
const byNumber = statement<ReferralRow>(
  'referral.by-number',
  `select ${columns} from referral.referral where region_code = $1 and number = $2`,
)
const ofPerson = statement<ReferralRow>(
  'referral.of-person',
  `select ${columns} from referral.referral where region_code = $1 and person_id = $2
   order by valid_until desc, referral_id desc limit 100`,
)
const inForce = statement<ReferralRow>(
  'referral.in-force-on',
  `select ${columns} from referral.referral
   where region_code = $1 and person_id = $2 and valid_until >= $3 and valid_from <= $3
     and (revoked_on is null or revoked_on > $3)
   order by valid_until desc, referral_id desc limit 100`,
)
const list = statement<ReferralRow>(
  'referral.list',
  `select ${columns} from referral.referral
   where region_code = $1 and ($2::text is null or number = $2) and referral_id < $3
   order by referral_id desc limit $4`,
)
const listOfHospital = statement<ReferralRow>(
  'referral.list-of-hospital',
  `select ${columns} from referral.referral
   where region_code = $1 and hospital_code = $2 and ($3::text is null or number = $3) and referral_id < $4
   order by referral_id desc limit $5`,
)
const revoke = statement(
  'referral.revoke',
  `update referral.referral
   set revoked_on = $3, revoked_at = $4, revoked_side = $5, revoked_by_name = $6, revoke_reason = $7
   where region_code = $1 and referral_id = $2 and revoked_on is null`,
)
// What is over needs no revocation any more, so the list stays short.
const revoked = statement<{ number: string; on: PlainDate }>(
  'referral.revoked-and-not-over',
  `select number, revoked_on as "on" from referral.referral
   where region_code = $1 and revoked_on is not null and valid_until >= $2 order by revoked_on, number limit 100000`,
)
const addUse = statement(
  'referral.add-use',
  `insert into referral.use (region_code, referral_id, use_id, hospital_code, hospital_name, day, kind, reference,
     noted_by_name, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)
const uses = statement<UseRow>(
  'referral.uses',
  `select referral_id as "referralId", day, hospital_name as "hospitalName", kind, reference, noted_by_name as "by"
   from referral.use where region_code = $1 and referral_id = any ($2::uuid[]) order by referral_id, use_id limit 5000`,
)

export async function insertReferral(db: Db, row: NewReferral): Promise<void> {
  await db.run(add, [
    row.regionCode,
    row.referralId,
    row.number,
    row.personId,
    row.personName,
    row.idNumberMasked,
    row.hospitalCode,
    row.hospitalName,
    row.target,
    row.targetName,
    row.diagnosisCode,
    row.diagnosisName,
    row.reason,
    row.opinion,
    row.doctor,
    row.suggestedCode,
    row.suggestedName,
    row.issuedOn,
    row.from,
    row.until,
    row.rule === null ? null : JSON.stringify(row.rule),
    row.source,
    row.keyId,
    row.token,
    row.issuedBy,
    row.issuedByName,
    row.issuedAt,
  ])
}

export function selectReferral(db: Db, regionCode: string, referralId: string) {
  return db.maybe(byId, [regionCode, referralId])
}

/** The row, held until the transaction ends. */
export function lockReferral(db: Db, regionCode: string, referralId: string) {
  return db.maybe(lock, [regionCode, referralId])
}

export function selectByNumber(db: Db, regionCode: string, number: string) {
  return db.maybe(byNumber, [regionCode, number])
}

/** Referrals of a person, the longest valid first. */
export function selectOfPerson(db: Db, regionCode: string, personId: string): Promise<ReferralRow[]> {
  return db.many(ofPerson, [regionCode, personId])
}

/** Referrals that are good for a person on a day. */
export function selectInForce(db: Db, regionCode: string, personId: string, day: PlainDate) {
  return db.many(inForce, [regionCode, personId, day])
}

/** Referrals older than one, newest first; of one hospital, or of the city. */
export function selectReferrals(
  db: Db,
  regionCode: string,
  of: {
    readonly hospitalCode?: string
    readonly number?: string
    readonly before: string
    readonly limit: number
  },
): Promise<ReferralRow[]> {
  const { hospitalCode, number, before, limit } = of
  if (hospitalCode === undefined) return db.many(list, [regionCode, number ?? null, before, limit])
  return db.many(listOfHospital, [regionCode, hospitalCode, number ?? null, before, limit])
}

export async function markRevoked(
  db: Db,
  row: Pick<ReferralRow, 'regionCode' | 'referralId'>,
  by: {
    readonly on: PlainDate
    readonly at: Date
    readonly side: 'hospital' | 'agency'
    readonly name: string
    readonly reason: string
  },
): Promise<boolean> {
  const { on, at, side, name, reason } = by
  return (await db.run(revoke, [row.regionCode, row.referralId, on, at, side, name, reason])) === 1
}

export function selectRevoked(db: Db, regionCode: string, day: PlainDate) {
  return db.many(revoked, [regionCode, day])
}

export async function insertUse(
  db: Db,
  regionCode: string,
  use: UseRow & { readonly useId: string; readonly hospitalCode: string; readonly at: Date },
): Promise<void> {
  const { referralId, useId, hospitalCode, hospitalName, day, kind, reference, by, at } = use
  await db.run(addUse, [
    regionCode,
    referralId,
    useId,
    hospitalCode,
    hospitalName,
    day,
    kind,
    reference,
    by,
    at,
  ])
}

/** Uses of some referrals, in the order they were noted. */
export function selectUses(db: Db, regionCode: string, referralIds: readonly string[]): Promise<UseRow[]> {
  return db.many(uses, [regionCode, referralIds])
}
