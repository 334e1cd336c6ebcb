import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export interface DesignationRow {
  readonly hospitalCode: string
  readonly classId: string
  readonly from: PlainDate
  readonly until: PlainDate | null
}

const columns = `hospital_code as "hospitalCode", class_id as "classId", valid_from as "from", valid_until as "until"`
const all = statement<DesignationRow>(
  'chronic.designations',
  `select ${columns} from chronic.designation where region_code = $1
   order by hospital_code, class_id, valid_from limit 5000`,
)
const onDay = statement<{ classId: string }>(
  'chronic.designations-of-hospital-on',
  `select class_id as "classId" from chronic.designation
   where region_code = $1 and hospital_code = $2 and valid_from <= $3 and (valid_until is null or valid_until >= $3)`,
)
const put = statement(
  'chronic.designate',
  `insert into chronic.designation (region_code, hospital_code, class_id, valid_from, valid_until, noted_by_name, at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (region_code, hospital_code, class_id, valid_from) do update
   set valid_until = excluded.valid_until, noted_by_name = excluded.noted_by_name, at = excluded.at`,
)

export function selectDesignations(db: Db, regionCode: string): Promise<DesignationRow[]> {
  return db.many(all, [regionCode])
}

/** The classes a hospital may recognise at once on a day. */
export async function designatedFor(
  db: Db,
  regionCode: string,
  hospitalCode: string,
  day: PlainDate,
): Promise<ReadonlySet<string>> {
  return new Set((await db.many(onDay, [regionCode, hospitalCode, day])).map(({ classId }) => classId))
}

export async function putDesignation(
  db: Db,
  regionCode: string,
  row: DesignationRow & { readonly by: string; readonly at: Date },
): Promise<void> {
  await db.run(put, [regionCode, row.hospitalCode, row.classId, row.from, row.until, row.by, row.at])
}
