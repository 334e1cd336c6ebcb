import { type Db, inTransaction, violatedConstraint } from '../../platform/db.ts'
import { collector, type Waiting } from './collector.ts'
import { type AnyBatch, type HospitalCall, HospitalFault, Overtaken, type Prepared } from './handler.ts'
import { storeMessages } from './message.queries.ts'
import { firstOutcome, MOST_TRIES, outcomeOf, tooBusy, wasOvertaken } from './once.ts'

/** Long enough to gather some, short enough that nobody notices. */
const WINDOW_MS = 4
const MOST_TOGETHER = 64

type Call = HospitalCall<never>
type Outcome = Prepared<never> | HospitalFault

/** A message with the handler of its number. */
interface Message {
  readonly handler: AnyBatch
  readonly call: Call
}
type InRound = Waiting<Message, unknown>
interface Ready {
  readonly message: Message
  readonly one: Prepared<never>
}
interface InRoundReady extends Ready {
  readonly waiting: InRound
}

/**
 * Serves the messages of a region in rounds: those of one number are read together, and everything is booked in one
 * transaction, because a commit costs the disk as much for one message as for twenty.
 */
export function openBatches(regionDb: (regionCode: string) => Db) {
  const collectors = new Map<string, (message: Message) => Promise<unknown>>()
  return (handler: AnyBatch, call: Call): Promise<unknown> => {
    const { regionCode } = call
    let collect = collectors.get(regionCode)
    if (!collect) {
      const db = regionDb(regionCode)
      collect = collector<Message, unknown>((round) => serveRound(db, round), {
        windowMs: WINDOW_MS,
        most: MOST_TOGETHER,
        alone: ({ handler, call }) => `${handler.infno as string} ${handler.alone(call)}`,
      })
      collectors.set(regionCode, collect)
    }
    return collect({ handler, call })
  }
}

async function serveRound(db: Db, round: readonly InRound[]): Promise<void> {
  const toBook: InRoundReady[] = []
  const repeated: Promise<void>[] = []
  const kinds = [...Map.groupBy(round, ({ asked }) => asked.handler)]
  await Promise.all(
    kinds.map(async ([handler, messages]) => {
      const calls = messages.map(({ asked }) => asked.call)
      const outcomes = (await handler.prepare(db, calls)) as readonly Outcome[]
      for (const [at, message] of messages.entries()) {
        const one = outcomes[at]!
        if (one instanceof HospitalFault) repeated.push(tell(message, repeatedOr(db, message.asked, one)))
        else if (handler.book) toBook.push({ message: message.asked, one, waiting: message })
        else message.resolve(one.output)
      }
    }),
  )
  await bookTogether(db, toBook)
  await Promise.all(repeated)
}

/** Books all of them, or each half by itself, until what cannot be booked as it was prepared stands alone. */
async function bookTogether(db: Db, ready: readonly InRoundReady[]): Promise<void> {
  const [first] = ready
  if (!first) return
  const booked = await book(db, ready)
  if (booked === true) for (const { waiting, one } of ready) waiting.resolve(one.output)
  else if (ready.length === 1) await tell(first.waiting, bookAlone(db, first.message, booked))
  else {
    const half = ready.length >> 1
    await bookTogether(db, ready.slice(0, half))
    await bookTogether(db, ready.slice(half))
  }
}

/** Whether all could be booked; none is when one could not, or was refused. */
async function book(db: Db, ready: readonly Ready[]): Promise<boolean | HospitalFault> {
  const { regionCode, now } = ready[0]!.message.call
  try {
    await inTransaction(db, async (tx) => {
      const outcomes = ready.map(({ message: { handler, call }, one }) =>
        outcomeOf(handler, call, one.output),
      )
      const kinds = [...Map.groupBy(ready, ({ message }) => message.handler)]
      const [stored] = await Promise.all([
        storeMessages(tx, regionCode, now, outcomes),
        ...kinds.map(([handler, some]) =>
          handler.book!(
            tx,
            some.map(({ one }) => one),
            some.map(({ message }) => message.call),
          ),
        ),
      ])
      if (stored < ready.length) throw new Overtaken()
    })
    return true
  } catch (error) {
    if (error instanceof HospitalFault) return error
    if (wasOvertaken(error) || violatedConstraint(error) !== undefined) return false
    throw error
  }
}

/** One message by itself, after it could not be booked as it was prepared. */
async function bookAlone(db: Db, message: Message, failed: false | HospitalFault): Promise<unknown> {
  const { handler, call } = message
  let booked: boolean | HospitalFault = failed
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if (booked instanceof HospitalFault) return repeatedOr(db, message, booked)
    const first = await firstOutcome(db, handler, call, new Overtaken())
    if (first) return first.output
    const [one] = (await handler.prepare(db, [call])) as readonly Outcome[]
    if (one instanceof HospitalFault) return repeatedOr(db, message, one)
    booked = await book(db, [{ message, one: one! }])
    if (booked === true) return one!.output
  }
  throw tooBusy()
}

/** What a message was answered when it was booked before, whatever would be said of it now; else it is refused. */
async function repeatedOr(db: Db, { handler, call }: Message, fault: HospitalFault): Promise<unknown> {
  const first = handler.book && (await firstOutcome(db, handler, call, fault))
  if (first) return first.output
  throw fault
}

/** Gives an answer, or a refusal, to whoever waits for it. */
async function tell({ resolve, reject }: InRound, outcome: Promise<unknown>): Promise<void> {
  await outcome.then(resolve, reject)
}
