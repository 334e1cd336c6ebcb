import type { BlindIndex, FieldCipher } from '../../platform/crypto.ts'

/** What this module is given by the application around it. */
export interface WithdrawalsWorld {
  readonly cipher: FieldCipher
  readonly blindIndex: BlindIndex
}

let world: WithdrawalsWorld | undefined

/** Gives the module its keys; `app.ts` calls it once, tests once per file. */
export function openWithdrawals(around: WithdrawalsWorld): void {
  world = around
}

export function around(): WithdrawalsWorld {
  if (!world) throw new Error('openWithdrawals was not called before the first withdrawal')
  return world
}
