import type { PlainDate } from '@yichuang/kernel'
import { findKnown } from '../modules/insured/index.ts'
import { findStaffByLogin, listOffices } from '../modules/organisations/index.ts'
import type { Db } from '../platform/db.ts'
import type { DemoCity } from './cities.ts'
import { peopleOf, type DemoPerson } from './people.ts'
import { demoStaff } from './staff.ts'

/** Who and what is where in a founded city, by the names the demonstration gives them. */
export interface SeededCity {
  readonly city: DemoCity
  /** office code to id */
  readonly offices: ReadonlyMap<string, string>
  /** by login */
  readonly staff: ReadonlyMap<string, { readonly userId: string; readonly name: string }>
  /** by key */
  readonly people: ReadonlyMap<string, DemoPerson & { readonly personId: string }>
}

/** Looks a founded city up, also after a restart. */
export async function recallCity(db: Db, city: DemoCity, today: PlainDate): Promise<SeededCity> {
  const offices = new Map((await listOffices(db, city.regionCode)).map(({ code, id }) => [code, id]))
  const staff = new Map<string, { userId: string; name: string }>()
  for (const { login } of demoStaff.filter((member) => member.city === city)) {
    const member = await findStaffByLogin(db, login)
    if (member) staff.set(login, { userId: member.userId, name: member.name })
  }
  const people = new Map<string, DemoPerson & { personId: string }>()
  for (const person of peopleOf(city)) {
    const known = await findKnown(db, person.idNumber, today)
    if (known) people.set(person.key, { ...person, personId: known.personId })
  }
  return { city, offices, staff, people }
}
