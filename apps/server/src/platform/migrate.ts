import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { driverOptions } from './db.ts'
import { APP_ROLE, type Connection } from './postgres/index.ts'
import { Refusal } from './refusal.ts'

const FOLDER = path.join(import.meta.dirname, '../../migrations')
const FILE_NAME = /^\d{14}_[a-z][a-z0-9]*_[a-z0-9_-]+\.sql$/
// Any constant will do, as long as every version of the platform asks for the same one.
const LOCK = 7_014_823_001

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/**
 * Applies every migration file that has not been applied, oldest name first, each in a transaction of its own.
 * Compares sets, so a file that arrives late with an older name still runs. Several processes may call it at once.
 * Returns the names applied. Refuses when an applied file has changed or is unknown here.
 */
export async function migrate(connection: Connection, folder = FOLDER): Promise<string[]> {
  const files = migrationFiles(folder)
  const client = new pg.Client(driverOptions(connection))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await prepare(client)
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from platform.migration',
    )
    const applied = new Map(rows.map((row) => [row.name, row.checksum]))
    checkApplied(applied, files)
    const pending = files.filter((file) => !applied.has(file.name))
    for (const file of pending) await apply(client, file)
    return pending.map((file) => file.name)
  } finally {
    await client.end()
  }
}

/** The migration files, oldest first. */
export function migrationFiles(folder = FOLDER): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  for (const name of names)
    if (!FILE_NAME.test(name))
      throw new Error(`Migration ${name} is not named <UTC stamp of 14 digits>_<module>_<what>.sql`)
  return names.sort().map((name) => {
    const sql = readFileSync(path.join(folder, name), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function prepare(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; role: boolean }>(
    `select current_setting('server_version_num')::int as version,
            exists (select from pg_roles where rolname = $1) as role`,
    [APP_ROLE],
  )
  const { version, role } = rows[0]!
  if (version < 150_000)
    throw new Refusal(
      `DATABASE_URL 指向的 PostgreSQL 版本过低（${Math.floor(version / 10_000)}），需要 15 或更高版本。`,
      `DATABASE_URL points to PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed.`,
    )
  if (!role) await createAppRole(client)
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text constraint migration_identity primary key,
      checksum text not null,
      applied_at timestamptz not null
    );
    comment on table platform.migration is '[platform] schema changes that have been applied, with the SHA-256 of each file'`)
}

/**
 * Makes sure that the owner may drop to the application's role, which belongs to the whole server and so may be there from
 * another database. Refuses when only an administrator can grant it.
 */
export async function joinAppRole(connection: Connection): Promise<void> {
  const client = new pg.Client(driverOptions(connection))
  await client.connect()
  try {
    const { rows } = await client.query<{ member: boolean }>(
      `select pg_has_role(current_user, $1, 'member') as member`,
      [APP_ROLE],
    )
    if (rows[0]!.member) return
    await client.query(`grant ${APP_ROLE} to current_user`).catch((cause: unknown) => {
      throw new Refusal(
        `当前用户无权使用数据库角色 ${APP_ROLE}。请让数据库管理员执行：grant ${APP_ROLE} to <DATABASE_URL 中的用户>; 或用 APP_DATABASE_URL 指定另一个已有该角色的用户。`,
        `This user may not use the database role ${APP_ROLE}. Ask the database administrator to run: grant ${APP_ROLE} to <the user of DATABASE_URL>; or name another user who has the role with APP_DATABASE_URL.`,
        { cause },
      )
    })
  } finally {
    await client.end()
  }
}

async function createAppRole(client: pg.Client): Promise<void> {
  try {
    await client.query(`create role ${APP_ROLE}; grant ${APP_ROLE} to current_user`)
  } catch (cause) {
    throw new Refusal(
      `数据库里没有角色 ${APP_ROLE}，当前用户也无权建立。请让数据库管理员执行：create role ${APP_ROLE}; grant ${APP_ROLE} to <DATABASE_URL 中的用户>;`,
      `The database has no role ${APP_ROLE} and this user may not create it. Ask the database administrator to run: create role ${APP_ROLE}; grant ${APP_ROLE} to <the user of DATABASE_URL>;`,
      { cause },
    )
  }
}

function checkApplied(applied: ReadonlyMap<string, string>, files: readonly Migration[]): void {
  const known = new Map(files.map((file) => [file.name, file.checksum]))
  for (const [name, checksum] of applied) {
    const now = known.get(name)
    if (now === undefined)
      throw new Refusal(
        `数据库已执行过本版本没有的变更 ${name}，说明它曾由更新的版本使用。请改用该版本。`,
        `The database has the change ${name}, which this release does not know: a newer release has used it. Use that release.`,
      )
    if (now !== checksum)
      throw new Refusal(
        `变更文件 ${name} 在执行之后被修改过。请恢复原文件，并把新的改动写成新的变更文件。`,
        `The migration ${name} was edited after it had been applied. Restore the file and write the change as a new migration.`,
      )
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into platform.migration (name, checksum, applied_at) values ($1, $2, $3)', [
      name,
      checksum,
      new Date(),
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(cause as Error).message}`, { cause })
  }
}
