import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadPacks } from '@yichuang/policy'
import type { PackLoad } from '@yichuang/policy'

/** `policy-packs` of this repository. */
export const PACKS_FOLDER = fileURLToPath(new URL('../../../../policy-packs', import.meta.url))

/** Loads every pack below a folder. Rejects with a sentence when the folder cannot be read; faults in packs are returned. */
export async function loadPackFolder(folder: string = PACKS_FOLDER): Promise<PackLoad> {
  return loadPacks(await readPackFolder(folder), sha256)
}

/** The text of every file below a folder, by its path with `/`. Hidden files, such as an editor's, are left out. */
export async function readPackFolder(folder: string = PACKS_FOLDER): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`The policy packs cannot be read: ${folder} is not a folder that can be opened.`, {
      cause,
    })
  })
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('~'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  return new Map(
    paths.map((path, index) => [relative(folder, path).split(sep).join('/'), texts[index] ?? '']),
  )
}

/** The digest `loadPacks` needs: lower-case hex of the UTF-8 text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
