import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { Enrolment } from './enrolment.queries.ts'
import type { NewPerson } from './person.queries.ts'

// Rows travel as one array per column. What is there just so is not written again, so that a file may be loaded twice.
const know = statement(
  'insured.know-id-numbers',
  `insert into insured.known_id_number (id_number_index, person_id, region_codes)
   select id_number_index, person_id, array[$1::text]
   from unnest($2::bytea[], $3::uuid[]) as sent (id_number_index, person_id) order by id_number_index
   on conflict (id_number_index) do update set region_codes = array_append(known_id_number.region_codes, $1::text)
   where $1::text <> all (known_id_number.region_codes)`,
)
const persons = statement(
  'insured.put-persons',
  `insert into insured.person (region_code, person_id, name, id_number_enc, id_number_index, id_number_masked,
     phone_enc, phone_index, phone_masked, sex, birth, version)
   select $1, known.person_id, sent.name, sent.id_number_enc, id_number_index, sent.id_number_masked,
     sent.phone_enc, sent.phone_index, sent.phone_masked, sent.sex, sent.birth, 0
   from unnest($2::bytea[], $3::text[], $4::bytea[], $5::text[], $6::bytea[], $7::bytea[], $8::text[], $9::text[],
               $10::date[])
     as sent (id_number_index, name, id_number_enc, id_number_masked, phone_enc, phone_index, phone_masked, sex, birth)
   join insured.known_id_number known using (id_number_index) order by id_number_index
   on conflict on constraint person_id_number_once do update
   set name = excluded.name, version = person.version + 1,
       phone_enc = coalesce(excluded.phone_enc, person.phone_enc),
       phone_index = coalesce(excluded.phone_index, person.phone_index),
       phone_masked = coalesce(excluded.phone_masked, person.phone_masked)
   where person.name <> excluded.name or person.phone_index is distinct from coalesce(excluded.phone_index, person.phone_index)`,
)
const employers = statement(
  'insured.put-employers',
  `insert into insured.employer (region_code, employer_id, credit_code, name)
   select $1, employer_id, credit_code, name
   from unnest($2::uuid[], $3::text[], $4::text[]) as sent (employer_id, credit_code, name) order by credit_code
   on conflict on constraint employer_credit_code_once do update set name = excluded.name
   where employer.name <> excluded.name`,
)
const enrolments = statement(
  'insured.put-enrolments',
  `insert into insured.enrolment (region_code, person_id, insurance, valid_from, valid_to, person_class, employer_id)
   select $1, known.person_id, sent.insurance, sent.valid_from, sent.valid_to, sent.person_class, employer.employer_id
   from unnest($2::bytea[], $3::text[], $4::date[], $5::date[], $6::text[], $7::text[])
     as sent (id_number_index, insurance, valid_from, valid_to, person_class, credit_code)
   join insured.known_id_number known using (id_number_index)
   left join insured.employer on employer.region_code = $1 and employer.credit_code = sent.credit_code
   order by known.person_id, sent.insurance, sent.valid_from
   on conflict on constraint enrolment_key do update
   set valid_to = excluded.valid_to, person_class = excluded.person_class, employer_id = excluded.employer_id
   where (enrolment.valid_to, enrolment.person_class, enrolment.employer_id)
     is distinct from (excluded.valid_to, excluded.person_class, excluded.employer_id)`,
)

/** Gives each ID number one person for all places, the given one unless it has one already. */
export function knowPersons(
  db: Db,
  regionCode: string,
  rows: readonly { readonly index: Buffer; readonly personId: string }[],
): Promise<number> {
  return db.run(know, [regionCode, rows.map(({ index }) => index), rows.map(({ personId }) => personId)])
}

/** Adds people of known ID numbers, or gives them the name and phone of the row; how many rows were written. */
export function putPersons(
  db: Db,
  regionCode: string,
  rows: readonly Omit<NewPerson, 'regionCode' | 'personId'>[],
): Promise<number> {
  return db.run(persons, [
    regionCode,
    rows.map(({ idNumber }) => idNumber.index),
    rows.map(({ name }) => name),
    rows.map(({ idNumber }) => idNumber.sealed),
    rows.map(({ idNumber }) => idNumber.masked),
    rows.map(({ phone }) => phone?.sealed ?? null),
    rows.map(({ phone }) => phone?.index ?? null),
    rows.map(({ phone }) => phone?.masked ?? null),
    rows.map(({ sex }) => sex),
    rows.map(({ birth }) => birth),
  ])
}

/** Adds employers, or gives them the name of the row; how many rows were written. */
export function putEmployers(
  db: Db,
  regionCode: string,
  rows: readonly { readonly employerId: string; readonly creditCode: string; readonly name: string }[],
): Promise<number> {
  const ids = rows.map(({ employerId }) => employerId)
  return db.run(employers, [
    regionCode,
    ids,
    rows.map(({ creditCode }) => creditCode),
    rows.map(({ name }) => name),
  ])
}

/** Adds enrolments of known people, or changes those of the same first day; how many rows were written. */
export function putEnrolments(
  db: Db,
  regionCode: string,
  rows: readonly (Enrolment & {
    readonly idNumber: { readonly index: Buffer }
    readonly to?: string | undefined
    readonly employer?: { readonly creditCode: string } | undefined
  })[],
): Promise<number> {
  return db.run(enrolments, [
    regionCode,
    rows.map(({ idNumber }) => idNumber.index),
    rows.map(({ insurance }) => insurance),
    rows.map(({ from }) => from),
    rows.map(({ to }) => to ?? null),
    rows.map(({ personClass }) => personClass),
    rows.map(({ employer }) => employer?.creditCode ?? null),
  ])
}
