import pg from 'pg'
import { sleep } from './process-state.ts'

/** Owns the schema and migrates it. */
export const MIGRATOR_ROLE = 'yichuang_migrator'
/** Serves requests; may not change audit rows and events, because migrations do not grant it that. */
export const APP_ROLE = 'yichuang_app'
export const DATABASE = 'yichuang'

/** Makes the roles and the database of a new cluster; does nothing to one that has them. */
export async function ensureRolesAndDatabase(socketDir: string): Promise<void> {
  const client = await connectWhenUp(socketDir)
  try {
    for (const role of [MIGRATOR_ROLE, APP_ROLE]) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
      if (rowCount === 0) await client.query(`create role ${role} login`)
    }
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) {
      await client.query(`create database ${DATABASE} owner ${MIGRATOR_ROLE}`)
      await client.query(`revoke all on database ${DATABASE} from public`)
      await client.query(`grant connect, temporary on database ${DATABASE} to ${APP_ROLE}`)
    }
  } finally {
    await client.end()
  }
}

/** An adopted server may still be recovering and answers 57P03 until it is done. */
async function connectWhenUp(socketDir: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ host: socketDir, user: 'postgres', database: 'postgres' })
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if ((error as { code?: string }).code !== '57P03' || attempt >= 300) throw error
      await sleep(100)
    }
  }
}
