import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './project.mjs'

/** SHA-256 over the names and contents of files and folders, given relative to the project. */
export function hashOf(parts) {
  const hash = createHash('sha256')
  for (const file of parts.flatMap(filesBelow))
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0')
  return hash.digest('hex')
}

/** Whether the work a stamp speaks of was done for this hash. */
export function stamped(stampFile, hash) {
  try {
    return readFileSync(inRoot(stampFile), 'utf8') === hash
  } catch {
    return false
  }
}

/** Notes that the work is done. Where this user may not write it is only looked at again next time. */
export function stamp(stampFile, hash) {
  try {
    mkdirSync(path.dirname(inRoot(stampFile)), { recursive: true })
    writeFileSync(inRoot(stampFile), hash)
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error
  }
}

function filesBelow(part) {
  let entry
  try {
    entry = statSync(inRoot(part))
  } catch {
    return []
  }
  if (!entry.isDirectory()) return [part]
  return readdirSync(inRoot(part))
    .filter((name) => name !== 'node_modules' && !/^dist(-|$)/.test(name))
    .sort()
    .flatMap((name) => filesBelow(`${part}/${name}`))
}
