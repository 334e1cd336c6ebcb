import type pg from 'pg'
import { connectionLost } from './pg-errors.ts'

/** A connection whose bytes can be held back. */
export interface Wire {
  hold(): void
  letGo(): void
}

/**
 * Lets what is written to a connection wait: statements that need no answer of each other then travel in one piece, and
 * the server wakes up once for all of them.
 */
export function wireOf(client: pg.PoolClient): Wire {
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } })
    .connection
  let held = false
  return {
    hold() {
      if (!held) stream.cork()
      held = true
    },
    letGo() {
      if (held) stream.uncork()
      held = false
    },
  }
}

interface Waiting {
  readonly query: pg.QueryConfig<unknown[]>
  readonly resolve: (result: pg.QueryResult) => void
  readonly reject: (error: unknown) => void
}

// More would make one slow statement keep many others waiting.
const MOST_TOGETHER = 12

/**
 * Sends statements on free connections of a pool. Those that are asked for in one go, as the parts of a page are, share a
 * connection and a round trip: on few cores, waking up five server processes costs more than the statements.
 */
export function together(pool: pg.Pool): (query: pg.QueryConfig<unknown[]>) => Promise<pg.QueryResult> {
  let waiting: Waiting[] = []
  const flush = () => {
    const group = waiting
    if (group.length === 0) return
    waiting = []
    void sendGroup(pool, group)
  }
  return (query) =>
    new Promise((resolve, reject) => {
      const count = waiting.push({ query, resolve, reject })
      // After every promise that is settled by now has had its turn to ask for something.
      if (count === 1) queueMicrotask(() => process.nextTick(flush))
      if (count >= MOST_TOGETHER) flush()
    })
}

async function sendGroup(pool: pg.Pool, group: readonly Waiting[]): Promise<void> {
  let client: pg.PoolClient
  try {
    client = await pool.connect()
  } catch (error) {
    for (const { reject } of group) reject(error)
    return
  }
  const wire = wireOf(client)
  wire.hold()
  const answers = group.map(async ({ query }) => client.query(query))
  wire.letGo()
  for (const [at, { resolve, reject }] of group.entries()) answers[at]!.then(resolve, reject)
  const results = await Promise.allSettled(answers)
  client.release(results.some((result) => result.status === 'rejected' && connectionLost(result.reason)))
}
