import type { PlainDate } from '@yichuang/kernel'
import type { PersonGroup } from '@yichuang/policy'
import type { BlindIndex, FieldCipher } from '../../platform/crypto.ts'
import type { Db } from '../../platform/db.ts'

/** What this module is given by the application around it. */
export interface InsuredWorld {
  readonly cipher: FieldCipher
  readonly blindIndex: BlindIndex
  /** the cities this installation serves, code to name as people read it */
  readonly places: () => ReadonlyMap<string, string>
  /** the groups of people that a city's rules and measures tell apart; without it a group is shown by its id */
  readonly groups?: (regionCode: string) => readonly PersonGroup[]
  /** groups that follow from what an agency has recognised of a person, such as a chronic disease, in force on a day */
  readonly recognised?: (
    db: Db,
    regionCode: string,
    personId: string,
    day: PlainDate,
  ) => Promise<readonly RecognisedGroup[]>
}

/** A group somebody is in without being written into its register. */
export interface RecognisedGroup {
  readonly group: string
  readonly from: PlainDate
  readonly to: PlainDate | null
  /** by what: 门诊慢特病认定：高血压 */
  readonly source: string
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
