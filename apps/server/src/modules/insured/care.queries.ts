import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { around, FIELD } from './open.ts'

/** How somebody is insured, now or at another time. */
export interface CareEnrolment {
  readonly insurance: 'employee' | 'resident'
  readonly personClass: 'active' | 'retired' | 'resident-adult' | 'resident-minor' | 'resident-senior'
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly employer: string | null
}

interface CareRow {
  readonly personId: string
  readonly name: string
  readonly sealedIdNumber: Buffer
  readonly sex: 'male' | 'female'
  readonly birth: PlainDate
  /** known from a stay that ended so */
  readonly diedOn: PlainDate | null
  readonly enrolments: readonly CareEnrolment[]
}

/** A person as an institution that treats them is told: who they are and how they are insured. */
export interface PersonInCare extends Omit<CareRow, 'sealedIdNumber'> {
  /** the whole ID number, deciphered when asked for */
  idNumber(): string
}

const inCare = statement<CareRow>(
  'insured.persons-in-care',
  `select p.person_id as "personId", p.name, p.id_number_enc as "sealedIdNumber", p.sex, p.birth,
     p.died_on as "diedOn",
     coalesce((select json_agg(json_build_object('insurance', e.insurance, 'personClass', e.person_class,
         'from', e.valid_from, 'to', e.valid_to, 'employer', m.name) order by e.valid_from desc)
       from insured.enrolment e
       left join insured.employer m on m.region_code = $1 and m.employer_id = e.employer_id
       where e.region_code = $1 and e.person_id = p.person_id), '[]') as enrolments
   from insured.person p where p.region_code = $1 and p.person_id = any($2::uuid[])`,
)

const death = statement(
  'insured.note-death',
  `update insured.person set died_on = $3, version = version + 1 where region_code = $1 and person_id = $2`,
)

/** Notes the day a person died, or that they did not. */
export async function noteDeath(
  db: Db,
  regionCode: string,
  personId: string,
  diedOn: PlainDate | null,
): Promise<void> {
  await db.run(death, [regionCode, personId, diedOn])
}

/** People of a place for the institutions that treat them. Whoever is not there is unknown in the place. One statement. */
export async function personsInCare(
  db: Db,
  regionCode: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonInCare>> {
  const rows = await db.many(inCare, [regionCode, personIds])
  return new Map(rows.map((row) => [row.personId, person(row)]))
}

function person({ sealedIdNumber, ...row }: CareRow): PersonInCare {
  let known: string | undefined
  return {
    ...row,
    idNumber: () => (known ??= around().cipher.decrypt(sealedIdNumber, FIELD.idNumber)),
  }
}
