import type { Envelope, Infno, Messages } from '@yichuang/hsa'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Hospital } from '../organisations/index.ts'

/** One message of an institution whose signature has been checked, with its input read. */
export interface HospitalCall<N extends Infno = Infno> {
  /** city that insures the person, else of the institution: every row a message touches is under it */
  readonly regionCode: string
  /** of another city for care outside the insured place */
  readonly institution: Hospital
  /** as sent, in capitals: `2206A` comes to the handler of `2206` */
  readonly infno: string
  readonly msgid: string
  /** the envelope: operator, insured place, sign-in number */
  readonly frame: Envelope
  readonly input: Messages[N]['input']
  /** what came beside the message (9101) */
  readonly attachment?: Attachment | undefined
  readonly today: PlainDate
  readonly now: Date
}

/** A file that came with a message, held until its handler keeps it; enciphered where it lies. */
export interface Attachment {
  readonly fileName: string
  /** of the file as it came */
  readonly sha256: string
  readonly size: number
  /** what it is enciphered with, and the name of the enciphered content */
  readonly key: Buffer
  readonly storedSha256: string
  /** the file as it came; again at each call, until it is kept */
  read(): AsyncIterable<Uint8Array>
  keep(): Promise<void>
}

/** A file that is the answer to a message (9102). */
export interface FileAnswer {
  readonly fileName: string
  readonly content: AsyncIterable<Uint8Array>
}

export type Output<N extends Infno> = Messages[N]['output']

/** What 2601 needs to know of a message it takes back. */
export interface Undo {
  readonly call: HospitalCall<'2601'>
  /** what `subject` named when the message was booked */
  readonly subject: string
}

interface Common<N extends Infno> {
  /** the plain number; `A` forms with the same nodes come here as well */
  readonly infno: N
}

/** A question: changes nothing, so it is asked anew each time. */
export interface Query<N extends Infno> extends Common<N> {
  readonly kind: 'query'
  /** on any free connection of the region; throws `HospitalFault` */
  readonly handle: (db: Db, call: HospitalCall<N>) => Promise<Output<N>>
}

/** A question whose answer is a file. */
export interface Download<N extends Infno> extends Common<N> {
  readonly kind: 'download'
  /** on any free connection of the region; throws `HospitalFault` */
  readonly handle: (db: Db, call: HospitalCall<N>) => Promise<FileAnswer>
}

interface Kept<N extends Infno> extends Common<N> {
  /** what the message made (settlement, visit, filing), by which 2601 finds it */
  readonly subject?: (output: Output<N>) => string
  /** Takes back what a message made, for 2601, in its transaction. Absent: 2601 refuses this number. */
  readonly undo?: (db: Db, undo: Undo) => Promise<void>
  /** What must not be stored in clear with the outcome (ID numbers); `restore` puts it back for a repeated message. */
  readonly strip?: (output: Output<N>) => Output<N>
  readonly restore?: (db: Db, call: HospitalCall<N>, output: Output<N>) => Promise<Output<N>>
}

/** A booking: done once per message, in one transaction with the outcome that a repetition gets. */
export interface Booking<N extends Infno> extends Kept<N> {
  readonly kind: 'booking'
  /** in a transaction of the region; throws `HospitalFault`, and then nothing is changed or kept */
  readonly handle: (db: Db, call: HospitalCall<N>) => Promise<Output<N>>
}

/** What a message of a batch will be answered, with what its handler needs to write it. */
export interface Prepared<N extends Infno> {
  readonly output: Output<N>
}

/**
 * A booking (or, without `book`, a question) of which many come at once: messages that arrive within a few milliseconds
 * are read together and written together, in one transaction. What fails together is done again one by one.
 */
export interface Batch<N extends Infno, P extends Prepared<N> = Prepared<N>> extends Kept<N> {
  readonly kind: 'batch'
  /** what only one message of a batch may touch: a visit, a person's year */
  readonly alone: (call: HospitalCall<N>) => string
  /** Reads and works out, outside of a transaction; one answer for each call, in their order. */
  readonly prepare: (db: Db, calls: readonly HospitalCall<N>[]) => Promise<readonly (P | HospitalFault)[]>
  /** Writes what was prepared; throws `Overtaken` when something changed since it was read. */
  readonly book?: (db: Db, prepared: readonly P[], calls: readonly HospitalCall<N>[]) => Promise<void>
  /** messages that are no part of a batch: booked one by one, as those of a `Booking` */
  readonly single?: {
    readonly when: (call: HospitalCall<N>) => boolean
    readonly handle: (db: Db, call: HospitalCall<N>) => Promise<Output<N>>
  }
}

export type Handler<N extends Infno = Infno> = Query<N> | Download<N> | Booking<N> | Batch<N>

/** Any handler, for lists of them. */
// A handler of one number is no handler of all numbers; the registry gives each only its own messages.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyBatch = Batch<any, any>
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyBooking = Booking<any>
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyHandler = Query<any> | Download<any> | AnyBooking | AnyBatch

/** Helps the compiler: the number decides the types of input and output. */
export const query = <N extends Infno>(
  infno: N,
  handle: (db: Db, call: HospitalCall<N>) => Promise<Output<N>>,
): Query<N> => ({ kind: 'query', infno, handle })
export const download = <N extends Infno>(
  infno: N,
  handle: (db: Db, call: HospitalCall<N>) => Promise<FileAnswer>,
): Download<N> => ({ kind: 'download', infno, handle })
export const booking = <N extends Infno>(handler: Omit<Booking<N>, 'kind'>): Booking<N> => ({
  kind: 'booking',
  ...handler,
})
export const batch = <N extends Infno, P extends Prepared<N>>(
  handler: Omit<Batch<N, P>, 'kind'>,
): Batch<N, P> => ({ kind: 'batch', ...handler })

/** A refusal by the rules of the subject: `infcode` -1 and this sentence. Says what is wrong, where, and how to mend it. */
export class HospitalFault extends Error {
  override readonly name = 'HospitalFault'
}

/** Somebody else changed what was read; the message is worked out again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** Handlers by number. Throws when two want the same one. */
export function registry(handlers: readonly AnyHandler[]): ReadonlyMap<Infno, AnyHandler> {
  const byNumber = new Map<Infno, AnyHandler>()
  for (const handler of handlers) {
    const infno = handler.infno as Infno
    if (byNumber.has(infno)) throw new Error(`Two handlers serve ${infno}`)
    byNumber.set(infno, handler)
  }
  return byNumber
}
