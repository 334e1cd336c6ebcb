import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadPacks } from '../src/index.ts'
import type { Pack } from '../src/index.ts'

export const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The text of every file below a folder, by its path with `/`. */
export function filesBelow(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]
    }),
  )
}

/** The committed packs; fails with their faults when they do not load. */
export function realPacks(): ReadonlyMap<string, Pack> {
  const load = loadPacks(filesBelow(here('../../../policy-packs')), sha256)
  if (!load.ok) throw new Error(load.faults.map((f) => `${f.file}:${f.line} ${f.what}`).join('\n'))
  return load.packs
}
