import type { StaffRole } from '@yichuang/contracts'
import { inTransaction, type Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { actorOf, record } from '../audit/index.ts'
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
): Promise<string> {
  const row = await ownerOf(db, regionCode, subject)
  if (!row || !(await mayRead(db, caller, regionCode, row, today))) throw SubjectUnknown()
  return row.personId
}
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Whose a decision is, and the office of its case; a settlement has none. */
export interface OwnedBy {
  readonly personId: string
  readonly officeId?: string
}

async function ownerOf(db: Db, regionCode: string, { kind, id }: Subject): Promise<OwnedBy | undefined> {
  if (kind === 'case') return UUID.test(id) ? readCase(db, { regionCode, caseId: id }) : undefined
  const settled = await findSettlement(db, regionCode, id)
  return settled && { personId: settled.personId }
}

/** As cases and settlements are read: a case at its office and above and by clerks of the city, a settlement in the city. */
export async function mayRead(
  db: Db,
  caller: Caller,
  regionCode: string,
  { personId, officeId }: OwnedBy,
  today: PlainDate,
): Promise<boolean> {
  if (caller.kind === 'person')
    return caller.personId === personId || mayActFor(db, regionCode, caller.personId, personId, today)
  if (caller.kind !== 'staff') return false
  const here = caller.roles.filter((held) => held.regionCode === regionCode)
  if (here.some(({ role }) => role === 'clerk')) return true
  return officeId === undefined
    ? here.some(({ role }) => READERS.includes(role))
    : mayActAt(db, caller, READERS, officeId)
}

/** What staff read of a person's decisions stands in that person's trail. */
export async function noteReading(
  db: Db,
  { caller, at }: { readonly caller: Caller; readonly at: Date },
  regionCode: string,
  personId: string,
  subject: Subject,
): Promise<void> {
  if (caller.kind !== 'staff') return
  const [stream, actor] = [`person:${personId}` as const, actorOf(caller)]
  const detail = { [subject.kind]: subject.id }
  await inTransaction(db, (db) =>
    record(db, { regionCode, stream, actor, act: 'decisions-read', at, personId, detail }),
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
