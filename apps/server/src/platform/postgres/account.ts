import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.ts'

/** The operating-system account PostgreSQL runs as; undefined ids mean “as ourselves”. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged account: whoever owns the existing cluster,
 * else `postgres`, `nobody` or `daemon`. An ordinary user runs it as itself.
 */
export function accountFor(clusterDir: string): Account {
  const self = process.getuid?.()
  if (self === undefined) return {}
  if (self !== 0) {
    if (passwdEntry((entry) => entry.uid === self) === undefined && process.platform === 'linux')
      throw new Refusal(
        `当前用户编号 ${self} 在 /etc/passwd 中没有条目，PostgreSQL 无法以它运行。请添加该用户，或设置 DATABASE_URL 使用已有的数据库。`,
        `User id ${self} has no entry in /etc/passwd and PostgreSQL cannot run as it. Add the user, or set DATABASE_URL to a database you have.`,
      )
    return {}
  }
  if (existsSync(path.join(clusterDir, 'PG_VERSION'))) {
    const owner = statSync(clusterDir)
    if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const entry = passwdEntry((candidate) => candidate.name === name)
    if (entry) return { uid: entry.uid, gid: entry.gid }
  }
  throw new Refusal(
    '正以 root 运行，而系统里没有 postgres、nobody 或 daemon 账户可供 PostgreSQL 使用。请建立其中一个，或改用普通用户启动。',
    'Running as root, and there is no postgres, nobody or daemon account PostgreSQL could use. Create one of them, or start as an ordinary user.',
  )
}

/** Whether the account may walk from the root directory down to `target` (existing parts of the path only). */
export function canReach(target: string, account: Account): boolean {
  if (account.uid === undefined) return true
  for (let dir = path.resolve(target); ; dir = path.dirname(dir)) {
    if (existsSync(dir)) {
      const stat = statSync(dir)
      const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001
      if (stat.isDirectory() && (stat.mode & bit) === 0) return false
    }
    if (dir === path.dirname(dir)) return true
  }
}

interface PasswdEntry {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

function passwdEntry(matches: (entry: PasswdEntry) => boolean): PasswdEntry | undefined {
  let lines: string[]
  try {
    lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return undefined
  }
  return lines
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }))
    .find(matches)
}
