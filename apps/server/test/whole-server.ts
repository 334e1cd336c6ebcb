import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { plainDate } from '@yichuang/kernel'
import { afterAll } from 'vitest'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openDemoClock } from '../src/platform/clock.ts'
import { createBlindIndex, createFieldCipher, newKey, parseKeyRing } from '../src/platform/crypto.ts'
import type { Deps } from '../src/platform/deps.ts'
import { createDiskStore, openFiles } from '../src/platform/files/index.ts'
import { createOnce } from '../src/platform/http/once.ts'
import { createJobs } from '../src/platform/jobs.ts'
import { createLog } from '../src/platform/log.ts'
import { createOutbox } from '../src/platform/outbox.ts'
import { testDatabase } from '../src/platform/test-database.ts'

/** The whole application, wired as in a demonstration, on a fresh database; closed after the file's last test. */
export async function wholeServer() {
  const test = await testDatabase()
  const { database } = test
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-whole-'))
  const config = readConfig({ data: dir }, { YICHUANG_RATE_LIMIT: 'off' })
  const log = createLog('silent')
  const clock = await openDemoClock(database.db, plainDate('2020-10-15'))
  const ring = parseKeyRing(newKey())
  const cipher = createFieldCipher(ring)
  const files = path.join(dir, 'files')
  const deps: Deps = {
    config,
    database,
    clock,
    cipher,
    blindIndex: createBlindIndex(ring[0]![1]),
    files: await openFiles({ dir: files, store: createDiskStore(files) }),
    once: createOnce(cipher),
    outbox: createOutbox({ database, clock, log }),
    jobs: createJobs(database.db, log),
    log,
  }
  const app = await createApp(deps)
  await app.ready()
  afterAll(async () => {
    await app.close()
    rmSync(dir, { recursive: true, force: true })
  })
  return { ...test, deps, app }
}
