import type { StaffRole } from '@yichuang/contracts'
import { parseResidentId, plainDate } from '@yichuang/kernel'
import { inTransaction, type Db } from '../src/platform/db.ts'
import type { PersonCaller, StaffCaller } from '../src/platform/http/caller.ts'
import type { TestDatabase } from '../src/platform/test-database.ts'
import { newId } from '../src/platform/uuid.ts'
import { insertEnrolment, registerPerson } from '../src/modules/insured/index.ts'
import type { Office } from '../src/modules/organisations/index.ts'

/** Somebody who works at an office in these roles, signed in. */
export async function memberOfStaff(
  { sql }: Pick<TestDatabase, 'sql'>,
  name: string,
  { id: officeId, regionCode }: Office,
  ...roles: StaffRole[]
): Promise<StaffCaller> {
  const userId = newId()
  await sql(`insert into organisations.staff values ($1, $2, $3, true, 0, $4)`, [
    userId,
    userId,
    name,
    new Date('2020-01-01T00:00:00Z'),
  ])
  for (const role of roles)
    await sql(`insert into organisations.staff_role values ($1, $2, $3, $4)`, [
      userId,
      officeId,
      regionCode,
      role,
    ])
  const held = roles.map((role) => ({ role, officeId, regionCode }))
  return { kind: 'staff', userId, name, sessionId: newId(), roles: held }
}

export type InsuredAs = [
  insurance?: 'employee' | 'resident',
  personClass?: 'active' | 'retired' | 'resident-adult',
]

/** Somebody insured in the region of `db` since 2019, signed in. `number` tells people of a town apart. */
export async function insuredPerson(
  db: Db,
  name: string,
  number: number,
  ...[insurance = 'employee', personClass = 'active']: InsuredAs
): Promise<PersonCaller> {
  const regionCode = db.regionCode!
  const idNumber = residentId(`${regionCode.slice(0, 4)}0219700101${String(number).padStart(3, '0')}`)
  const personId = await inTransaction(db, async (db) => {
    const id = await registerPerson(db, { regionCode, name, idNumber }, plainDate('2020-01-01'))
    await insertEnrolment(db, regionCode, id, { insurance, personClass, from: plainDate('2019-01-01') })
    return id
  })
  return { kind: 'person', personId, name, sessionId: newId(), regionCodes: [regionCode] }
}

function residentId(first17: string): string {
  for (const last of '0123456789X')
    if (parseResidentId(first17 + last, { notAfter: plainDate('2020-01-01') }).ok) return first17 + last
  throw new Error(`${first17} cannot be completed`)
}
