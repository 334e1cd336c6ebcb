import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A sign-in under way at the identity provider. */
export interface SignInRow {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
  readonly side: 'portal' | 'desk'
  readonly expiresAt: Date
}

const add = statement(
  'identity.add-sign-in',
  `insert into identity.sign_in (state, nonce, code_verifier, return_to, side, expires_at)
   values ($1, $2, $3, $4, $5, $6)`,
)
const take = statement<SignInRow>(
  'identity.take-sign-in',
  `delete from identity.sign_in where state = $1
   returning state, nonce, code_verifier as "codeVerifier", return_to as "returnTo", side, expires_at as "expiresAt"`,
)
const sweep = statement('identity.sweep-sign-ins', 'delete from identity.sign_in where expires_at < $1')

export async function insertSignIn(db: Db, row: SignInRow): Promise<void> {
  await db.run(add, [row.state, row.nonce, row.codeVerifier, row.returnTo, row.side, row.expiresAt])
}

/** Takes a sign-in away: its state, nonce and verifier serve once. */
export function takeSignIn(db: Db, state: string) {
  return db.maybe(take, [state])
}

export function deleteExpiredSignIns(db: Db, now: Date) {
  return db.run(sweep, [now])
}
