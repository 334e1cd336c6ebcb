import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { Hospital } from './hospital.queries.ts'

const ofStaff = statement<Hospital>(
  'organisations.institution-of-staff',
  `select h.hospital_code as "hospitalCode", h.region_code as "regionCode", h.territory, h.name, h.level
   from organisations.staff_institution s join organisations.hospital h on h.hospital_code = s.hospital_code
   where s.user_id = $1 and h.active`,
)
const place = statement(
  'organisations.place-staff-at-institution',
  `insert into organisations.staff_institution (user_id, hospital_code) values ($1, $2)
   on conflict (user_id) do update set hospital_code = excluded.hospital_code`,
)
const leave = statement(
  'organisations.take-staff-from-institution',
  `delete from organisations.staff_institution where user_id = $1`,
)

export function selectInstitutionOf(db: Db, userId: string): Promise<Hospital | undefined> {
  return db.maybe(ofStaff, [userId])
}

export async function setInstitutionOf(db: Db, userId: string, hospitalCode: string | null): Promise<void> {
  if (hospitalCode === null) await db.run(leave, [userId])
  else await db.run(place, [userId, hospitalCode])
}
