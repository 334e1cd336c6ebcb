import path from 'node:path'
import type { Config } from '../config.ts'
import { openDemoClock, realClock } from './clock.ts'
import { checkAlgorithms, createBlindIndex, createFieldCipher } from './crypto.ts'
import { openDatabase, type Db } from './db.ts'
import { demoKeys } from './demo-keys.ts'
import type { Deps } from './deps.ts'
import { createDiskStore, createS3Store, openFiles } from './files/index.ts'
import { createOnce } from './http/once.ts'
import { keepIndexKey } from './index-key.ts'
import { lockDataDir, type InstanceLock } from './instance-lock.ts'
import { createJobs } from './jobs.ts'
import type { Logger } from './log.ts'
import { joinAppRole, migrate } from './migrate.ts'
import { createOutbox } from './outbox.ts'
import { startEmbeddedPostgres, type Connection } from './postgres/index.ts'
import { Refusal } from './refusal.ts'
import { forgetRequests } from './request.queries.ts'
import { readSetting, writeSetting } from './setting.queries.ts'

const DAY_MS = 86_400_000
// Long work (trials, clocks of many cases) goes in steps of seconds; whoever waits at a screen has left by now.
const LONGEST_MS = 60_000
const REQUESTS_KEPT_DAYS = 90

/** The platform without its HTTP side: what `main.ts` serves from and commands work with. */
export interface Platform {
  readonly deps: Deps
  /** the owner's connection, for backup and restore */
  readonly migrator: Connection
  /** undefined when a command shares the data directory with a running platform */
  readonly lock: InstanceLock | undefined
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  readonly log: Logger
  /** told in plain words what happens */
  readonly tell: (message: string) => void
  /** for commands: work beside a platform that may be running on the same data */
  readonly beside?: boolean
  /** for the server: no statement and no transaction of a request may hold others up; commands may take their time */
  readonly serving?: boolean
  /** the index key is being changed: a change that is not finished is no reason to refuse */
  readonly changingIndexKey?: boolean
  /** leave the schema as it is; a backup before an upgrade must not begin the upgrade */
  readonly keepSchema?: boolean
}

/** Brings up the database, migrates it, and opens everything a module may be given. */
export async function openPlatform(config: Config, options: OpenOptions): Promise<Platform> {
  checkAlgorithms()
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const closer of closers.toReversed()) await closer()
  }
  try {
    const lock = options.beside ? undefined : await lockDataDir(config.dataDir)
    if (lock) closers.push(() => lock.release())
    const { migrator, app, assumeAppRole } = await connections(config, options, closers)
    const applied = options.keepSchema ? [] : await migrate(migrator)
    if (applied.length > 0) options.tell(`数据库结构已更新 Schema changes applied: ${applied.length}`)
    if (assumeAppRole) await joinAppRole(migrator)
    const deps = await openDeps(config, { app, assumeAppRole }, options, closers)
    return { deps, migrator, lock, close }
  } catch (error) {
    await close()
    throw error
  }
}

interface Connections {
  readonly migrator: Connection
  readonly app: Connection
  readonly assumeAppRole: boolean
}

async function connections(
  { databaseUrl, appDatabaseUrl, dataDir, poolSize }: Config,
  { tell, beside }: OpenOptions,
  closers: (() => Promise<unknown>)[],
): Promise<Connections> {
  if (databaseUrl !== undefined)
    return {
      migrator: { url: databaseUrl },
      app: { url: appDatabaseUrl ?? databaseUrl },
      assumeAppRole: appDatabaseUrl === undefined,
    }
  const postgres = await startEmbeddedPostgres({
    dataDir,
    tell,
    maxConnections: Math.max(60, poolSize + 20),
    leaveRunning: beside ?? false,
  })
  closers.push(() => postgres.stop())
  return { migrator: postgres.migrator, app: postgres.app, assumeAppRole: false }
}

async function openDeps(
  config: Config,
  { app, assumeAppRole }: Pick<Connections, 'app' | 'assumeAppRole'>,
  { log, serving, changingIndexKey }: OpenOptions,
  closers: (() => Promise<unknown>)[],
): Promise<Deps> {
  const database = openDatabase(app, {
    poolSize: config.poolSize,
    assumeAppRole,
    ...(serving && { longestMs: LONGEST_MS }),
    onError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  })
  closers.push(() => database.close())
  const { db } = database
  await keepMode(db, config.mode)
  const generated = config.fieldKeys && config.indexKey ? undefined : demoKeys(config.dataDir)
  const cipher = createFieldCipher(config.fieldKeys ?? generated!.fieldKeys)
  const blindIndex = createBlindIndex(config.indexKey ?? generated!.indexKey)
  await keepIndexKey(db, blindIndex, changingIndexKey ?? false)
  const filesDir = path.join(config.dataDir, 'files')
  const clock = config.mode === 'demo' ? await openDemoClock(db, config.demoDay) : realClock()
  const outbox = createOutbox({ database, clock, log })
  const jobs = createJobs(db, log)
  jobs.add({
    name: 'forget-requests',
    everyMs: DAY_MS,
    atMostMs: DAY_MS / 2,
    run: async () => {
      await forgetRequests(db, new Date(Date.now() - REQUESTS_KEPT_DAYS * DAY_MS))
    },
  })
  closers.push(
    () => outbox.stop(),
    () => jobs.stop(),
  )
  return {
    config,
    database,
    clock,
    cipher,
    blindIndex,
    files: await openFiles({
      dir: filesDir,
      store: config.s3 ? createS3Store(config.s3) : createDiskStore(filesDir),
    }),
    once: createOnce(cipher),
    outbox,
    jobs,
    log,
  }
}

/** A demonstration's data must never serve real people, nor real data a demonstration. */
async function keepMode(db: Db, mode: Config['mode']): Promise<void> {
  const before = await readSetting(db, 'mode')
  if (before === undefined) return writeSetting(db, 'mode', mode)
  if (before === mode) return
  if (mode === 'production')
    throw new Refusal(
      '这个数据库是演示用的，含有演示账户和虚构的参保人，不能用于正式运行。请用 --data 或 DATABASE_URL 指定一个新的数据库。',
      'This database belongs to a demonstration, with demo accounts and made-up people, and cannot serve production. Choose a new one with --data or DATABASE_URL.',
    )
  throw new Refusal(
    '这个数据库是正式运行的，不能以演示方式打开。请加上 --production，或用 --data 指定另一个目录。',
    'This database belongs to production and cannot be opened as a demonstration. Add --production, or choose another directory with --data.',
  )
}
