import type { Person } from '@yichuang/contracts'
import {
  maskPhone,
  maskResidentId,
  parseResidentId,
  type PlainDate,
  type ResidentIdentity,
} from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { InvalidInput } from '../../platform/http/problems.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import { titleOf } from './group.service.ts'
import { PersonUnknown, PhoneUnknown } from './insured.problems.ts'
import { around, FIELD } from './open.ts'
import {
  claimPersonId,
  insertPerson,
  selectKnown,
  selectKnownById,
  selectPerson,
  selectPersonByIdNumber,
  selectPersonIds,
  selectPersonsByName,
  selectSealed,
  type Known,
  type NewPerson,
  type PersonRow,
} from './person.queries.ts'

/** A person of a place, masked; throws `PersonUnknown`. One statement. */
export async function getPerson(db: Db, regionCode: string, personId: string): Promise<Person> {
  const row = await selectPerson(db, regionCode, personId)
  if (!row) throw PersonUnknown()
  return shown(row)
}

/** The person who has an ID number (15 or 18 characters) in a place, if there is one; a faulty number is told. */
export async function findByIdNumber(
  db: Db,
  regionCode: string,
  idNumber: string,
  today: PlainDate,
): Promise<Person | undefined> {
  const row = await selectPersonByIdNumber(db, regionCode, indexOf(readIdNumber(idNumber, today)))
  return row && shown(row)
}

/** People of a place whose name begins with some characters; at most twenty. */
export async function findByName(db: Db, regionCode: string, beginning: string): Promise<Person[]> {
  return (await selectPersonsByName(db, regionCode, beginning)).map(shown)
}

/** The people of a place who have these ID numbers, by number; who is not insured there is left out. One statement. */
export async function personIdsOf(
  db: Db,
  regionCode: string,
  idNumbers: readonly string[],
  today: PlainDate,
): Promise<Map<string, string>> {
  const byIndex = new Map(
    idNumbers.map((idNumber) => [indexOf(readIdNumber(idNumber, today)).toString('hex'), idNumber]),
  )
  const indexes = [...byIndex.keys()].map((hex) => Buffer.from(hex, 'hex'))
  const rows = await selectPersonIds(db, regionCode, indexes)
  return new Map(rows.map(({ index, personId }) => [byIndex.get(index.toString('hex'))!, personId]))
}

/** Who has an ID number, and where they are insured; undefined when nobody here. A faulty number is nobody's. */
export async function findKnown(db: Db, idNumber: string, today: PlainDate): Promise<Known | undefined> {
  const read = parseResidentId(idNumber, { notAfter: today })
  return read.ok ? selectKnown(db, indexOf(read.value)) : undefined
}

/** The places where a person is insured. */
export async function personsRegions(db: Db, personId: string): Promise<string[]> {
  return (await selectKnownById(db, personId))?.regionCodes ?? []
}

/**
 * Records a person of a place; gives the person's id, which is the same in every place. Inside a transaction.
 * @param person.idNumber as on the card; a faulty one throws `InvalidInput`
 */
export async function registerPerson(
  db: Db,
  person: {
    readonly regionCode: string
    readonly name: string
    readonly idNumber: string
    readonly phone?: string
  },
  today: PlainDate,
): Promise<string> {
  const sealed = sealPerson(person, today)
  const personId = await claimPersonId(db, sealed.idNumber.index, newId(), person.regionCode)
  await insertPerson(db, { ...sealed, regionCode: person.regionCode, personId })
  return personId
}

/** A person as stored: ID number and phone encrypted, indexed and masked. A faulty ID number throws `InvalidInput`. */
export function sealPerson(
  person: { readonly name: string; readonly idNumber: string; readonly phone?: string | undefined },
  today: PlainDate,
): Omit<NewPerson, 'regionCode' | 'personId'> {
  const identity = readIdNumber(person.idNumber, today)
  const { cipher, blindIndex } = around()
  const { name, phone } = person
  return {
    name,
    idNumber: {
      sealed: cipher.encrypt(identity.id, FIELD.idNumber),
      index: indexOf(identity),
      masked: maskResidentId(identity.id),
    },
    phone:
      phone === undefined
        ? undefined
        : {
            sealed: cipher.encrypt(phone, FIELD.phone),
            index: blindIndex(phone, FIELD.phone),
            masked: maskPhone(phone),
          },
    sex: identity.sex,
    birth: identity.birth,
  }
}

/** Unmasks one field of a person and records who saw it and why. Inside a transaction. */
export async function revealField(
  db: Db,
  about: {
    readonly regionCode: string
    readonly personId: string
    readonly field: 'id-number' | 'phone'
    readonly reason: string
    readonly caseId?: string
  },
  actor: Actor,
  at: Date,
): Promise<string> {
  const { regionCode, personId, field, reason, caseId } = about
  const row = await selectSealed(db, regionCode, personId)
  if (!row) throw PersonUnknown()
  const sealed = field === 'phone' ? row.phone : row.idNumber
  if (!sealed) throw PhoneUnknown()
  const stream = `person:${personId}` as const
  await record(db, {
    regionCode,
    stream,
    actor,
    at,
    act: 'field-revealed',
    personId,
    caseId,
    detail: { field, reason },
  })
  return around().cipher.decrypt(sealed, field === 'phone' ? FIELD.phone : FIELD.idNumber)
}

/** The blind index of an ID number; a faulty one throws `InvalidInput`. */
export function indexOfIdNumber(idNumber: string, today: PlainDate): Buffer {
  return indexOf(readIdNumber(idNumber, today))
}

/** Reads an ID number as typed, or throws `InvalidInput` with the sentence that says what is wrong with it. */
export function readIdNumber(text: string, today: PlainDate, path = 'idNumber'): ResidentIdentity {
  const read = parseResidentId(text, { notAfter: today })
  if (read.ok) return read.value
  const { code, sentences } = read.fault
  throw InvalidInput({
    faults: [{ path, code: `resident-id-${code}`, message: { zh: sentences['zh-CN'], en: sentences.en } }],
  })
}

/** A stored person with the names of places. */
export function shown(row: PersonRow): Person {
  const places = around().places()
  const enrolments = row.enrolments.map((enrolment) => ({
    ...enrolment,
    placeName: places.get(enrolment.regionCode) ?? enrolment.regionCode,
  }))
  const groups = row.groups.map((group) => ({ ...group, title: titleOf(group.regionCode, group.group) }))
  return { ...row, enrolments, groups }
}

function indexOf(identity: ResidentIdentity): Buffer {
  return around().blindIndex(identity.id, FIELD.idNumber)
}
