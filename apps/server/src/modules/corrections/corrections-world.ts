import type { FieldCipher } from '../../platform/crypto.ts'
import type { Packs } from '../catalogue/index.ts'

/** What this module is given by the application around it. */
export interface CorrectionsWorld {
  readonly packs: Pick<Packs, 'byHash' | 'current'>
  readonly cipher: FieldCipher
}

let world: CorrectionsWorld | undefined

/** Gives the module its packs and keys; `app.ts` calls it once, tests once per file. */
export function openCorrections(around: CorrectionsWorld): void {
  world = around
}

export function around(): CorrectionsWorld {
  if (!world) throw new Error('openCorrections was not called before the first correction')
  return world
}
