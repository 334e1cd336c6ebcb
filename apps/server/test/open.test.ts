import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { DatabaseUnavailable } from '../src/platform/db.ts'
import { ping } from '../src/platform/health.queries.ts'
import { createLog } from '../src/platform/log.ts'
import { openPlatform, type Platform } from '../src/platform/open.ts'
import { startEmbeddedPostgres } from '../src/platform/postgres/index.ts'
import { processState } from '../src/platform/postgres/process-state.ts'

const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-open-一 窗-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

chmodSync(dir, 0o755)

const log = createLog('silent')
const told: string[] = []
const options = { log, tell: (message: string) => void told.push(message) }
const config = readConfig({ data: path.join(dir, 'data') }, { YICHUANG_POOL_SIZE: '2' })
const production = readConfig(
  { data: path.join(dir, 'data'), production: true },
  {
    YICHUANG_FIELD_KEY: 'ab'.repeat(32),
    YICHUANG_INDEX_KEY: 'cd'.repeat(32),
    YICHUANG_OIDC_ISSUER: 'https://login.example.cn',
    YICHUANG_OIDC_CLIENT_ID: 'yichuang',
    YICHUANG_OIDC_CLIENT_SECRET: 'a-secret-of-some-length',
    YICHUANG_PUBLIC_URL: 'https://yibao.example.cn',
  },
)

async function opened<T>(work: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await openPlatform(config, options)
  try {
    return await work(platform)
  } finally {
    await platform.close()
  }
}

/** A process that starts the database, says its pid, and is killed. */
function startAndDie(dataDir: string): Promise<number> {
  const index = path.join(import.meta.dirname, '../src/platform/postgres/index.ts')
  const code = `const { startEmbeddedPostgres } = await import(${JSON.stringify(index)})
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(server.pid())
    setInterval(() => {}, 1000)`
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let pid = Number.NaN
    child.stdout.once('data', (text: Buffer) => {
      pid = Number(text.toString())
      child.kill('SIGKILL')
    })
    child.once('exit', () => (Number.isInteger(pid) ? resolve(pid) : reject(new Error('did not start'))))
  })
}

describe('the platform on a data directory', () => {
  it('makes its database in a path with spaces and Chinese, and keys only its owner can read', async () => {
    await opened(async ({ deps }) => {
      await ping(deps.database.db)
      expect(deps.clock.today()).toBe('2020-10-15')
    })
    expect(statSync(path.join(dir, 'data/keys/demo.json')).mode & 0o777).toBe(0o600)
    expect(told.join()).toContain('Database created')
  })

  it('refuses a second instance with a sentence, and gives the directory free when it ends', async () => {
    await opened(async ({ lock }) => {
      lock!.describe('http://localhost:8080, process 1')
      await expect(openPlatform(config, options)).rejects.toThrow(
        /in use by another Yichuang \(http:\/\/localhost:8080, process 1\)/,
      )
    })
    await opened(async ({ deps }) => ping(deps.database.db))
  })

  it('survives its database being killed: a problem meanwhile, and everything again by itself', async () => {
    told.length = 0
    await opened(async ({ deps }) => {
      const { db } = deps.database
      await ping(db)
      const server = await startEmbeddedPostgres({ dataDir: config.dataDir, leaveRunning: true })
      process.kill(server.pid(), 'SIGKILL')
      let failures = 0
      for (let waited = 0; waited < 10_000; waited += 50) {
        await sleep(50)
        const up = await ping(db).then(
          () => true,
          (error: unknown) => {
            expect(error).toMatchObject({ code: DatabaseUnavailable.code })
            failures += 1
            return false
          },
        )
        if (up && told.length > 0) break
      }
      await ping(db)
      expect(told.join()).toContain('stopped unexpectedly')
      expect(failures).toBeGreaterThan(0)
    })
  })

  it('takes over a database that outlived a killed process', async () => {
    const orphan = await startAndDie(config.dataDir)
    expect(processState(orphan)).toBe('running')
    told.length = 0
    await opened(async ({ deps }) => ping(deps.database.db))
    expect(told.join()).toContain(`process ${orphan}`)
    expect(processState(orphan)).not.toBe('running')
  })

  it('lets a command work beside it and leaves the database running', async () => {
    await opened(async ({ deps }) => {
      const beside = await openPlatform(config, { ...options, beside: true })
      await ping(beside.deps.database.db)
      await beside.close()
      await expect(ping(deps.database.db)).resolves.toBeUndefined()
    })
  })

  it('made for a demonstration never opens as production', async () => {
    await expect(openPlatform(production, options)).rejects.toThrow(/belongs to a demonstration/)
  })
})
