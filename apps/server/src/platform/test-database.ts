import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { driverOptions, openDatabase, type Database, type Db } from './db.ts'
import { APP_ROLE, MIGRATOR_ROLE, type Connection } from './postgres/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgresSocketDir: string
  }
}

/** The migrated database every copy is made from; the global set-up makes it once per run. */
export const TEMPLATE = 'yichuang_template'

export interface TestDatabase {
  readonly database: Database
  /** handle without a region; `database.forRegion('330600')` for one with */
  readonly db: Db
  readonly app: Connection
  readonly migrator: Connection
  /** any SQL as superuser, to arrange what the application itself may not do, or to look behind it */
  readonly sql: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>
}

/**
 * A fresh, migrated database for this test file, connected as the application's role. Call it at the top level of the
 * file or in `beforeAll`; it is dropped after the file's last test.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const socketDir = inject('postgresSocketDir')
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const as = (user: string, database: string): Connection => ({ socketDir, user, database })
  const server = new pg.Client(driverOptions(as('postgres', 'postgres')))
  await server.connect()
  await server.query(`create database ${name} template ${TEMPLATE} owner ${MIGRATOR_ROLE}`)
  const superuser = new pg.Pool({ ...driverOptions(as('postgres', name)), max: 2, allowExitOnIdle: true })
  // A connection that is closing when its database is dropped is cut; nobody waits for it any more.
  superuser.on('error', () => undefined)
  const app = as(APP_ROLE, name)
  const database = openDatabase(app, { poolSize: 8 })
  afterAll(async () => {
    await database.close()
    await superuser.end()
    await server.query(`drop database ${name} with (force)`)
    await server.end()
  })
  return {
    database,
    db: database.db,
    app,
    migrator: as(MIGRATOR_ROLE, name),
    sql: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await superuser.query<Row>(text, values as unknown[])).rows,
  }
}
