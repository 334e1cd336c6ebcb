import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { Refusal } from '../refusal.ts'
import type { Binaries } from './binaries.ts'
import { giveTo, privateDir, type Place } from './cluster.ts'
import { commandLine, processState, sleep } from './process-state.ts'
import { serverArguments, type ServerSettings } from './settings.ts'

/** The running main process of PostgreSQL. */
export interface Postmaster {
  readonly pid: number
  readonly socketDir: string
  /** it was running before we came, left by a process that was killed */
  readonly adopted: boolean
  /** resolves when the process has ended, for whatever reason */
  readonly ended: Promise<void>
}

const READY_WITHIN_MS = 600_000
const START_ATTEMPTS = 20
// The longest path a Unix socket may have is 104 bytes on macOS and 108 on Linux.
const LONGEST_SOCKET_DIR = 103 - '/.s.PGSQL.5432'.length

/** Adopts the server that runs on the cluster, or starts one; returns when it accepts connections. */
export async function runPostmaster(
  place: Place,
  binaries: Binaries,
  settings: ServerSettings,
): Promise<Postmaster> {
  const running = await survivor(place)
  if (running) return running
  const socketDir = socketDirFor(place)
  for (let attempt = 1; ; attempt += 1) {
    const logFile = path.join(path.dirname(place.clusterDir), 'postgres.log')
    const result = await launch(place, binaries, settings, socketDir, logFile)
    if ('pid' in result) return result
    // After kill -9 of the main process its children need a moment to let go of the shared memory.
    const passes = /already (exists|running|in use)|still in use/.test(result.failure)
    if (!passes || attempt >= START_ATTEMPTS)
      throw new Refusal(
        `内置 PostgreSQL 启动失败：${result.failure}（日志：${logFile}）`,
        `The built-in PostgreSQL did not start: ${result.failure} (log: ${logFile})`,
      )
    await sleep(150)
  }
}

/** Asks the server to end now, rolling back open transactions; forces it after a quarter of a minute. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  signal(postmaster.pid, 'SIGINT')
  const forced = setTimeout(() => signal(postmaster.pid, 'SIGQUIT'), 15_000)
  await postmaster.ended
  clearTimeout(forced)
}

async function survivor(place: Place): Promise<Postmaster | undefined> {
  const pidFile = path.join(place.clusterDir, 'postmaster.pid')
  const found = readPidFile(pidFile)
  if (!found) return undefined
  const { pid, socketDir } = found
  // A container whose first process collects nobody keeps zombies for ever; elsewhere they go within seconds.
  for (let waited = 0; processState(pid) === 'zombie' && waited < 3000; waited += 25) await sleep(25)
  const ours = processState(pid) === 'running' && commandLine(pid).includes(place.clusterDir)
  if (!ours) {
    // PostgreSQL only looks whether the number is taken, and would refuse to start if a stranger has it by now.
    rmSync(pidFile, { force: true })
    return undefined
  }
  if (!(await becomesReady(pidFile, pid))) return survivor(place)
  return { pid, socketDir, adopted: true, ended: pollEnd(pid) }
}

async function launch(
  place: Place,
  binaries: Binaries,
  settings: ServerSettings,
  socketDir: string,
  logFile: string,
): Promise<Postmaster | { failure: string }> {
  rotate(logFile)
  const log = openSync(logFile, 'a', 0o600)
  giveTo(logFile, place.account)
  const logStart = statSync(logFile).size
  const child = spawn(binaries.postgres, serverArguments(place.clusterDir, socketDir, settings), {
    ...place.account,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    // A session of its own: Ctrl-C in the terminal must reach us first, so that requests can finish.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let spawnError: Error | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      spawnError = error
      resolve()
    })
  })
  const { pid } = child
  if (pid !== undefined) {
    const ready = await Promise.race([
      becomesReady(path.join(place.clusterDir, 'postmaster.pid'), pid),
      ended.then(() => false),
    ])
    if (ready) {
      child.unref()
      return { pid, socketDir, adopted: false, ended }
    }
  }
  await ended
  return { failure: spawnError?.message ?? lastLines(logFile, logStart) }
}

/** Waits for the last line of postmaster.pid to say `ready`; false when the process ends or stops instead. */
async function becomesReady(pidFile: string, pid: number): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    const state = processState(pid)
    if (state !== 'running') return false
    const now = readPidFile(pidFile)
    if (now?.pid === pid && now.status === 'ready') return true
    await sleep(10)
  }
  throw new Refusal(
    `内置 PostgreSQL 十分钟内没有就绪（进程 ${pid}）。请查看数据目录中的 postgres.log。`,
    `The built-in PostgreSQL was not ready within ten minutes (process ${pid}). See postgres.log in the data directory.`,
  )
}

function readPidFile(pidFile: string): { pid: number; socketDir: string; status: string } | undefined {
  let lines: string[]
  try {
    lines = readFileSync(pidFile, 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, socketDir: (lines[4] ?? '').trim(), status: (lines[7] ?? '').trim() }
}

function socketDirFor(place: Place): string {
  const beside = path.join(path.dirname(place.clusterDir), 'run')
  const key = createHash('sha256').update(place.clusterDir).digest('hex').slice(0, 12)
  const dir =
    Buffer.byteLength(beside) <= LONGEST_SOCKET_DIR ? beside : path.join(os.tmpdir(), `yichuang-${key}`)
  privateDir(dir, place.account)
  return dir
}

async function pollEnd(pid: number): Promise<void> {
  while (processState(pid) === 'running')
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 250).unref()
    })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended by itself.
  }
}

function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`)
}

function lastLines(logFile: string, from: number): string {
  const text = readFileSync(logFile).subarray(from).toString('utf8').trim()
  return text.split('\n').slice(-4).join(' ') || 'no message'
}
