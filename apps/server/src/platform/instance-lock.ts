import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Refusal } from './refusal.ts'

export interface InstanceLock {
  /** what a second instance is told about this one, for instance its address */
  describe(text: string): void
  release(): Promise<void>
}

/**
 * Makes this process the only one on a data directory. The lock is a listening socket, so the operating system lets
 * go of it however the process ends; no file can be left behind. A second instance is refused with one sentence.
 */
export async function lockDataDir(dataDir: string): Promise<InstanceLock> {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const name = lockName(realpathSync(dataDir))
  let description = `process ${process.pid}`
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(description)
  })
  if (!(await listens(server, name))) {
    const holder = await ask(name)
    if (holder !== undefined || !(await listensAfterRemoving(server, name)))
      throw new Refusal(
        `数据目录 ${dataDir} 正被另一个一窗使用（${holder ?? '未知进程'}）。请先停止它，或用 --data 指定另一个目录。`,
        `The data directory ${dataDir} is in use by another Yichuang (${holder ?? 'unknown process'}). Stop that one first, or choose another directory with --data.`,
      )
  }
  server.unref()
  return {
    describe: (text) => void (description = text),
    release: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function lockName(dataDir: string): string {
  const name = `yichuang-${createHash('sha256').update(dataDir).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.lock`)
}

function listens(server: net.Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error)
    server.once('error', failed)
    server.listen(name, () => {
      server.off('error', failed)
      resolve(true)
    })
  })
}

/** Where sockets are files (macOS), a killed process leaves its file; nobody answers on it. */
async function listensAfterRemoving(server: net.Server, name: string): Promise<boolean> {
  if (process.platform === 'linux' || process.platform === 'win32') return false
  rmSync(name, { force: true })
  return listens(server, name)
}

/** What the holder says about itself; undefined when nobody answers. */
function ask(name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = ''
    const socket = net.connect(name)
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.once('error', () => resolve(undefined))
    socket.once('close', () => resolve(text || undefined))
  })
}
