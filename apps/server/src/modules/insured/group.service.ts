import type { Person } from '@yichuang/contracts'
import { ageOn, yearsLater, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { recordedFacts, type GroupFacts } from './group.queries.ts'
import { around } from './open.ts'

/**
 * What decides a person's groups on a day: those an agency's registers hold, those that follow from what was recognised
 * (慢性病), and the day of birth for groups of age. Two statements.
 */
export async function groupFacts(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
): Promise<GroupFacts> {
  const [{ recorded, birth }, recognised] = await Promise.all([
    recordedFacts(db, regionCode, personId, day),
    around().recognised?.(db, regionCode, personId, day) ?? [],
  ])
  return { recorded: [...new Set([...recorded, ...recognised.map(({ group }) => group)])], birth }
}

/** The person with the groups they are in today without being in a register: recognised, and of their age. One statement. */
export async function withOtherGroups(
  db: Db,
  regionCode: string,
  person: Person,
  today: PlainDate,
): Promise<Person> {
  const known = around().groups?.(regionCode) ?? []
  const { personId } = person
  const birth = person.birth as PlainDate
  const ofAge = known.flatMap(({ id, age }, at) =>
    age !== undefined && known.findIndex((one) => one.id === id) === at && ageOn(birth, today) >= age.from
      ? [{ group: id, from: yearsLater(birth, age.from), to: null, source: '按出生日期' }]
      : [],
  )
  const recognised = (await around().recognised?.(db, regionCode, personId, today)) ?? []
  const others = [...recognised, ...ofAge].map((one) => ({
    ...one,
    regionCode,
    title: titleOf(regionCode, one.group),
  }))
  return { ...person, groups: [...person.groups, ...others] }
}

/** What a group is called in a city; its id where nobody says. */
export function titleOf(regionCode: string, group: string): { readonly zh: string; readonly en: string } {
  const known = around().groups?.(regionCode) ?? []
  return known.find(({ id }) => id === group)?.title ?? { zh: group, en: group }
}
