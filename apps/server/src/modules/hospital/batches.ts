import { type Db, inTransaction, violatedConstraint } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
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
  const told: Promise<void>[] = []
  const kinds = [...Map.groupBy(round, ({ asked }) => asked.handler)]
  await Promise.all(
    kinds.map(async ([handler, messages]) => {
      const outcomes = await prepareEach(db, handler, messages)
      for (const [at, waiting] of messages.entries()) {
        const one = outcomes[at]!
        const message = waiting.asked
        if (one instanceof HospitalFault) told.push(tell(waiting, repeatedOr(db, message, one)))
        else if (one instanceof Error) waiting.reject(one)
        else if (handler.book) toBook.push({ message, one, waiting })
        else waiting.resolve(one.output)
      }
    }),
  )
  await bookTogether(db, toBook)
  await Promise.all(told)
}

/** Prepares messages of one number together; should that fail, each by itself, so that one spoils no other. */
async function prepareEach(
  db: Db,
  handler: AnyBatch,
  messages: readonly InRound[],
): Promise<readonly (Outcome | Error)[]> {
  const calls = messages.map(({ asked }) => asked.call)
  try {
    return (await handler.prepare(db, calls)) as readonly Outcome[]
  } catch (error) {
    if (calls.length === 1) return [error as Error]
    const one = async (call: Call) => ((await handler.prepare(db, [call])) as readonly Outcome[])[0]!
    return Promise.all(calls.map((call) => one(call).catch((reason: unknown) => reason as Error)))
  }
}

/** Books all of them, or each half by itself, until what cannot be booked as it was prepared stands alone. */
async function bookTogether(db: Db, ready: readonly InRoundReady[]): Promise<void> {
  const [first] = ready
  if (!first) return
  if (ready.length === 1) return tell(first.waiting, bookAlone(db, first))
  const booked = await book(db, ready).catch((error: unknown) => {
    // Without a database nobody can be told apart from the others.
    if (isGone(error)) throw error
    return false
  })
  if (booked === true) {
    for (const { waiting, one } of ready) waiting.resolve(one.output)
    return
  }
  const half = ready.length >> 1
  await bookTogether(db, ready.slice(0, half))
  await bookTogether(db, ready.slice(half))
}

const isGone = (error: unknown) => error instanceof Problem && error.status === 503

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

/** One message by itself, worked out again as long as others change what it read. */
async function bookAlone(db: Db, { message, one: prepared }: Ready): Promise<unknown> {
  const { handler, call } = message
  let one = prepared
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const booked = await book(db, [{ message, one }])
    if (booked === true) return one.output
    if (booked instanceof HospitalFault) return repeatedOr(db, message, booked)
    const first = await firstOutcome(db, handler, call, new Overtaken())
    if (first) return first.output
    const [again] = (await handler.prepare(db, [call])) as readonly Outcome[]
    if (again instanceof HospitalFault) return repeatedOr(db, message, again)
    one = again!
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
