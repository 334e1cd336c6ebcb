import type { Agreement } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A service agreement as stored; `endsOn` is its last day. */
export interface AgreementRow {
  readonly agreementId: string
  readonly hospitalCode: string
  readonly number: string
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly services: Agreement['services']
  readonly network: Agreement['network']
  readonly networkedFrom: PlainDate | null
  readonly depositShare: string | null
  readonly endedReason: string | null
  readonly version: number
  readonly concludedBy: string
}

const columns = `agreement_id as "agreementId", hospital_code as "hospitalCode", number, starts_on as "startsOn",
  ends_on as "endsOn", services, network, networked_from as "networkedFrom", deposit_share as "depositShare",
  ended_reason as "endedReason", version, concluded_by as "concludedBy"`

const ofRegion = statement<AgreementRow>(
  'institutions.agreements-of-region',
  `select ${columns} from institutions.agreement where region_code = $1 order by hospital_code, starts_on`,
)
const ofHospital = statement<AgreementRow>(
  'institutions.agreements-of-hospital',
  `select ${columns} from institutions.agreement where region_code = $1 and hospital_code = $2 order by starts_on desc`,
)
const onDay = statement<AgreementRow>(
  'institutions.agreement-on',
  `select ${columns} from institutions.agreement
   where region_code = $1 and hospital_code = $2 and starts_on <= $3 and ends_on >= $3`,
)
const byId = statement<AgreementRow>(
  'institutions.agreement-by-id',
  `select ${columns} from institutions.agreement where region_code = $1 and agreement_id = $2 for update`,
)
// Two agreements of one institution must see each other, or their days would overlap.
const lock = statement(
  'institutions.lock-hospital',
  `select pg_advisory_xact_lock(hashtextextended('institutions ' || $1 || $2, 0))`,
)
const add = statement(
  'institutions.add-agreement',
  `insert into institutions.agreement (region_code, agreement_id, hospital_code, number, starts_on, ends_on, services,
     network, networked_from, deposit_share, ended_reason, version, concluded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)
const end = statement(
  'institutions.end-agreement',
  `update institutions.agreement set ends_on = $3, ended_reason = $4, version = version + 1
   where region_code = $1 and agreement_id = $2`,
)

export const agreementsOfRegion = (db: Db, regionCode: string) => db.many(ofRegion, [regionCode])
export const agreementsOfHospital = (db: Db, regionCode: string, hospitalCode: string) =>
  db.many(ofHospital, [regionCode, hospitalCode])
export const findAgreementOn = (db: Db, regionCode: string, hospitalCode: string, day: PlainDate) =>
  db.maybe(onDay, [regionCode, hospitalCode, day])
export const lockAgreement = (db: Db, regionCode: string, agreementId: string) =>
  db.maybe(byId, [regionCode, agreementId])
export const lockHospital = (db: Db, regionCode: string, hospitalCode: string) =>
  db.run(lock, [regionCode, hospitalCode])

export async function insertAgreement(db: Db, regionCode: string, row: AgreementRow): Promise<void> {
  await db.run(add, [
    regionCode,
    row.agreementId,
    row.hospitalCode,
    row.number,
    row.startsOn,
    row.endsOn,
    row.services,
    row.network,
    row.networkedFrom,
    row.depositShare,
    row.endedReason,
    row.version,
    row.concludedBy,
  ])
}
export async function updateEnd(
  db: Db,
  regionCode: string,
  agreementId: string,
  endsOn: PlainDate,
  reason: string,
): Promise<void> {
  await db.run(end, [regionCode, agreementId, endsOn, reason])
}
