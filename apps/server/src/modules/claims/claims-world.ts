import type { BlindIndex, FieldCipher } from '../../platform/crypto.ts'
import type { Packs } from '../catalogue/index.ts'

/** What this module is given by the application around it. */
export interface ClaimsWorld {
  readonly packs: Pick<Packs, 'byHash'>
  readonly cipher: FieldCipher
  readonly blindIndex: BlindIndex
}

let world: ClaimsWorld | undefined

/** Gives the module its packs and keys; `app.ts` calls it once, tests once per file. */
export function openClaims(around: ClaimsWorld): void {
  world = around
}

export function around(): ClaimsWorld {
  if (!world) throw new Error('openClaims was not called before the first claim')
  return world
}
