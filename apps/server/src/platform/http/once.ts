import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { FieldCipher } from '../crypto.ts'
import { inTransaction, type Db } from '../db.ts'
import { answerRequest, claimRequest, findRequest, type RequestKey } from '../request.queries.ts'
import { callerKey } from './caller.ts'
import { IdempotencyKeyMissing, IdempotencyKeyReused } from './problems.ts'

const KEY = /^[A-Za-z0-9_-]{8,64}$/
const PURPOSE = 'request.reply'

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

/** Replies are kept encrypted: they may hold what is encrypted elsewhere. */
export function createOnce(cipher: FieldCipher): Once {
  return async <T>(db: Db, request: FastifyRequest, work: (db: Db) => Promise<T>, content?: unknown) => {
    const key = requestKey(db, request)
    const fingerprint = fingerprintOf(request, content)
    return inTransaction(db, async (db) => {
      if (!(await claimRequest(db, key, fingerprint, new Date()))) {
        const first = await findRequest(db, key)
        if (!first?.reply || !first.fingerprint.equals(fingerprint)) throw IdempotencyKeyReused()
        return JSON.parse(cipher.decrypt(first.reply, PURPOSE)) as T
      }
      const text = JSON.stringify((await work(db)) ?? null)
      await answerRequest(db, key, cipher.encrypt(text, PURPOSE))
      return JSON.parse(text) as T
    })
  }
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
