import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { FieldCipher } from '../crypto.ts'
import { DatabaseUnavailable, inTransaction, type Db } from '../db.ts'
import { Problem } from '../problem.ts'
import { findRequest, storeRequest, type RequestKey } from '../request.queries.ts'
import { callerKey } from './caller.ts'
import { IdempotencyKeyMissing, IdempotencyKeyReused } from './problems.ts'

const KEY = /^[A-Za-z0-9_-]{8,64}$/
/** of the cipher, for kept replies */
export const PURPOSE = 'request.reply'

/** Region of requests that belong to no city. */
export const NATIONWIDE = '000000'

/**
 * Does `work` in one transaction, once for each Idempotency-Key of a caller: a repeated request gets the first answer
 * and changes nothing, the same key with another content is refused (422), and of two at once one does the work while the
 * other waits for its answer. A failure leaves no trace, so the request can be repeated with the same key. The answer must
 * be JSON; it comes back as it was stored. `content` replaces the body in the comparison (uploads: the file's hash).
 */
export type Once = <T>(
  db: Db,
  request: FastifyRequest,
  work: (db: Db) => Promise<T>,
  content?: unknown,
) => Promise<T>

/**
 * The key is stored last, together with the reply: the first request, which is nearly every one, then costs one row. What a
 * repeated request does is taken back when its key turns out to be there; whatever stopped it, the first answer counts.
 * Replies are kept encrypted: they may hold what is encrypted elsewhere.
 */
export function createOnce(cipher: FieldCipher): Once {
  return async <T>(db: Db, request: FastifyRequest, work: (db: Db) => Promise<T>, content?: unknown) => {
    const key = requestKey(db, request)
    const fingerprint = fingerprintOf(request, content)
    try {
      return await inTransaction(db, async (db) => {
        const text = JSON.stringify((await work(db)) ?? null)
        const reply = cipher.encrypt(text, PURPOSE)
        await storeRequest(db, key, { fingerprint, reply, at: new Date() })
        return JSON.parse(text) as T
      })
    } catch (error) {
      const first = await firstAnswer(db, key, error)
      if (!first) throw error
      if (!first.fingerprint.equals(fingerprint)) throw IdempotencyKeyReused()
      return JSON.parse(cipher.decrypt(first.reply, PURPOSE)) as T
    }
  }
}

/** What the key was answered before, unless the failure lies in the database itself and asking it again cannot help. */
async function firstAnswer(db: Db, key: RequestKey, error: unknown) {
  if (error instanceof Problem && error.code === DatabaseUnavailable.code) return undefined
  return findRequest(db, key)
}

function requestKey(db: Db, request: FastifyRequest): RequestKey {
  const header = request.headers['idempotency-key']
  if (typeof header !== 'string' || !KEY.test(header)) throw IdempotencyKeyMissing()
  return { regionCode: db.regionCode ?? NATIONWIDE, caller: callerKey(request.caller), key: header }
}

function fingerprintOf(request: FastifyRequest, content: unknown): Buffer {
  const body = JSON.stringify(content === undefined ? (request.body ?? null) : content)
  return createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest()
}
