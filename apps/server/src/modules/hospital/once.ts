import { createHash } from 'node:crypto'
import { type Db, inTransaction } from '../../platform/db.ts'
import { type AnyHandler, type AnyBooking, type HospitalCall, HospitalFault, Overtaken } from './handler.ts'
import { findMessage, type NewMessage, type StoredMessage, storeMessages } from './message.queries.ts'

/** How often a message is worked out again when others keep changing what it read. */
export const MOST_TRIES = 8

export const senderOf = ({ regionCode, institution }: HospitalCall) => ({
  regionCode,
  institutionCode: institution.hospitalCode,
})

/**
 * Does a booking once for each (institution, msgid): the outcome is stored in the transaction that books, so a repeated
 * message finds it and changes nothing. Of two at once the later waits for the row of the first, finds it taken, takes
 * back what it did, and answers what the first was answered. A refusal leaves no trace.
 */
export async function doOnce(db: Db, handler: AnyBooking, call: HospitalCall<never>): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(db, async (tx) => {
        const output = await handler.handle(tx, call)
        const stored = await storeMessages(tx, call.regionCode, call.now, [outcomeOf(handler, call, output)])
        if (stored === 0) throw new Overtaken()
        return output
      })
    } catch (error) {
      const first = await firstOutcome(db, handler, call, error)
      if (first) return first.output
      if (!wasOvertaken(error)) throw error
      if (tries === MOST_TRIES) throw tooBusy()
    }
  }
}

/** What the message was answered when it was booked before; undefined when `error` has another cause. */
export async function firstOutcome(
  db: Db,
  handler: AnyHandler,
  call: HospitalCall<never>,
  error: unknown,
): Promise<{ readonly output: unknown } | undefined> {
  if (!(error instanceof HospitalFault) && !wasOvertaken(error)) return undefined
  const stored = await findMessage(db, senderOf(call), call.msgid)
  if (!stored) return undefined
  return { output: await again(db, handler, call, stored) }
}

/** Somebody else was faster: what was read has changed, or two transactions would have waited for each other for ever. */
export function wasOvertaken(error: unknown): boolean {
  return error instanceof Overtaken || DEADLOCK.has(String((error as { code?: unknown } | null)?.code))
}
const DEADLOCK = new Set(['40P01', '40001'])

async function again(db: Db, handler: AnyHandler, call: HospitalCall<never>, stored: StoredMessage) {
  if (stored.undoneBy !== null)
    throw new HospitalFault('该报文已被冲正（2601），不再受理。如需重新办理，请使用新的报文ID（msgid）发起。')
  if (stored.infno !== handler.infno || !stored.fingerprint?.equals(fingerprintOf(call)))
    throw new HospitalFault(
      '报文ID（msgid）已被内容不同的另一笔交易使用，未作任何处理。请为每笔交易生成新的 msgid。',
    )
  const output = JSON.parse(stored.output ?? 'null') as never
  return 'restore' in handler && handler.restore ? handler.restore(db, call, output) : output
}

/** The row that makes a message a message of the past. */
export function outcomeOf(
  handler: Exclude<AnyHandler, { kind: 'query' | 'download' }>,
  call: HospitalCall<never>,
  output: unknown,
): NewMessage {
  const kept = handler.strip ? (handler.strip(output) as unknown) : output
  return {
    institutionCode: call.institution.hospitalCode,
    msgid: call.msgid,
    infno: handler.infno as string,
    fingerprint: fingerprintOf(call),
    subject: handler.subject?.(output) ?? null,
    output: JSON.stringify(kept ?? null),
  }
}

const FINGERPRINT_BYTES = 16

function fingerprintOf({ frame, attachment }: HospitalCall): Buffer {
  const text = JSON.stringify(frame.input ?? null) + (attachment?.sha256 ?? '')
  return createHash('sha256').update(text).digest().subarray(0, FINGERPRINT_BYTES)
}

export function tooBusy(): HospitalFault {
  return new HospitalFault(
    '该人员或就诊正在由其他交易办理，本次未作任何处理。请稍后用同一报文ID（msgid）重发。',
  )
}
