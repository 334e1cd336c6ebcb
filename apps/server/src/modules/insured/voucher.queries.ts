import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export interface VoucherRow {
  readonly personId: string
  readonly expiresAt: Date
  /** the institution that has read it; null: nobody yet */
  readonly institutionCode: string | null
  readonly usedAt: Date | null
}

const add = statement(
  'insured.add-voucher',
  `insert into insured.voucher (code_hash, person_id, expires_at) values ($1, $2, $3)`,
)
const lock = statement<VoucherRow>(
  'insured.lock-voucher',
  `select person_id as "personId", expires_at as "expiresAt", institution_code as "institutionCode", used_at as "usedAt"
   from insured.voucher where code_hash = $1 for update`,
)
const change = statement(
  'insured.change-voucher',
  `update insured.voucher set institution_code = $2, used_at = $3, expires_at = $4 where code_hash = $1`,
)
const owners = statement<{ code: number; personId: string }>(
  'insured.voucher-owners',
  `select asked.at::int as code, v.person_id as "personId"
   from unnest($1::bytea[]) with ordinality as asked (code_hash, at) join insured.voucher v using (code_hash)`,
)
const sweep = statement('insured.sweep-vouchers', `delete from insured.voucher where expires_at < $1`)

export async function insertVoucher(db: Db, hash: Buffer, personId: string, expiresAt: Date): Promise<void> {
  await db.run(add, [hash, personId, expiresAt])
}

/** A code, held until the end of the transaction: of two who show it at once, the second sees what the first did. */
export function lockVoucher(db: Db, hash: Buffer) {
  return db.maybe(lock, [hash])
}

export async function updateVoucher(db: Db, hash: Buffer, voucher: VoucherRow): Promise<void> {
  await db.run(change, [hash, voucher.institutionCode, voucher.usedAt, voucher.expiresAt])
}

export function deleteVouchersBefore(db: Db, instant: Date) {
  return db.run(sweep, [instant])
}

/** Whose codes these are, by their place in the list; without those nobody knows any more. */
export function voucherOwners(db: Db, hashes: readonly Buffer[]) {
  return db.many(owners, [hashes])
}
