import type { Relative } from '@yichuang/policy'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** Leave to use somebody's personal account, as stored. */
export interface ShareRow {
  readonly regionCode: string
  readonly shareId: string
  readonly holderId: string
  readonly holderName: string
  readonly memberId: string
  readonly memberName: string
  /** what the member is to the holder */
  readonly relation: Relative
  readonly from: PlainDate
  readonly grantedAt: Date
  readonly recordedBy: 'holder' | 'window'
  readonly recordedByName: string
  readonly proof: string | null
  readonly revokedOn: PlainDate | null
}

const COLUMNS = `region_code as "regionCode", share_id as "shareId", holder_id as "holderId", holder_name as "holderName",
  member_id as "memberId", member_name as "memberName", relation, valid_from as "from", granted_at as "grantedAt",
  recorded_by as "recordedBy", recorded_by_name as "recordedByName", proof, revoked_on as "revokedOn"`

const add = statement(
  'accounts.add-share',
  `insert into accounts.share (region_code, share_id, holder_id, holder_name, member_id, member_name, relation,
     valid_from, granted_at, recorded_by, recorded_by_name, proof)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (region_code, member_id, holder_id) where revoked_on is null do nothing`,
)
const revoke = statement(
  'accounts.revoke-share',
  `update accounts.share set revoked_on = $3, revoked_by_name = $4
   where region_code = $1 and share_id = $2 and revoked_on is null`,
)
const byIds = statement<ShareRow>(
  'accounts.shares-by-id',
  `select ${COLUMNS} from accounts.share where region_code = $1 and share_id = any ($2::uuid[])`,
)
const standing = statement<{ shareId: string }>(
  'accounts.hold-shares',
  `select share_id as "shareId" from accounts.share
   where region_code = $1 and share_id = any ($2::uuid[]) and revoked_on is null order by share_id for share`,
)
const ofHolder = statement<ShareRow>(
  'accounts.shares-of-holder',
  `select ${COLUMNS} from accounts.share
   where region_code = $1 and holder_id = $2 order by granted_at desc, share_id limit 200`,
)
const ofMember = statement<ShareRow>(
  'accounts.shares-of-member',
  `select ${COLUMNS} from accounts.share
   where region_code = $1 and member_id = $2 order by granted_at desc, share_id limit 200`,
)
const forMember = statement<ShareRow>(
  'accounts.shares-in-force',
  `select ${COLUMNS} from accounts.share
   where region_code = $1 and member_id = $2 and revoked_on is null and valid_from <= $3
   order by granted_at, share_id limit 20`,
)

/** Stores a new one; false when the holder lets this member use the account already. */
export async function insertShare(db: Db, row: ShareRow): Promise<boolean> {
  const { regionCode, shareId, holderId, holderName, memberId, memberName, relation } = row
  const { from, grantedAt, recordedBy, recordedByName, proof } = row
  const who = [holderId, holderName, memberId, memberName, relation]
  const values = [regionCode, shareId, ...who, from, grantedAt, recordedBy, recordedByName, proof]
  return (await db.run(add, values)) > 0
}

/** Ends one; 0 when it has ended already. */
export const endShare = (db: Db, regionCode: string, shareId: string, by: { on: PlainDate; name: string }) =>
  db.run(revoke, [regionCode, shareId, by.on, by.name])

export const sharesById = (db: Db, regionCode: string, shareIds: readonly string[]) =>
  db.many(byIds, [regionCode, shareIds])

/** How many of these are in force; nobody ends one of them before the transaction does. */
export const holdShares = async (db: Db, regionCode: string, shareIds: readonly string[]) =>
  (await db.many(standing, [regionCode, shareIds])).length

/** What somebody has granted, and what was granted to them; newest first, what was revoked among them. */
export async function sharesOf(db: Db, regionCode: string, personId: string) {
  const [granted, received] = await Promise.all([
    db.many(ofHolder, [regionCode, personId]),
    db.many(ofMember, [regionCode, personId]),
  ])
  return { granted, received }
}

/** The accounts a person may use on a day, in the order in which leave was given. */
export const sharesFor = (db: Db, regionCode: string, memberId: string, day: PlainDate) =>
  db.many(forMember, [regionCode, memberId, day])
