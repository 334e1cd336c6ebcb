import { type Db, inTransaction, violatedConstraint } from '../../platform/db.ts'
import { collector } from './collector.ts'
import { type AnyBatch, type HospitalCall, HospitalFault, Overtaken, type Prepared } from './handler.ts'
import { storeMessages } from './message.queries.ts'
import { firstOutcome, MOST_TRIES, outcomeOf, tooBusy, wasOvertaken } from './once.ts'

/** Long enough to gather some, short enough that nobody notices. */
const WINDOW_MS = 6
const MOST_TOGETHER = 48

type Call = HospitalCall<never>
type Answer = () => unknown
type Outcome = Prepared<never> | HospitalFault

/** Serves the messages of each batch handler and region together. */
export function openBatches(regionDb: (regionCode: string) => Db) {
  const collectors = new Map<string, (call: Call) => Promise<unknown>>()
  return (handler: AnyBatch, call: Call): Promise<unknown> => {
    const key = `${call.regionCode} ${handler.infno as string}`
    let collect = collectors.get(key)
    if (!collect) {
      const db = regionDb(call.regionCode)
      collect = collector<Call, unknown>((calls) => serveTogether(db, handler, calls), {
        windowMs: WINDOW_MS,
        most: MOST_TOGETHER,
        alone: handler.alone,
      })
      collectors.set(key, collect)
    }
    return collect(call)
  }
}

/** Exactly once, like a single booking; one transaction for all that can be booked. */
async function serveTogether(db: Db, handler: AnyBatch, calls: readonly Call[]): Promise<readonly Answer[]> {
  const prepared = (await handler.prepare(db, calls)) as readonly Outcome[]
  const good = calls.flatMap((call, at) => {
    const one = prepared[at]!
    return one instanceof HospitalFault ? [] : [{ call, one }]
  })
  const booked = good.length === 0 || !handler.book || (await bookAll(db, handler, good))
  const answers: Answer[] = []
  for (const [at, call] of calls.entries()) {
    const one = prepared[at]!
    if (one instanceof HospitalFault) answers.push(await refusedOrRepeated(db, handler, call, one))
    else if (booked === true) answers.push(() => one.output)
    else answers.push(await alone(db, handler, call))
  }
  return answers
}

/** Whether all could be booked; none is when one could not, or was refused. */
async function bookAll(
  db: Db,
  handler: AnyBatch,
  good: readonly { readonly call: Call; readonly one: Prepared<never> }[],
): Promise<boolean | HospitalFault> {
  const { call: first } = good[0]!
  try {
    await inTransaction(db, async (tx) => {
      const outcomes = good.map(({ call, one }) => outcomeOf(handler, call, one.output))
      const [stored] = await Promise.all([
        storeMessages(tx, first.regionCode, first.now, outcomes),
        handler.book!(
          tx,
          good.map(({ one }) => one),
          good.map(({ call }) => call),
        ),
      ])
      if (stored < good.length) throw new Overtaken()
    })
    return true
  } catch (error) {
    if (error instanceof HospitalFault) return error
    if (wasOvertaken(error) || violatedConstraint(error) !== undefined) return false
    throw error
  }
}

/** One message by itself, after the batch it was in could not be booked. */
async function alone(db: Db, handler: AnyBatch, call: Call): Promise<Answer> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const [one] = (await handler.prepare(db, [call])) as readonly Outcome[]
    if (one instanceof HospitalFault) return refusedOrRepeated(db, handler, call, one)
    const booked = await bookAll(db, handler, [{ call, one: one! }])
    if (booked === true) return () => one!.output
    if (booked !== false) return refusedOrRepeated(db, handler, call, booked)
    const repeated = await refusedOrRepeated(db, handler, call, new Overtaken())
    if (repeated !== OVERTAKEN) return repeated
  }
  return refuse(tooBusy())
}

const OVERTAKEN: Answer = () => {
  throw new Overtaken()
}

/** A message that was booked before is answered as it was then, whatever would be said of it now. */
async function refusedOrRepeated(
  db: Db,
  handler: AnyBatch,
  call: Call,
  error: HospitalFault | Overtaken,
): Promise<Answer> {
  if (!handler.book) return refuse(error)
  try {
    const first = await firstOutcome(db, handler, call, error)
    if (first) return () => first.output
  } catch (fault) {
    return refuse(fault)
  }
  return error instanceof Overtaken ? OVERTAKEN : refuse(error)
}

function refuse(error: unknown): Answer {
  return () => {
    throw error
  }
}
