import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import asStarted from '../apps/server/process.json' with { type: 'json' }
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startEmbeddedPostgres, type Connection } from '../apps/server/src/platform/postgres/index.ts'

const MAIN = path.join(import.meta.dirname, '../apps/server/src/main.ts')
const READY_WITHIN_MS = 180_000
const CONNECTIONS = 60

/** The real server process, with the embedded PostgreSQL on the same data directory, as `npm start` runs it. */
export interface Server {
  readonly base: string
  readonly pid: number
  /** from the start of the process until `/readyz` answered 200 */
  readonly readySeconds: number
  /** most resident memory of the server process so far, MB; undefined where the system does not tell */
  peakMegabytes(): number | undefined
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly dataDir: string
  /** arguments for Node itself, for instance `--import` or `--cpu-prof` */
  readonly nodeArguments?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts the server and waits until it is ready. Throws with the end of its output when it does not get there. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const begin = performance.now()
  const child = spawn(
    process.execPath,
    [
      ...asStarted.arguments,
      ...(options.nodeArguments ?? []),
      MAIN,
      '--data',
      options.dataDir,
      '--port',
      String(port),
    ],
    {
      env: {
        ...process.env,
        ...asStarted.environment,
        // One machine plays all users; limits per user and minute would only measure themselves.
        YICHUANG_RATE_LIMIT: 'off',
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const output = outputOf(child)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const readySeconds = await whenReady(base, begin, child, output).catch(async (error: unknown) => {
    child.kill('SIGTERM')
    await ended
    throw error
  })
  let peak: number | undefined
  const look = () => {
    const now = megabytesOf(child.pid!)
    if (now !== undefined) peak = Math.max(peak ?? 0, now)
  }
  const sampling = setInterval(look, 250).unref()
  return {
    base,
    pid: child.pid!,
    readySeconds,
    peakMegabytes: () => {
      look()
      return peak
    },
    async stop() {
      clearInterval(sampling)
      child.kill('SIGTERM')
      await ended
    },
  }
}

/**
 * The demonstration day everything is measured on: late enough for many cases to lie before it, early enough for the packs
 * of both cities to take bills of 2020.
 */
export const BENCH_DAY = '2021-06-15'

/** A superuser's connection to the database of a server that is running. */
export async function besides(dataDir: string): Promise<{ sql: pg.Client; close: () => Promise<void> }> {
  const postgres = await startEmbeddedPostgres({ dataDir, leaveRunning: true })
  const sql = new pg.Client({ host: postgres.socketDir, user: 'postgres', database: 'yichuang' })
  await sql.connect()
  return {
    sql,
    async close() {
      await sql.end()
      await postgres.stop()
    },
  }
}

/** Makes a database with all its tables before the first start, and lets `settle` write into it. */
export async function newDatabase(dataDir: string, settle: (sql: pg.Client) => Promise<void>): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir })
  const sql = new pg.Client({ host: postgres.socketDir, user: 'postgres', database: 'yichuang' })
  try {
    await migrate(postgres.migrator)
    await sql.connect()
    await settle(sql)
  } finally {
    await sql.end()
    await postgres.stop()
  }
}

/** A new database of its own with all its tables, as long as `work` takes; with the application's way to it. */
export async function withDatabase<T>(
  dataDir: string,
  work: (sql: pg.Client, app: Connection) => Promise<T>,
): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataDir })
  const sql = new pg.Client({ host: postgres.socketDir, user: 'postgres', database: 'yichuang' })
  try {
    await migrate(postgres.migrator)
    await sql.connect()
    return await work(sql, postgres.app)
  } finally {
    await sql.end()
    await postgres.stop()
  }
}

/** The database of a stopped server, without durability: for filling it, never for measuring. */
export async function withDatabaseAlone<T>(
  dataDir: string,
  durable: boolean,
  work: (connect: () => Promise<pg.Client>) => Promise<T>,
): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataDir, durable, maxConnections: CONNECTIONS })
  const clients: pg.Client[] = []
  try {
    return await work(async () => {
      const client = new pg.Client({ host: postgres.socketDir, user: 'postgres', database: 'yichuang' })
      await client.connect()
      clients.push(client)
      return client
    })
  } finally {
    for (const client of clients) await client.end()
    await postgres.stop()
  }
}

async function whenReady(
  base: string,
  begin: number,
  child: ChildProcess,
  output: () => string,
): Promise<number> {
  while (performance.now() - begin < READY_WITHIN_MS) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended before it was ready:\n${output()}`)
    const answer = await fetch(`${base}/readyz`).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.status === 200) return (performance.now() - begin) / 1000
    await sleep(25)
  }
  throw new Error(`The server was not ready within ${READY_WITHIN_MS / 1000} s:\n${output()}`)
}

function outputOf(child: ChildProcess): () => string {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(text)
      if (lines.length > 200) lines.shift()
    })
  return () => lines.join('')
}

function megabytesOf(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
  } catch {
    return undefined
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
