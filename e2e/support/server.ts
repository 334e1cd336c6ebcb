import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const MAIN = path.join(import.meta.dirname, '../../apps/server/src/main.ts')
const READY_WITHIN_MS = 240_000

export interface RunningServer {
  readonly base: string
  stop(): Promise<void>
}

/** Starts the product as `npm start` does, on a fresh demo city of its own and a free port. */
export async function startServer(): Promise<RunningServer> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const data = mkdtempSync(path.join(tmpdir(), 'yichuang-e2e-'))
  // Started by root, the database runs as another account, which must be able to enter; else it settles elsewhere and stays.
  chmodSync(data, 0o711)
  const child = spawn(process.execPath, [MAIN, '--data', data, '--port', String(port)], {
    env: { ...process.env, YICHUANG_RATE_LIMIT: 'off', YICHUANG_PUBLIC_URL: base },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (text: Buffer) => void (output = (output + text.toString()).slice(-4000))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  const until = Date.now() + READY_WITHIN_MS
  while (!(await answers(`${base}/readyz`))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
      throw new Error(`The server did not become ready:\n${output}`)
    }
    await sleep(200)
  }
  return {
    base,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
