import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A signed-in browser: an insured person, or a member of staff. */
export interface SessionRow {
  readonly tokenHash: Buffer
  readonly csrfToken: string
  readonly staffId: string | null
  readonly personId: string | null
  readonly personName: string | null
  readonly idNumberMasked: string | null
  readonly regionCodes: string[]
  readonly issuedAt: Date
  readonly seenAt: Date
  readonly expiresAt: Date
  readonly idToken: Buffer | null
}

const add = statement(
  'identity.add-session',
  `insert into identity.session (token_hash, csrf_token, staff_id, person_id, person_name, id_number_masked,
     region_codes, issued_at, seen_at, expires_at, id_token_enc)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
)
const find = statement<SessionRow>(
  'identity.find-session',
  `select token_hash as "tokenHash", csrf_token as "csrfToken", staff_id as "staffId", person_id as "personId",
          person_name as "personName", id_number_masked as "idNumberMasked", region_codes as "regionCodes",
          issued_at as "issuedAt", seen_at as "seenAt", expires_at as "expiresAt", id_token_enc as "idToken"
   from identity.session where token_hash = $1`,
)
const touch = statement(
  'identity.touch-session',
  'update identity.session set seen_at = $2 where token_hash = $1',
)
const end = statement('identity.end-session', 'delete from identity.session where token_hash = $1')
const endOfStaff = statement(
  'identity.end-sessions-of-staff',
  'delete from identity.session where staff_id = $1',
)
const sweep = statement(
  'identity.sweep-sessions',
  'delete from identity.session where expires_at < $1 or seen_at < $2',
)

export async function insertSession(db: Db, row: SessionRow): Promise<void> {
  await db.run(add, [
    row.tokenHash,
    row.csrfToken,
    row.staffId,
    row.personId,
    row.personName,
    row.idNumberMasked,
    row.regionCodes,
    row.issuedAt,
    row.seenAt,
    row.expiresAt,
    row.idToken,
  ])
}

export function selectSession(db: Db, tokenHash: Buffer) {
  return db.maybe(find, [tokenHash])
}

export async function touchSession(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db.run(touch, [tokenHash, now])
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.run(end, [tokenHash])
}

export async function deleteSessionsOf(db: Db, staffId: string): Promise<void> {
  await db.run(endOfStaff, [staffId])
}

/** Deletes sessions that expired, or were last seen before `idleSince`. */
export function deleteExpiredSessions(db: Db, now: Date, idleSince: Date) {
  return db.run(sweep, [now, idleSince])
}
