import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { anonymous, type Caller } from '../../platform/http/caller.ts'
import { getStaff, type StaffPosition } from '../organisations/index.ts'
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  insertSession,
  selectSession,
  touchSession,
  type SessionRow,
} from './session.queries.ts'

/** Who a new session is for. */
export type SignedIn =
  | { readonly staffId: string }
  | {
      readonly personId: string
      readonly name: string
      readonly idNumberMasked: string
      readonly regionCodes: string[]
    }

/** What a session shows of its owner beside the caller. */
export interface SessionView {
  readonly caller: Caller
  readonly csrfToken: string
  readonly idNumberMasked: string | null
  readonly positions: readonly StaffPosition[]
  /** the issuer's ID token, encrypted, to sign out there too */
  readonly idToken: Buffer | null
}

export interface SessionLimits {
  /** signed out after so many minutes without a request */
  readonly idleMinutes: number
  /** signed out so many hours after signing in, whatever happens */
  readonly longestHours: number
}

export interface Sessions {
  /** Starts a session; the token goes into the browser's cookie and is kept nowhere. */
  start(db: Db, who: SignedIn, idToken: Buffer | null): Promise<string>
  /** Whose token this is; undefined for one that is unknown, expired, or of somebody switched off. */
  find(token: string): Promise<SessionView | undefined>
  end(token: string): Promise<void>
  /** Ends every session of a member of staff; inside the transaction that changes them. */
  endOfStaff(db: Db, staffId: string): Promise<void>
  /** Deletes what has expired; for a periodic job. */
  sweep(): Promise<void>
}

const FRESH_MS = 5000
const TOUCH_MS = 60_000
const MOST_CACHED = 50_000

/**
 * Sessions in the database, with those in use kept in memory for at most five seconds. All of it is real time: a demo day
 * that moves signs nobody out.
 */
export function openSessions(db: Db, limits: SessionLimits, now: () => Date = () => new Date()): Sessions {
  const cache = new Map<
    string,
    { readonly view: SessionView; readonly staffId: string | null; readonly until: number }
  >()
  const [idleMs, longestMs] = [limits.idleMinutes * 60_000, limits.longestHours * 3_600_000]

  return {
    async start(db, who, idToken) {
      const token = randomBytes(32).toString('base64url')
      const at = now()
      const person = 'personId' in who ? who : undefined
      await insertSession(db, {
        tokenHash: hashOf(token),
        csrfToken: randomBytes(24).toString('base64url'),
        staffId: 'staffId' in who ? who.staffId : null,
        personId: person?.personId ?? null,
        personName: person?.name ?? null,
        idNumberMasked: person?.idNumberMasked ?? null,
        regionCodes: person?.regionCodes ?? [],
        issuedAt: at,
        seenAt: at,
        expiresAt: new Date(at.getTime() + longestMs),
        idToken,
      })
      return token
    },

    async find(token) {
      const hash = hashOf(token)
      const key = hash.toString('base64url')
      const at = now().getTime()
      const cached = cache.get(key)
      if (cached && cached.until > at) return cached.view
      cache.delete(key)
      const row = await selectSession(db, hash)
      if (!row) return undefined
      if (row.expiresAt.getTime() <= at || row.seenAt.getTime() + idleMs <= at) {
        await deleteSession(db, hash)
        return undefined
      }
      const view = await viewOf(db, row, key)
      if (!view) return undefined
      if (row.seenAt.getTime() + Math.min(TOUCH_MS, idleMs / 4) <= at)
        await touchSession(db, hash, new Date(at))
      if (cache.size >= MOST_CACHED) cache.clear()
      cache.set(key, { view, staffId: row.staffId, until: at + FRESH_MS })
      return view
    },

    async end(token) {
      const hash = hashOf(token)
      await deleteSession(db, hash)
      cache.delete(hash.toString('base64url'))
    },

    async endOfStaff(db, staffId) {
      await deleteSessionsOf(db, staffId)
      for (const [key, entry] of cache) if (entry.staffId === staffId) cache.delete(key)
    },

    async sweep() {
      await deleteExpiredSessions(db, now(), new Date(now().getTime() - idleMs))
    },
  }
}

async function viewOf(db: Db, row: SessionRow, sessionId: string): Promise<SessionView | undefined> {
  const { csrfToken, idNumberMasked, idToken } = row
  if (row.personId !== null) {
    const { personId, personName, regionCodes } = row
    const caller: Caller = {
      kind: 'person',
      personId,
      name: personName ?? '',
      sessionId,
      regionCodes,
      csrfToken,
    }
    return { caller, csrfToken, idNumberMasked, positions: [], idToken }
  }
  const { userId, name, active, roles } = await getStaff(db, row.staffId!)
  if (!active || roles.length === 0) return undefined
  const caller: Caller = { kind: 'staff', userId, name, sessionId, roles, csrfToken }
  return { caller, csrfToken, idNumberMasked: null, positions: roles, idToken }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The caller of a session, or nobody. */
export function callerOf(view: SessionView | undefined): Caller {
  return view?.caller ?? anonymous
}
