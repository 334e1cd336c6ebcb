import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { newKey, parseKeyRing, type KeyRing } from './crypto.ts'

/** The keys of a demonstration, made at the first start and readable by their owner only. */
export function demoKeys(dataDir: string): { fieldKeys: KeyRing; indexKey: Buffer } {
  const file = path.join(dataDir, 'keys', 'demo.json')
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.new`, JSON.stringify({ field: newKey(), index: newKey() }), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  const { field, index } = JSON.parse(readFileSync(file, 'utf8')) as { field: string; index: string }
  return { fieldKeys: parseKeyRing(field), indexKey: Buffer.from(index, 'hex') }
}
