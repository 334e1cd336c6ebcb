import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

const add = statement(
  'insured.add-voucher',
  `insert into insured.voucher (code_hash, person_id, expires_at) values ($1, $2, $3)`,
)
const take = statement<{ personId: string; expiresAt: Date }>(
  'insured.take-voucher',
  `delete from insured.voucher where code_hash = $1 returning person_id as "personId", expires_at as "expiresAt"`,
)
const sweep = statement('insured.sweep-vouchers', `delete from insured.voucher where expires_at < $1`)

export async function insertVoucher(db: Db, hash: Buffer, personId: string, expiresAt: Date): Promise<void> {
  await db.run(add, [hash, personId, expiresAt])
}

/** Takes a code away; a second call finds nothing. */
export function takeVoucher(db: Db, hash: Buffer) {
  return db.maybe(take, [hash])
}

export function deleteExpiredVouchers(db: Db, now: Date) {
  return db.run(sweep, [now])
}
