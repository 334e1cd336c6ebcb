import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** What decides which groups a person is in on a day: those recorded or recognised, and the day of birth for groups of age. */
export interface GroupFacts {
  readonly recorded: readonly string[]
  readonly birth: PlainDate
}

/** A group a person is in, as an agency's register holds it. */
export interface GroupRow {
  readonly index: Buffer
  readonly group: string
  readonly from: PlainDate
  readonly to: PlainDate | undefined
  readonly source: string
}

const onDay = statement<GroupFacts>(
  'insured.groups-on-day',
  `select p.birth, array(select distinct g.group_id from insured.person_group g
     where g.region_code = $1 and g.person_id = $2 and g.valid_from <= $3 and (g.valid_to is null or g.valid_to >= $3)
     order by g.group_id) as recorded
   from insured.person p where p.region_code = $1 and p.person_id = $2`,
)
const unknown = statement<{ index: Buffer }>(
  'insured.not-insured-here',
  `select distinct sent.index from unnest($2::bytea[]) as sent (index)
   where not exists (select from insured.person p where p.region_code = $1 and p.id_number_index = sent.index)`,
)
const put = statement(
  'insured.put-groups',
  `insert into insured.person_group (region_code, person_id, group_id, valid_from, valid_to, source)
   select $1, p.person_id, sent.group_id, sent.valid_from, sent.valid_to, sent.source
   from unnest($2::bytea[], $3::text[], $4::date[], $5::date[], $6::text[])
     as sent (id_number_index, group_id, valid_from, valid_to, source)
   join insured.person p on p.region_code = $1 and p.id_number_index = sent.id_number_index
   order by p.person_id, sent.group_id, sent.valid_from
   on conflict on constraint person_group_key do update set valid_to = excluded.valid_to, source = excluded.source
   where (person_group.valid_to, person_group.source) is distinct from (excluded.valid_to, excluded.source)`,
)

/** The groups recorded of a person on a day, and the day of birth. One statement. */
export function recordedFacts(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
): Promise<GroupFacts> {
  return db.one(onDay, [regionCode, personId, day])
}

/** Those of the ID numbers whose person the place does not know. */
export async function notInsuredHere(
  db: Db,
  regionCode: string,
  indexes: readonly Buffer[],
): Promise<Buffer[]> {
  return (await db.many(unknown, [regionCode, indexes])).map(({ index }) => index)
}

/** Adds groups of known people, or changes those of the same first day; how many rows were written. */
export function putGroups(db: Db, regionCode: string, rows: readonly GroupRow[]): Promise<number> {
  return db.run(put, [
    regionCode,
    rows.map(({ index }) => index),
    rows.map(({ group }) => group),
    rows.map(({ from }) => from),
    rows.map(({ to }) => to ?? null),
    rows.map(({ source }) => source),
  ])
}
