import type { Person } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

type Enrolment = Omit<Person['enrolments'][number], 'placeName'>
/** A person as stored in one place; names of places and groups are added by whoever shows it. */
type Group = Omit<Person['groups'][number], 'title'>
export type PersonRow = Omit<Person, 'enrolments' | 'groups'> & { enrolments: Enrolment[]; groups: Group[] }

const person = `p.person_id as "personId", p.name, p.id_number_masked as "idNumberMasked",
  p.phone_masked as "phoneMasked", p.sex, p.birth,
  coalesce((select jsonb_agg(jsonb_build_object('regionCode', e.region_code, 'insurance', e.insurance,
              'personClass', e.person_class, 'employerName', m.name, 'from', e.valid_from, 'to', e.valid_to)
              order by e.valid_from desc)
            from insured.enrolment e
            left join insured.employer m on m.region_code = e.region_code and m.employer_id = e.employer_id
            where e.region_code = p.region_code and e.person_id = p.person_id), '[]') as enrolments,
  coalesce((select jsonb_agg(jsonb_build_object('regionCode', g.region_code, 'group', g.group_id,
              'from', g.valid_from, 'to', g.valid_to, 'source', g.source) order by g.valid_from desc, g.group_id)
            from insured.person_group g
            where g.region_code = p.region_code and g.person_id = p.person_id), '[]') as groups`

const byId = statement<PersonRow>(
  'insured.person-by-id',
  `select ${person} from insured.person p where p.region_code = $1 and p.person_id = $2`,
)
const byIdNumber = statement<PersonRow>(
  'insured.person-by-id-number',
  `select ${person} from insured.person p where p.region_code = $1 and p.id_number_index = $2`,
)
const byName = statement<PersonRow>(
  'insured.person-by-name',
  `select ${person} from insured.person p
   where p.region_code = $1 and p.name like $2 || '%' escape '\\' order by p.name, p.person_id limit 20`,
)
const idsOf = statement<{ index: Buffer; personId: string }>(
  'insured.person-ids',
  `select id_number_index as index, person_id as "personId" from insured.person
   where region_code = $1 and id_number_index = any ($2::bytea[])`,
)
const sealed = statement<{ idNumber: Buffer; phone: Buffer | null }>(
  'insured.person-sealed',
  `select id_number_enc as "idNumber", phone_enc as phone from insured.person where region_code = $1 and person_id = $2`,
)
const knownByIndex = statement<Known>(
  'insured.known-by-id-number',
  `select person_id as "personId", region_codes as "regionCodes" from insured.known_id_number
   where id_number_index = $1`,
)
const knownByPerson = statement<Known>(
  'insured.known-by-person',
  `select person_id as "personId", region_codes as "regionCodes" from insured.known_id_number where person_id = $1`,
)
const know = statement<{ personId: string }>(
  'insured.know-id-number',
  `insert into insured.known_id_number (id_number_index, person_id, region_codes) values ($1, $2, array[$3::text])
   on conflict (id_number_index) do update
   set region_codes = array_append(array_remove(known_id_number.region_codes, $3::text), $3::text)
   returning person_id as "personId"`,
)
const add = statement(
  'insured.add-person',
  `insert into insured.person (region_code, person_id, name, id_number_enc, id_number_index, id_number_masked,
     phone_enc, phone_index, phone_masked, sex, birth, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0)`,
)

/** One person has one id in every place. */
export interface Known {
  readonly personId: string
  readonly regionCodes: string[]
}

export interface NewPerson {
  readonly regionCode: string
  readonly personId: string
  readonly name: string
  readonly idNumber: { readonly sealed: Buffer; readonly index: Buffer; readonly masked: string }
  readonly phone: { readonly sealed: Buffer; readonly index: Buffer; readonly masked: string } | undefined
  readonly sex: 'male' | 'female'
  readonly birth: string
}

export function selectPerson(db: Db, regionCode: string, personId: string) {
  return db.maybe(byId, [regionCode, personId])
}

export function selectPersonByIdNumber(db: Db, regionCode: string, index: Buffer) {
  return db.maybe(byIdNumber, [regionCode, index])
}

/** People whose name begins so; at most twenty. */
export function selectPersonsByName(db: Db, regionCode: string, beginning: string) {
  return db.many(byName, [regionCode, beginning.replace(/[\\%_]/g, '\\$&')])
}

export function selectSealed(db: Db, regionCode: string, personId: string) {
  return db.maybe(sealed, [regionCode, personId])
}

export function selectKnown(db: Db, index: Buffer) {
  return db.maybe(knownByIndex, [index])
}

export function selectKnownById(db: Db, personId: string) {
  return db.maybe(knownByPerson, [personId])
}

/** Gives the person's one id: the new one, or the one another place has given already. */
export async function claimPersonId(db: Db, index: Buffer, personId: string, regionCode: string) {
  return (await db.one(know, [index, personId, regionCode])).personId
}

export async function insertPerson(
  db: Db,
  { regionCode, personId, name, idNumber, phone, sex, birth }: NewPerson,
) {
  await db.run(add, [
    regionCode,
    personId,
    name,
    idNumber.sealed,
    idNumber.index,
    idNumber.masked,
    phone?.sealed ?? null,
    phone?.index ?? null,
    phone?.masked ?? null,
    sex,
    birth,
  ])
}

/** The ids of the people of a place behind indexes of ID numbers. */
export function selectPersonIds(db: Db, regionCode: string, indexes: readonly Buffer[]) {
  return db.many(idsOf, [regionCode, indexes])
}
