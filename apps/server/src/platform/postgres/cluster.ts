import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.ts'
import { accountFor, canReach, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'

const MAJOR = '18'

/** Where the cluster lives and who runs it. */
export interface Place {
  readonly clusterDir: string
  readonly account: Account
  /** set when root's data directory is closed to the account and the cluster had to live elsewhere */
  readonly movedFrom?: string
}

/** Chooses the cluster's directory: inside the data directory, or under /var/lib when the account cannot get there. */
export function placeFor(dataDir: string): Place {
  const wanted = path.join(path.resolve(dataDir), 'postgres')
  const account = accountFor(wanted)
  if (canReach(path.dirname(wanted), account)) return { clusterDir: wanted, account }
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const clusterDir = path.join('/var/lib/yichuang', key, 'postgres')
  return { clusterDir, account: accountFor(clusterDir), movedFrom: wanted }
}

/**
 * Makes the cluster when there is none. Half-made ones never count: initdb works in a directory beside it, renamed at
 * the end. The caller holds the lock of the data directory.
 */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<'created' | 'present'> {
  const { clusterDir, account } = place
  const versionFile = path.join(clusterDir, 'PG_VERSION')
  if (existsSync(versionFile)) {
    checkReadable(clusterDir, versionFile)
    return 'present'
  }
  const part = `${clusterDir}.new`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(path.dirname(part), { recursive: true, mode: 0o755 })
  mkdirSync(part, { mode: 0o700 })
  giveTo(part, account)
  await initdb(binaries.initdb, part, account)
  renameSync(part, clusterDir)
  return 'created'
}

/** Makes a directory only the account can enter. */
export function privateDir(dir: string, account: Account): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  chmodSync(dir, 0o700)
  giveTo(dir, account)
}

export function giveTo(file: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid)
}

function checkReadable(clusterDir: string, versionFile: string): void {
  let version: string
  try {
    version = readFileSync(versionFile, 'utf8').trim()
  } catch (cause) {
    throw new Refusal(
      `数据库目录 ${clusterDir} 属于另一个用户，当前用户不能读取。请用建立它的用户（或 root）启动，或用 --data 指定另一个目录。`,
      `The database directory ${clusterDir} belongs to another user and cannot be read. Start as the user who made it (or root), or choose another directory with --data.`,
      { cause },
    )
  }
  if (version !== MAJOR)
    throw new Refusal(
      `数据库目录 ${clusterDir} 由 PostgreSQL ${version} 建立，本版本需要 ${MAJOR}。请用原来的版本运行 npx yichuang backup，再用本版本 restore。`,
      `The database directory ${clusterDir} was made by PostgreSQL ${version}; this release needs ${MAJOR}. Run npx yichuang backup with the former release and restore with this one.`,
    )
}

/**
 * The locale is spelled out because an empty environment would make an SQL_ASCII cluster, and a C character type
 * leaves trigram search blind to Chinese. The built-in C.UTF-8 sorts the same on every operating system.
 */
function initdb(program: string, dir: string, account: Account): Promise<void> {
  const flags = ['-D', dir, '-U', 'postgres', '-A', 'trust', '--data-checksums', '--encoding=UTF8']
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8']
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...flags, ...locale], {
      ...account,
      cwd: '/',
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.once('error', (cause) => reject(initdbFailed(dir, cause.message, cause)))
    child.once('close', (code) => (code === 0 ? resolve() : reject(initdbFailed(dir, errors.trim()))))
  })
}

function initdbFailed(dir: string, reason: string, cause?: unknown): Refusal {
  return new Refusal(
    `无法在 ${dir} 建立数据库：${reason}。请检查磁盘空间和目录权限后重试。`,
    `Could not create the database in ${dir}: ${reason}. Check disk space and permissions, then start again.`,
    { cause },
  )
}
