import type { StaffRole } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { readCase } from '../cases/index.ts'
import { mayActFor } from '../insured/index.ts'
import { mayActAt, officesBelow } from '../organisations/index.ts'
import { findSettlement } from '../settlement/index.ts'
import { CursorUnreadable } from '../cases/index.ts'
import { SubjectUnknown } from './corrections.problems.ts'
import type { Opened } from './propose.service.ts'
import type { Subject } from './subject.ts'
import type { PlainDate } from '@yichuang/kernel'

export const READERS: readonly StaffRole[] = ['reviewer', 'approver', 'finance', 'supervisor', 'auditor']
export const PROPOSERS: readonly StaffRole[] = ['reviewer', 'finance', 'supervisor']
export const DECIDERS: readonly StaffRole[] = ['approver', 'finance', 'supervisor']

/** The office a correction belongs to: that of its case, or where the caller works for a settlement, which has none. */
export async function officeFor(
  db: Db,
  caller: Caller,
  { row, of }: Opened,
  roles: readonly StaffRole[],
): Promise<string> {
  if (row) {
    if (!(await mayActAt(db, caller, roles, row.officeId))) throw SubjectUnknown()
    return row.officeId
  }
  const held =
    caller.kind === 'staff'
      ? caller.roles.find(({ role, regionCode }) => regionCode === of.regionCode && roles.includes(role))
      : undefined
  if (!held) throw SubjectUnknown()
  return held.officeId
}

/** Whose decision it is, for somebody who may read it: the person and who acts for them, or staff of the place. */
export async function mustRead(
  db: Db,
  caller: Caller,
  regionCode: string,
  subject: Subject,
  today: PlainDate,
): Promise<void> {
  const row =
    subject.kind === 'settlement'
      ? await findSettlement(db, regionCode, subject.id)
      : UUID.test(subject.id)
        ? await readCase(db, { regionCode, caseId: subject.id })
        : undefined
  if (!row || !(await mayRead(db, caller, regionCode, row.personId, today))) throw SubjectUnknown()
}
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export async function mayRead(
  db: Db,
  caller: Caller,
  regionCode: string,
  personId: string,
  today: PlainDate,
): Promise<boolean> {
  if (caller.kind === 'person')
    return caller.personId === personId || mayActFor(db, regionCode, caller.personId, personId, today)
  return (
    caller.kind === 'staff' &&
    caller.roles.some(
      ({ role, regionCode: at }) => at === regionCode && (role === 'clerk' || READERS.includes(role)),
    )
  )
}

/** An office and those below it, for a caller who holds one of the roles there or above. */
export async function officesUnder(
  db: Db,
  caller: Caller,
  officeId: string,
  roles: readonly StaffRole[],
): Promise<readonly string[]> {
  if (!(await mayActAt(db, caller, roles, officeId))) throw NotAllowed()
  return officesBelow(db, officeId)
}

/** Newest first by id, which begins with the instant it was made. */
export function beforeId(cursor: string | undefined): string {
  if (cursor === undefined) return 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  if (!UUID.test(cursor)) throw CursorUnreadable()
  return cursor
}
