import type { BlindIndex, FieldCipher } from '../../platform/crypto.ts'

/** What this module is given by the application around it. */
export interface InsuredWorld {
  readonly cipher: FieldCipher
  readonly blindIndex: BlindIndex
  /** the cities this installation serves, code to name as people read it */
  readonly places: () => ReadonlyMap<string, string>
  /** what a city's rules call the groups of people they tell apart; without it a group is shown by its id */
  readonly groupTitles?: (
    regionCode: string,
  ) => ReadonlyMap<string, { readonly zh: string; readonly en: string }>
}

let world: InsuredWorld | undefined

/** Gives the module its keys and places; `app.ts` calls it once, tests once per file. */
export function openInsured(around: InsuredWorld): void {
  world = around
}

export function around(): InsuredWorld {
  if (!world) throw new Error('openInsured was not called before the first question about a person')
  return world
}

/** What each encrypted field is called, so that a value moved to another field does not decrypt. */
export const FIELD = { idNumber: 'person.resident-id', phone: 'person.phone' } as const
