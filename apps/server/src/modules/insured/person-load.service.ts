import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import type { Enrolment } from './enrolment.queries.ts'
import { knowPersons, putEmployers, putEnrolments, putPersons } from './person-load.queries.ts'
import { sealPerson } from './person.service.ts'

/** A person and one of their enrolments, as an agency's register holds them. */
export interface InsuredRow extends Enrolment {
  readonly name: string
  readonly idNumber: string
  readonly phone?: string | undefined
  readonly to?: PlainDate | undefined
  readonly employer?: { readonly creditCode: string; readonly name: string } | undefined
}

/** How many rows were added or changed; what was there just so is not counted. */
export interface PersonsWritten {
  readonly persons: number
  readonly employers: number
  readonly enrolments: number
}

/**
 * Stores many people with their enrolments in four statements, as `registerPerson` stores one: new ones are added, changed
 * ones follow the rows, and a phone the rows leave out stays. Codes must be checked. Inside a transaction.
 */
export async function loadPersons(
  db: Db,
  regionCode: string,
  rows: readonly InsuredRow[],
  today: PlainDate,
): Promise<PersonsWritten> {
  const sealed = rows.map((row) => ({ ...row, ...sealPerson(row, today) }))
  // Every lock is taken in the same order, so that two loads wait for each other and never for one another's lock.
  const persons = onePer(sealed, ({ idNumber }) => idNumber.index.toString('hex'))
  const employers = onePer(
    rows.flatMap(({ employer }) => (employer ? [{ ...employer, employerId: newId() }] : [])),
    ({ creditCode }) => creditCode,
  )
  await knowPersons(
    db,
    regionCode,
    persons.map(({ idNumber }) => ({ index: idNumber.index, personId: newId() })),
  )
  const [writtenPersons, writtenEmployers, enrolments] = await Promise.all([
    putPersons(db, regionCode, persons),
    putEmployers(db, regionCode, employers),
    putEnrolments(db, regionCode, sealed),
  ])
  return { persons: writtenPersons, employers: writtenEmployers, enrolments }
}

/** The last of each key, in the order of the keys. */
function onePer<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
