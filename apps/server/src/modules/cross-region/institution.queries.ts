import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { Hospital } from '../organisations/index.ts'

export interface RemoteInstitution extends Hospital {
  readonly askedAt: Date
}

const find = statement<RemoteInstitution>(
  'afar.find-institution',
  `select hospital_code as "hospitalCode", region_code as "regionCode", territory, name, level, asked_at as "askedAt"
   from afar.institution where hospital_code = $1`,
)
const put = statement(
  'afar.put-institution',
  `insert into afar.institution (hospital_code, region_code, territory, name, level, asked_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (hospital_code) do update set region_code = excluded.region_code, territory = excluded.territory,
     name = excluded.name, level = excluded.level, asked_at = excluded.asked_at`,
)

export function findRemote(db: Db, code: string): Promise<RemoteInstitution | undefined> {
  return db.maybe(find, [code])
}

export function putRemote(db: Db, one: RemoteInstitution) {
  const { hospitalCode, regionCode, territory, name, level, askedAt } = one
  return db.run(put, [hospitalCode, regionCode, territory, name, level, askedAt])
}
