import { createHash, randomInt } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { VoucherExpired, VoucherInvalid, VoucherUsed } from './insured.problems.ts'
import {
  deleteVouchersBefore,
  insertVoucher,
  lockVoucher,
  updateVoucher,
  voucherOwners,
  type VoucherRow,
} from './voucher.queries.ts'

export const VOUCHER_SECONDS = 60

// A hospital reads the code at the counter and registers the visit when the doctor is chosen.
const REGISTER_WITHIN_SECONDS = 600
const REMEMBERED_MS = 86_400_000
// 28 digits as the national e-voucher has them, so that one scanner reads both; nothing in them means anything.
const DIGITS = 28

/** A code somebody may show at a window instead of a card. Only its hash is kept; `now` is the real time. */
export async function issueVoucher(db: Db, personId: string, now: Date): Promise<string> {
  const code = Array.from({ length: DIGITS }, () => randomInt(10)).join('')
  await deleteVouchersBefore(db, new Date(now.getTime() - REMEMBERED_MS))
  await insertVoucher(db, hashOf(code), personId, later(now, VOUCHER_SECONDS))
  return code
}

/**
 * The person who shows a code at a window; that uses it up. In a transaction. Throws `voucher-invalid`, `voucher-used`,
 * `voucher-expired`.
 */
export async function redeemVoucher(db: Db, code: string, now: Date): Promise<string> {
  const hash = hashOf(code)
  const voucher = await open(db, hash, null, now)
  await updateVoucher(db, hash, { ...voucher, usedAt: now })
  return voucher.personId
}

/**
 * The person whose code an institution reads (身份核验, e.g. infno 1101 with mdtrt_cert_type 01). From then on the code is
 * that institution's alone, for the one visit it has ten minutes to register. In a transaction; throws as `redeemVoucher`.
 */
export async function presentVoucher(
  db: Db,
  code: string,
  institutionCode: string,
  now: Date,
): Promise<string> {
  const hash = hashOf(code)
  const voucher = await open(db, hash, institutionCode, now)
  if (voucher.institutionCode === null)
    await updateVoucher(db, hash, {
      ...voucher,
      institutionCode,
      expiresAt: later(now, REGISTER_WITHIN_SECONDS),
    })
  return voucher.personId
}

/**
 * The person whose code opens a visit, a stay or a purchase at an institution (2201, 2401, 2102); that uses it up. What
 * follows goes by the number of the visit. In a transaction; throws as `redeemVoucher`.
 */
export async function spendVoucher(
  db: Db,
  code: string,
  institutionCode: string,
  now: Date,
): Promise<string> {
  const hash = hashOf(code)
  const voucher = await open(db, hash, institutionCode, now)
  await updateVoucher(db, hash, { ...voucher, institutionCode, usedAt: now })
  return voucher.personId
}

/** Whose codes these are or were, used or not; a code is forgotten a day after its time. One statement. */
export async function ownersOfVouchers(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await voucherOwners(db, codes.map(hashOf))
  return new Map(found.map(({ code, personId }) => [codes[code - 1]!, personId]))
}

/** The code as it may be used here and now: by whoever reads it first, and then by nobody else. */
async function open(db: Db, hash: Buffer, institutionCode: string | null, now: Date): Promise<VoucherRow> {
  const voucher = await lockVoucher(db, hash)
  if (!voucher) throw VoucherInvalid()
  const elsewhere = voucher.institutionCode !== null && voucher.institutionCode !== institutionCode
  if (voucher.usedAt !== null || elsewhere) throw VoucherUsed()
  if (voucher.expiresAt < now) throw VoucherExpired()
  return voucher
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code.replace(/\s/g, '')).digest()
}

function later(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000)
}
