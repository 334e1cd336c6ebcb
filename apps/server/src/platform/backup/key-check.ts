import type { BlindIndex } from '../crypto.ts'

/** Equal for equal keys, and of no use to find them: whether a backup's encrypted fields could be looked up here. */
export function keyCheck(blindIndex: BlindIndex): string {
  return blindIndex('yichuang', 'backup.key-check').toString('hex')
}
