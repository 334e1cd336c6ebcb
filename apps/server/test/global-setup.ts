import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { driverOptions } from '../src/platform/db.ts'
import { migrate } from '../src/platform/migrate.ts'
import {
  MIGRATOR_ROLE,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../src/platform/postgres/index.ts'
import { commandLine, processState } from '../src/platform/postgres/process-state.ts'
import { TEMPLATE } from '../src/platform/test-database.ts'

const PREFIX = 'yichuang-test-'

/** One PostgreSQL for the whole run, with one migrated template database; gone when the run ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweepAbandoned()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`))
  // The account that runs PostgreSQL for root must be able to enter it.
  chmodSync(dataDir, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 100 })
  const end = async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await makeTemplate(postgres)
  } catch (error) {
    await end()
    throw error
  }
  project.provide('postgresSocketDir', postgres.socketDir)
  return end
}

async function makeTemplate({ superuser, socketDir }: EmbeddedPostgres): Promise<void> {
  const server = new pg.Client(driverOptions(superuser))
  await server.connect()
  await server.query(`create database ${TEMPLATE} owner ${MIGRATOR_ROLE}`)
  await server.end()
  await migrate({ socketDir, user: MIGRATOR_ROLE, database: TEMPLATE })
}

/** A run that was killed leaves its server behind; the next run ends it. */
function sweepAbandoned(): void {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0])
    if (processState(owner) === 'running') continue
    const dir = path.join(os.tmpdir(), name)
    try {
      const postmaster = Number(
        readFileSync(path.join(dir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
      )
      if (commandLine(postmaster).includes(dir)) process.kill(postmaster, 'SIGKILL')
    } catch {
      // It has no server any more, or belongs to somebody else.
    }
    try {
      rmSync(dir, { recursive: true, force: true })
    } catch {
      // Somebody else's directory is theirs to remove.
    }
  }
}
