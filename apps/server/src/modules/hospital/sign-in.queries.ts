import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { Sender } from './message.queries.ts'

const add = statement(
  'hospital.sign-in',
  `insert into hospital.sign_in (region_code, institution_code, sign_no, operator, signed_on, signed_at)
   values ($1, $2, $3, $4, $5, $6)`,
)
const end = statement<{ signedOn: PlainDate; wasOut: boolean }>(
  'hospital.sign-out',
  `with before as (
     select region_code, institution_code, sign_no, signed_on, out_at from hospital.sign_in
     where region_code = $1 and institution_code = $2 and sign_no = $3 for update),
   ended as (
     update hospital.sign_in s set out_at = $4 from before b
     where s.region_code = $1 and s.region_code = b.region_code and s.institution_code = b.institution_code
       and s.sign_no = b.sign_no and b.out_at is null and b.signed_on = $5)
   select signed_on as "signedOn", out_at is not null as "wasOut" from before`,
)

export async function insertSignIn(
  db: Db,
  { regionCode, institutionCode }: Sender,
  sign: { readonly no: string; readonly operator: string; readonly on: PlainDate; readonly at: Date },
): Promise<void> {
  await db.run(add, [regionCode, institutionCode, sign.no, sign.operator, sign.on, sign.at])
}

/** Ends a sign-in of today; what it was before, undefined when there is none of that number. */
export function endSignIn(
  db: Db,
  { regionCode, institutionCode }: Sender,
  no: string,
  { at, today }: { readonly at: Date; readonly today: PlainDate },
) {
  return db.maybe(end, [regionCode, institutionCode, no, at, today])
}
