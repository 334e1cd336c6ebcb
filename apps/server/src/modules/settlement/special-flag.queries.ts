import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A special attribute of a visit (就医特殊属性). */
export interface SpecialFlag {
  readonly flagId: string
  readonly visitId: string
  readonly visitNo: string
  readonly kind: string
  readonly flag: string
}

// Said again, an attribute keeps its number.
const put = statement<{ flagId: string }>(
  'settlement.put-special-flag',
  `insert into settlement.special_flag
     (region_code, flag_id, visit_id, person_id, institution_code, kind, flag, memo, noted_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict on constraint special_flag_once do update set memo = excluded.memo
   returning flag_id as "flagId"`,
)
const ofPerson = statement<SpecialFlag>(
  'settlement.special-flags-of-person',
  `select f.flag_id as "flagId", f.visit_id as "visitId", v.visit_no as "visitNo", f.kind, f.flag
   from settlement.special_flag f
   join settlement.visit v on v.region_code = $1 and v.visit_id = f.visit_id
   where f.region_code = $1 and f.person_id = $2 and f.institution_code = $3
     and ($4::text is null or f.flag_id = $4) and ($5::text is null or f.visit_id = $5)
     and ($6::text is null or v.visit_no = $6)
     and ($7::text is null or f.kind = $7) and ($8::text is null or f.flag = $8)
   order by f.flag_id limit $9 offset $10`,
)

/** Notes an attribute of a visit; gives its number. */
export async function putSpecialFlag(
  db: Db,
  regionCode: string,
  at: Date,
  one: {
    readonly flagId: string
    readonly visitId: string
    readonly personId: string
    readonly institutionCode: string
    readonly kind: string
    readonly flag: string
    readonly memo: string | undefined
  },
): Promise<string> {
  const { flagId, visitId, personId, institutionCode, kind, flag, memo } = one
  const values = [regionCode, flagId, visitId, personId, institutionCode, kind, flag, memo ?? null, at]
  return (await db.one(put, values)).flagId
}

/** Attributes of a person's visits at one institution, a page of them. */
export function specialFlagsOf(
  db: Db,
  regionCode: string,
  asked: {
    readonly personId: string
    readonly institutionCode: string
    readonly flagId: string | undefined
    readonly visitId: string | undefined
    readonly visitNo: string | undefined
    readonly kind: string | undefined
    readonly flag: string | undefined
    readonly limit: number
    readonly offset: number
  },
): Promise<SpecialFlag[]> {
  const { personId, institutionCode, flagId, visitId, visitNo, kind, flag, limit, offset } = asked
  const filters = [flagId, visitId, visitNo, kind, flag].map((one) => one ?? null)
  return db.many(ofPerson, [regionCode, personId, institutionCode, ...filters, limit, offset])
}
