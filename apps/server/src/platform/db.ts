import pg from 'pg'
import { connectionLost, DatabaseTooSlow, DatabaseUnavailable, tookTooLong } from './pg-errors.ts'
import { valueTypes } from './pg-values.ts'
import { together, wireOf } from './wire.ts'
import { APP_ROLE, type Connection } from './postgres/index.ts'
import type { Statement } from './statement.ts'

export { allStatements, type Statement } from './statement.ts'
export { DatabaseUnavailable, violatedConstraint } from './pg-errors.ts'

/**
 * A way to run registered statements: either on any free connection, or inside one transaction. Only `*.queries.ts`
 * files call its methods; everybody else passes it on.
 */
export interface Db {
  /** the region (city code) whose rows this handle is for; undefined for work across regions */
  readonly regionCode?: string
  /** every row */
  many<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>
  /** exactly one row; anything else is a fault of ours and throws */
  one<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row>
  /** one row or none */
  maybe<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row | undefined>
  /** how many rows were written */
  run(statement: Statement<unknown>, values: readonly unknown[]): Promise<number>
  /**
   * Writes what nobody needs an answer to. In a transaction it does not wait: the statement travels with the next one or
   * with the commit, and its failure is the failure of the transaction, so nothing around the call can catch it.
   */
  write(statement: Statement<unknown>, values: readonly unknown[]): Promise<void>
}

/** A pool of connections to one PostgreSQL. */
export interface Database {
  /** for reference tables and work across regions */
  readonly db: Db
  /** The only way to the rows of a region; where they live (one server, a shard, a server of the province) is decided here. */
  forRegion(regionCode: string): Db
  /** what another process needs to open the same database for itself */
  readonly access: { readonly connection: Connection; readonly assumeAppRole: boolean }
  /** connections open, idle and asked for, for the metrics */
  load(): { readonly total: number; readonly idle: number; readonly waiting: number }
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** most connections for transactions, default 10; half as many more are for statements outside of them */
  readonly poolSize?: number
  /** drop to the application's role after connecting; for a URL that connects as the owner */
  readonly assumeAppRole?: boolean
  /** ends a statement, and a transaction nobody goes on with, that lasts longer; without it they may last for ever */
  readonly longestMs?: number
  /** told about connections that die while idle */
  readonly onError?: (error: Error) => void
}

/** Opens a pool; connects lazily, so a database that is down shows at the first statement as `DatabaseUnavailable`. */
export function openDatabase(connection: Connection, options: DatabaseOptions = {}): Database {
  const transactions = options.poolSize ?? 10
  const pool = openPool(connection, options, transactions)
  // Work in a transaction may ask for something beside it (a rule's text, an office). From the same pool it could wait for
  // a connection that only those who wait like it would give back.
  const beside = openPool(connection, options, Math.ceil(transactions / 2))
  const both = [pool, beside]
  const sum = (count: (pool: pg.Pool) => number) => count(pool) + count(beside)
  return {
    db: poolHandle(pool, beside),
    forRegion: (regionCode) => poolHandle(pool, beside, regionCode),
    access: { connection, assumeAppRole: options.assumeAppRole ?? false },
    load: () => ({
      total: sum(({ totalCount }) => totalCount),
      idle: sum(({ idleCount }) => idleCount),
      waiting: sum(({ waitingCount }) => waitingCount),
    }),
    close: async () => void (await Promise.all(both.map((one) => one.end()))),
  }
}

/**
 * Every statement is short, prepared, and has an index to go by, which a test looks at in its general plan. So it is
 * planned once for a connection instead of at each call, never reads a whole table that was small when it was planned, and
 * is never worth compiling.
 */
const PLANS_ONCE = ['set plan_cache_mode = force_generic_plan', 'set enable_seqscan = off', 'set jit = off']

function openPool(connection: Connection, options: DatabaseOptions, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...driverOptions(connection),
    max,
    connectionTimeoutMillis: 5000,
    types: valueTypes,
    // Statements may be sent before the one before them is answered; each fails or succeeds for itself.
    pipeline: true,
    // The pool waits for this promise, although its types say otherwise.
    // oxlint-disable-next-line typescript/no-misused-promises
    onConnect: async (client) => {
      // Inside a transaction the pool does not listen, and an unheard error event would end the process.
      client.on('error', (error) => options.onError?.(error))
      const { longestMs: longest, assumeAppRole } = options
      const settings = ["set time zone 'UTC'", ...PLANS_ONCE]
      if (assumeAppRole) settings.push(`set role ${APP_ROLE}`)
      if (longest)
        settings.push(
          `set statement_timeout = ${longest}`,
          `set idle_in_transaction_session_timeout = ${longest}`,
        )
      await client.query(settings.join('; '))
    },
  })
  pool.on('error', (error) => options.onError?.(error))
  return pool
}

/** The driver's words for a connection. */
export function driverOptions(connection: Connection): pg.ClientConfig {
  if ('url' in connection) return { connectionString: connection.url }
  return { host: connection.socketDir, user: connection.user, database: connection.database }
}

