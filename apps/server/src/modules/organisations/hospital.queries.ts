import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A designated medical institution. */
export interface Hospital {
  readonly hospitalCode: string
  readonly regionCode: string
  readonly territory: string
  readonly name: string
  readonly level: 'primary' | 'secondary' | 'tertiary'
}

const columns = `hospital_code as "hospitalCode", region_code as "regionCode", territory, name, level`

const byCode = statement<Hospital>(
  'organisations.hospital-by-code',
  `select ${columns} from organisations.hospital where hospital_code = $1 and active`,
)
// A small table that is read whole: what begins with the words comes before what contains them.
const search = statement<Hospital>(
  'organisations.hospital-search',
  `select ${columns} from organisations.hospital
   where active and ($3::text is null or region_code = $3)
     and (hospital_code = upper($1) or name like '%' || $2 || '%' escape '\\')
   order by (hospital_code = upper($1)) desc, (name like $2 || '%' escape '\\') desc, name limit 20`,
)
const ofRegion = statement<Hospital>(
  'organisations.hospitals-of-region',
  `select ${columns} from organisations.hospital where region_code = $1 and active order by territory, hospital_code`,
)
const add = statement(
  'organisations.add-hospital',
  `insert into organisations.hospital (hospital_code, region_code, territory, name, level, active)
   values ($1, $2, $3, $4, $5, true)
   on conflict (hospital_code) do update
   set region_code = excluded.region_code, territory = excluded.territory, name = excluded.name, level = excluded.level`,
)

/** The designated institution with a code, unless it is closed. */
export function findHospital(db: Db, code: string): Promise<Hospital | undefined> {
  return db.maybe(byCode, [code])
}

/** Institutions by code, or by a part of the name; at most twenty. */
export function searchHospitals(db: Db, q: string, regionCode?: string): Promise<Hospital[]> {
  return db.many(search, [q, q.replace(/[\\%_]/g, '\\$&'), regionCode ?? null])
}

/** Every institution of a city, by county and code. */
export function hospitalsOfRegion(db: Db, regionCode: string): Promise<Hospital[]> {
  return db.many(ofRegion, [regionCode])
}

export async function storeHospital(db: Db, hospital: Hospital): Promise<void> {
  const { hospitalCode, regionCode, territory, name, level } = hospital
  await db.run(add, [hospitalCode, regionCode, territory, name, level])
}
