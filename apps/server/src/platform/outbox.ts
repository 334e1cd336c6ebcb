import type { Clock } from './clock.ts'
import { inTransaction, type Database, type Db } from './db.ts'
import { NATIONWIDE } from './http/once.ts'
import { withoutPersonalData, type Logger } from './log.ts'
import {
  addToOutbox,
  cancelInOutbox,
  noteFailure,
  regionAfter,
  removeFromOutbox,
  takeDueRow,
} from './outbox.queries.ts'
import { repeat } from './repeat.ts'
import { newId } from './uuid.ts'

export interface News<Payload = unknown> {
  readonly id: string
  readonly topic: string
  readonly regionCode: string
  readonly payload: Payload
  /** how often delivery has failed before */
  readonly attempts: number
}

/** Who gets the news of a topic. All are listed in app.ts. */
export interface Subscriber {
  /** unique and kept for ever: rows that wait are addressed to it */
  readonly name: string
  readonly topic: string
  /**
   * Runs in a transaction of the news' region that also removes the news, so what it writes there happens exactly once.
   * Anything else it does (a letter sent, another region) may happen again and must bear it.
   */
  receive(db: Db, news: News): Promise<void>
}

export interface Outbox {
  /**
   * Tells the subscribers of a topic, if the transaction of `db` commits. With `dueAt` it is a timer on the platform's
   * clock; `key` lets it be cancelled.
   */
  publish(db: Db, topic: string, payload: unknown, options?: { dueAt?: Date; key?: string }): Promise<void>
  /** Takes back what was published with the key and not delivered yet. */
  cancel(db: Db, topic: string, key: string): Promise<void>
  subscribe(subscriber: Subscriber): void
  /** Delivers all that is due now; returns how many were delivered. For tests, and after the demo day was moved. */
  deliverDue(): Promise<number>
  readonly start: () => void
  readonly stop: () => Promise<void>
}

const POLL_MS = 500
const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 3_600_000

export interface OutboxOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
}

/** News and timers as rows written with the work they tell of, delivered at least once by any process that runs. */
export function createOutbox({ database, clock, log }: OutboxOptions): Outbox {
  const subscribers = new Map<string, Subscriber>()
  const deliverDue = async (): Promise<number> => {
    let delivered = 0
    let region = await regionAfter(database.db, '')
    while (region !== undefined && !rounds.stopping()) {
      if (await deliverOne(region)) delivered += 1
      else region = await regionAfter(database.db, region)
    }
    return delivered
  }

  /** False when nothing is due in the region. */
  const deliverOne = async (regionCode: string): Promise<boolean> => {
    const db = database.forRegion(regionCode)
    let taken: { id: string; subscriber: string; attempts: number } | undefined
    try {
      return await inTransaction(db, async (db) => {
        const row = await takeDueRow(db, regionCode, clock.now(), new Date())
        if (!row) return false
        taken = row
        const subscriber = subscribers.get(row.subscriber)
        if (!subscriber) throw new Error(`nobody is called ${row.subscriber} any more`)
        const { id, topic, payload, attempts } = row
        await subscriber.receive(db, { id, topic, regionCode, payload, attempts })
        await removeFromOutbox(db, regionCode, id)
        return true
      })
    } catch (error) {
      if (!taken) throw error
      const { id, subscriber, attempts } = taken
      log.error({ err: error, newsId: id, subscriber, attempts }, 'news could not be delivered')
      const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts)
      const words = withoutPersonalData((error as Error).message).slice(0, 500)
      await noteFailure(db, regionCode, id, new Date(Date.now() + wait), words)
      return true
    }
  }

  const rounds = repeat(deliverDue, POLL_MS, (error) => log.warn({ err: error }, 'the outbox will try again'))

  return {
    async publish(db, topic, payload, { dueAt, key } = {}) {
      for (const subscriber of subscribers.values())
        if (subscriber.topic === topic)
          await addToOutbox(db, db.regionCode ?? NATIONWIDE, {
            id: newId(),
            topic,
            subscriber: subscriber.name,
            key: key ?? null,
            payload,
            dueAt,
          })
    },
    async cancel(db, topic, key) {
      await cancelInOutbox(db, db.regionCode ?? NATIONWIDE, topic, key)
    },
    subscribe(subscriber) {
      if (subscribers.has(subscriber.name)) throw new Error(`Two subscribers are called ${subscriber.name}`)
      subscribers.set(subscriber.name, subscriber)
    },
    deliverDue,
    start: rounds.start,
    stop: rounds.stop,
  }
}
