import { createHash, randomInt } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { VoucherInvalid } from './insured.problems.ts'
import { deleteExpiredVouchers, insertVoucher, takeVoucher } from './voucher.queries.ts'

export const VOUCHER_SECONDS = 60

// 28 digits as the national e-voucher has them, so that one scanner reads both; nothing in them means anything.
const DIGITS = 28

/** A code somebody may show at a window instead of a card. Only its hash is kept; `now` is the real time. */
export async function issueVoucher(db: Db, personId: string, now: Date): Promise<string> {
  const code = Array.from({ length: DIGITS }, () => randomInt(10)).join('')
  await deleteExpiredVouchers(db, now)
  await insertVoucher(db, hashOf(code), personId, new Date(now.getTime() + VOUCHER_SECONDS * 1000))
  return code
}

/** The person who shows a code; it can be used once. Throws `VoucherInvalid`. */
export async function redeemVoucher(db: Db, code: string, now: Date): Promise<string> {
  const voucher = await takeVoucher(db, hashOf(code.replace(/\s/g, '')))
  if (!voucher || voucher.expiresAt < now) throw VoucherInvalid()
  return voucher.personId
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}
