import type { PlainDate } from '@yichuang/kernel'
import type { EnrolledTime } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export interface Enrolment {
  readonly insurance: 'employee' | 'resident'
  readonly personClass: 'active' | 'retired' | 'resident-adult' | 'resident-minor' | 'resident-senior'
  readonly from: PlainDate
}

// Who is in both is served by the employees' insurance.
const onDay = statement<Enrolment>(
  'insured.enrolment-on-day',
  `select insurance, person_class as "personClass", valid_from as "from" from insured.enrolment
   where region_code = $1 and person_id = $2 and valid_from <= $3 and (valid_to is null or valid_to >= $3)
   order by (insurance = 'employee') desc, valid_from desc limit 1`,
)
const last = statement<Enrolment>(
  'insured.last-enrolment',
  `select insurance, person_class as "personClass", valid_from as "from" from insured.enrolment
   where region_code = $1 and person_id = $2 and valid_from <= $3
   order by (valid_to is null or valid_to >= $3) desc, (insurance = 'employee') desc, valid_from desc limit 1`,
)
const history = statement<EnrolledTime>(
  'insured.enrolment-history',
  `select insurance, valid_from as "from", valid_to as "to" from insured.enrolment
   where region_code = $1 and person_id = $2 order by valid_from`,
)
// GB 32100: 1 = registered with 机构编制; 11 an organ of the state, 12 a public institution (事业单位).
const institution = statement<{ readonly found: boolean }>(
  'insured.works-for-public-institution',
  `select exists (select 1 from insured.enrolment e
     join insured.employer w on w.region_code = e.region_code and w.employer_id = e.employer_id
     where e.region_code = $1 and e.person_id = $2 and e.valid_from <= $3 and (e.valid_to is null or e.valid_to >= $3)
       and (w.credit_code like '11%' or w.credit_code like '12%')) as found`,
)
const add = statement(
  'insured.add-enrolment',
  `insert into insured.enrolment (region_code, person_id, insurance, valid_from, valid_to, person_class, employer_id)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)
const addEmployer = statement(
  'insured.add-employer',
  `insert into insured.employer (region_code, employer_id, credit_code, name) values ($1, $2, $3, $4)`,
)

/** How a person is insured in a place on a day; undefined when not at all. */
export function enrolmentOn(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
): Promise<Enrolment | undefined> {
  return db.maybe(onDay, [regionCode, personId, day])
}

/** Every time for which a person was insured in a place, the earliest first. */
export function enrolmentHistory(db: Db, regionCode: string, personId: string): Promise<EnrolledTime[]> {
  return db.many(history, [regionCode, personId])
}

/** The same, and where the insurance has ended by then, how it was last. */
export function lastEnrolment(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
): Promise<Enrolment | undefined> {
  return db.maybe(last, [regionCode, personId, day])
}

/** Whether a person is insured by an organ of the state or a public institution (机关事业单位) on a day. */
export async function worksForPublicInstitution(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
): Promise<boolean> {
  return (await db.one(institution, [regionCode, personId, day])).found
}

export async function insertEnrolment(
  db: Db,
  regionCode: string,
  personId: string,
  enrolment: Enrolment & { readonly to?: PlainDate; readonly employerId?: string },
): Promise<void> {
  const { insurance, from, to, personClass, employerId } = enrolment
  await db.run(add, [regionCode, personId, insurance, from, to ?? null, personClass, employerId ?? null])
}

export async function insertEmployer(
  db: Db,
  employer: {
    readonly regionCode: string
    readonly employerId: string
    readonly creditCode: string
    readonly name: string
  },
): Promise<void> {
  await db.run(addEmployer, [employer.regionCode, employer.employerId, employer.creditCode, employer.name])
}
