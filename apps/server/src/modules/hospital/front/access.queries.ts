import type { Db } from '../../../platform/db.ts'
import { sealedField } from '../../../platform/rotate/index.ts'
import { statement } from '../../../platform/statement.ts'
import type { ProfileName } from './profiles/index.ts'

/** One set of secrets by which an institution signs, from one instant to another. */
export interface AccessRow {
  readonly accessId: string
  readonly regionCode: string
  readonly institutionCode: string
  readonly profile: ProfileName
  readonly accessKey: string
  readonly sealedSecrets: Buffer
  readonly addresses: string[]
  readonly infcode: 'number' | 'text'
  readonly successWord: '' | 'success' | '成功' | null
  readonly validFrom: Date
  readonly validUntil: Date | null
  readonly madeBy: string
}

/** Of the cipher; a secret moved to another column does not decrypt. */
export const SECRETS = 'access.secrets'

const COLUMNS = `access_id as "accessId", region_code as "regionCode", institution_code as "institutionCode", profile,
  access_key as "accessKey", secrets_enc as "sealedSecrets", addresses, infcode, success_word as "successWord",
  valid_from as "validFrom", valid_until as "validUntil", made_by as "madeBy"`

const byCaller = statement<AccessRow>(
  'front.access-by-caller',
  `select ${COLUMNS} from front.access where profile = $1 and access_key = $2 order by valid_from desc limit 20`,
)
const ofRegion = statement<AccessRow>(
  'front.access-of-region',
  `select ${COLUMNS} from front.access where region_code = $1 and ($2::text is null or institution_code = $2)
   order by institution_code, profile, valid_from limit 20000`,
)
const lock = statement<AccessRow>(
  'front.lock-access',
  `select ${COLUMNS} from front.access
   where region_code = $1 and (profile, access_key) =
     (select profile, access_key from front.access where region_code = $1 and access_id = $2)
   order by valid_from for update`,
)
const add = statement(
  'front.add-access',
  `insert into front.access (region_code, access_id, institution_code, profile, access_key, secrets_enc, addresses,
     infcode, success_word, valid_from, valid_until, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
const end = statement(
  'front.end-access',
  `update front.access set valid_until = $3 where region_code = $1 and access_id = $2`,
)

/** Every set of secrets a caller ever had, newest first. */
export function accessOfCaller(db: Db, profile: ProfileName, accessKey: string): Promise<AccessRow[]> {
  return db.many(byCaller, [profile, accessKey])
}

export function accessOfRegion(db: Db, institutionCode?: string): Promise<AccessRow[]> {
  return db.many(ofRegion, [db.regionCode, institutionCode ?? null])
}

/** The set with an id and all others of the same caller, oldest first, locked. Inside a transaction. */
export function lockAccess(db: Db, accessId: string): Promise<AccessRow[]> {
  return db.many(lock, [db.regionCode, accessId])
}

export async function insertAccess(db: Db, row: AccessRow): Promise<void> {
  await db.run(add, [
    db.regionCode,
    row.accessId,
    row.institutionCode,
    row.profile,
    row.accessKey,
    row.sealedSecrets,
    row.addresses,
    row.infcode,
    row.successWord,
    row.validFrom,
    row.validUntil,
    row.madeBy,
  ])
}

export async function endAccess(db: Db, accessId: string, at: Date): Promise<void> {
  await db.run(end, [db.regionCode, accessId, at])
}

/** What is kept encrypted of institutions, for whoever changes the keys. */
export const sealedFields = [
  sealedField({
    name: 'front.access-secrets',
    table: 'front.access',
    key: [['access_id', 'uuid']],
    column: 'secrets_enc',
    purpose: SECRETS,
  }),
]
