import { mkdirSync } from 'node:fs'
import { findBinaries } from './binaries.ts'
import { ensureCluster, placeFor } from './cluster.ts'
import { runPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts'
import { sleep } from './process-state.ts'
import { APP_ROLE, DATABASE, ensureRolesAndDatabase, MIGRATOR_ROLE } from './roles.ts'

export { APP_ROLE, MIGRATOR_ROLE } from './roles.ts'

/** How to reach a database: a URL, or the socket of the embedded server. */
export type Connection =
  { readonly url: string } | { readonly socketDir: string; readonly user: string; readonly database: string }

export interface EmbeddedPostgres {
  /** for migrations */
  readonly migrator: Connection
  /** for requests */
  readonly app: Connection
  readonly superuser: Connection
  readonly socketDir: string
  /** process id of the server now; another one after it had to be restarted */
  pid(): number
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  /** told in plain words what happens: first start, adoption, restart */
  readonly tell?: (message: string) => void
  readonly durable?: boolean
  readonly maxConnections?: number
  /** leave a server that was already running as it is when `stop` is called (commands beside a running platform) */
  readonly leaveRunning?: boolean
}

/**
 * Brings up the embedded PostgreSQL on a data directory and keeps it up: whatever ends it, it is started again until
 * `stop`. The caller holds the directory's lock (see instance-lock.ts), except with `leaveRunning`.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const tell = options.tell ?? (() => undefined)
  mkdirSync(options.dataDir, { recursive: true, mode: 0o755 })
  const place = placeFor(options.dataDir)
  if (place.movedFrom)
    tell(
      `数据库用户无法进入 ${place.movedFrom}，改放在 Its account cannot enter that, so the database is at: ${place.clusterDir}`,
    )
  const binaries = findBinaries(place.account)
  if ((await ensureCluster(place, binaries)) === 'created')
    tell(`已建立数据库 Database created: ${place.clusterDir}`)
  const settings = { durable: options.durable ?? true, maxConnections: options.maxConnections ?? 60 }
  const start = () => runPostmaster(place, binaries, settings)

  let postmaster = await start()
  if (postmaster.adopted && !options.leaveRunning)
    tell(`接管了仍在运行的数据库 Took over a database still running: process ${postmaster.pid}`)
  await ensureRolesAndDatabase(postmaster.socketDir)
  const keep = postmaster.adopted && options.leaveRunning === true

  const shutdown = { asked: false }
  const supervise = async (current: Postmaster): Promise<void> => {
    await current.ended
    for (let attempt = 1; !shutdown.asked; attempt += 1) {
      tell(`数据库意外停止，正在重新启动 The database stopped unexpectedly and is started again: ${attempt}`)
      try {
        postmaster = await start()
        void supervise(postmaster)
        return
      } catch (error) {
        tell(`数据库重新启动失败 It did not start: ${(error as Error).message}`)
        await sleep(Math.min(5000, 250 * 2 ** attempt))
      }
    }
  }
  if (!keep) void supervise(postmaster)

  const { socketDir } = postmaster
  const as = (user: string, database: string): Connection => ({ socketDir, user, database })
  return {
    migrator: as(MIGRATOR_ROLE, DATABASE),
    app: as(APP_ROLE, DATABASE),
    superuser: as('postgres', 'postgres'),
    socketDir,
    pid: () => postmaster.pid,
    async stop() {
      shutdown.asked = true
      if (!keep) await stopPostmaster(postmaster)
    },
  }
}