/**
 * Runs `work` in one transaction (READ COMMITTED) and commits, or rolls back when it throws. The handle it gets is the
 * only one that belongs to the transaction and is dead afterwards; a transaction inside one is refused. When the
 * connection is lost during the commit its outcome is unknown: the caller repeats with the same request id.
 */
export async function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const pool = pools.get(db)
  if (!pool) throw new Error('inTransaction was called with a handle that is already inside a transaction')
  const client = await pool.connect().catch(asProblem)
  const transaction = openTransaction(client)
  let broken = false
  try {
    const result = await work(handle(db.regionCode, transaction.send, transaction.sendLater))
    await transaction.commit()
    return result
  } catch (thrown) {
    const error = await transaction.failure(thrown)
    broken = connectionLost(error) || !(await rolledBack(client))
    return asProblem(error)
  } finally {
    client.release(broken)
  }
}

/** Runs `work` in the transaction that `db` belongs to, or in one of its own. For work that is also a part of larger work. */
export function within<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return pools.has(db) ? inTransaction(db, work) : work(db)
}

/** Sends the statements of one transaction; `begin` and writes nobody waits for travel with what follows them. */
function openTransaction(client: pg.PoolClient) {
  let open = true
  const wire = wireOf(client)
  const unheard: Promise<unknown>[] = []
  let failed: { readonly error: unknown } | undefined
  const unheeded = (answer: Promise<unknown>) =>
    void unheard.push(answer.catch((error: unknown) => void (failed ??= { error })))
  const sent = <Answer>(query: string | Query): Promise<Answer> => {
    if (!open) throw new Error('A transaction handle was used after its transaction had ended')
    wire.hold()
    return client.query(query as string) as Promise<Answer>
  }
  let leaving = false
  const leave = () => {
    leaving = false
    wire.letGo()
  }
  unheeded(sent('begin'))
  return {
    send: (query: Query): Promise<pg.QueryResult> => {
      const answer = sent<pg.QueryResult>(query)
      // After every promise that is settled by now has had its turn to send something too.
      if (!leaving) queueMicrotask(() => process.nextTick(leave))
      leaving = true
      return answer
    },
    sendLater: (query: Query): void => unheeded(sent(query)),
    async commit(): Promise<void> {
      const answer = sent<pg.QueryResult>('commit')
      open = false
      wire.letGo()
      const { command } = await answer
      await Promise.all(unheard)
      if (failed) throw failed.error
      if (command !== 'COMMIT') throw new Error(`A transaction ended with ${command} instead of COMMIT`)
    },
    /** Why the transaction failed: after the first failure every statement is only told that there was one. */
    async failure(thrown: unknown): Promise<unknown> {
      open = false
      wire.letGo()
      await Promise.all(unheard)
      return failed ? failed.error : thrown
    },
  }
}

type Query = pg.QueryConfig<unknown[]>

const pools = new WeakMap<Db, pg.Pool>()

function poolHandle(pool: pg.Pool, beside: pg.Pool, regionCode?: string): Db {
  const db = handle(regionCode, senderOf(beside))
  pools.set(db, pool)
  return db
}

// All handles of a pool send through one gate, so that what belongs to one page goes together whatever its handle.
const senders = new WeakMap<pg.Pool, ReturnType<typeof together>>()
function senderOf(pool: pg.Pool): ReturnType<typeof together> {
  const known = senders.get(pool) ?? together(pool)
  senders.set(pool, known)
  return known
}

function handle(
  regionCode: string | undefined,
  send: (query: Query) => Promise<pg.QueryResult>,
  sendLater?: (query: Query) => void,
): Db {
  const query = async ({ name, sql }: Statement<unknown>, values: readonly unknown[]) => {
    try {
      return await send({ name, text: sql, values: values as unknown[] })
    } catch (error) {
      return asProblem(error)
    }
  }
  return Object.freeze({
    ...(regionCode !== undefined && { regionCode }),
    many: async <Row>(statement: Statement<Row>, values: readonly unknown[]) =>
      (await query(statement, values)).rows as Row[],
    one: async <Row>(statement: Statement<Row>, values: readonly unknown[]) => {
      const { rows } = await query(statement, values)
      if (rows.length !== 1) throw new Error(`${statement.name} gave ${rows.length} rows and must give one`)
      return rows[0] as Row
    },
    maybe: async <Row>(statement: Statement<Row>, values: readonly unknown[]) => {
      const { rows } = await query(statement, values)
      if (rows.length > 1) throw new Error(`${statement.name} gave ${rows.length} rows and may give one`)
      return rows[0] as Row | undefined
    },
    run: async (statement: Statement<unknown>, values: readonly unknown[]) =>
      (await query(statement, values)).rowCount ?? 0,
    write: async (statement: Statement<unknown>, values: readonly unknown[]) => {
      if (sendLater) sendLater({ name: statement.name, text: statement.sql, values: values as unknown[] })
      else await query(statement, values)
    },
  })
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback')
    return true
  } catch {
    return false
  }
}

function asProblem(error: unknown): never {
  if (connectionLost(error)) throw DatabaseUnavailable(undefined, { cause: error })
  if (tookTooLong(error)) throw DatabaseTooSlow(undefined, { cause: error })
  throw error
}
