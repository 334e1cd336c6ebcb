import { WINDOW_MS } from './profiles/index.ts'

/** Nonces kept for one caller; at one message in ten milliseconds the whole window fits. */
const MOST = 200_000

/**
 * Nonces a caller has used, kept in memory as long as their signature is good for. Not in PostgreSQL: a row for each message
 * would cost as much as the booking, and buy little, since whatever books anything is stored once under its msgid there. A
 * message that is sent again to another process, or after a restart, gets the stored answer or asks a question twice.
 */
export interface Nonces {
  /** False where the nonce was used before, or is too old to know. `signedAt` and `now` in milliseconds. */
  use(caller: string, nonce: string, signedAt: number, now: number): boolean
}

export function openNonces(most = MOST): Nonces {
  const callers = new Map<string, Used>()
  return {
    use(caller, nonce, signedAt, now) {
      let used = callers.get(caller)
      if (!used) callers.set(caller, (used = { seen: new Map(), floor: -Infinity }))
      forget(used, now - WINDOW_MS, most)
      if (signedAt <= used.floor || used.seen.has(nonce)) return false
      used.seen.set(nonce, signedAt)
      return true
    },
  }
}

interface Used {
  /** nonce → when it was signed, in the order in which they came */
  readonly seen: Map<string, number>
  /** nothing signed before is taken: what was used then may be forgotten */
  floor: number
}

/** Forgets what is out of the window, and beyond `most` the oldest: then nothing as old is taken any more. */
function forget(used: Used, before: number, most: number): void {
  for (const [nonce, signedAt] of used.seen) {
    const full = used.seen.size >= most
    if (signedAt >= before && !full) return
    if (full && signedAt >= before) used.floor = Math.max(used.floor, signedAt)
    used.seen.delete(nonce)
  }
}
