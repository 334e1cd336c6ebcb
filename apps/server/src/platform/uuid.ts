import { randomFillSync } from 'node:crypto'

let last = 0n
// Asking for a few random bytes costs as much as asking for many.
const RANDOM_BYTES = 10
const pool = Buffer.alloc(400 * RANDOM_BYTES)
let used = pool.length

/**
 * A new UUIDv7: ids of one process only grow, which keeps index pages warm and orders rows written in one millisecond.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, (used += RANDOM_BYTES))
  // 48 bits of milliseconds and 12 bits that count within one, as one number that never goes back.
  const now = (BigInt(Date.now()) << 12n) | BigInt(random.readUInt16BE(8) & 0x07ff)
  last = now > last ? now : last + 1n
  const time = last.toString(16).padStart(15, '0')
  const variant = ((random[0]! & 0x3f) | 0x80).toString(16)
  const tail = random.toString('hex', 1, 8)
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${time.slice(12)}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`
}

/** Comes before every id that `newId` makes: where a walk over rows in the order of their ids begins. */
export const BEFORE_EVERY_ID = '00000000-0000-0000-0000-000000000000'
