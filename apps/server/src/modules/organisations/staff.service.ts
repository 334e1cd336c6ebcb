import type { StaffRole } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record } from '../audit/index.ts'
import { getOffice, officesAbove, officesBelow } from './office-book.ts'
import { manages, type Administrator } from './office.service.ts'
import { OutOfScope } from './office.problems.ts'
import { NobodyOnDuty, OwnAdministratorRole, StaffNotFound } from './staff.problems.ts'
import {
  insertStaff,
  selectDutyOwner,
  selectStaff,
  selectStaffAt,
  selectStaffByLogin,
  selectStaffList,
  updateStaff,
  type StaffMember,
} from './staff.queries.ts'

/** A member of staff by id; throws `StaffNotFound`. */
export async function getStaff(db: Db, userId: string): Promise<StaffMember> {
  const member = await selectStaff(db, userId)
  if (!member) throw StaffNotFound()
  return member
}

/** The member of staff with a login at the identity provider, if there is one. */
export function findStaffByLogin(db: Db, login: string): Promise<StaffMember | undefined> {
  return selectStaffByLogin(db, login)
}

/**
 * Staff at the offices somebody manages or supervises. Who has no role anywhere yet is listed too, so that a new account
 * can be given one.
 */
export async function listStaff(
  db: Db,
  scope: readonly string[],
  filter: { readonly officeId?: string; readonly q?: string },
): Promise<StaffMember[]> {
  const seen = new Set((await Promise.all(scope.map((id) => officesBelow(db, id)))).flat())
  const members = await selectStaffList(db, filter.q)
  return members.filter(({ roles }) =>
    filter.officeId === undefined
      ? roles.length === 0 || roles.some(({ officeId }) => seen.has(officeId))
      : seen.has(filter.officeId) && roles.some(({ officeId }) => officeId === filter.officeId),
  )
}

/** Adds a member of staff without a role. Inside a transaction. */
export async function createStaff(
  db: Db,
  input: { readonly login: string; readonly name: string },
  by: Administrator,
): Promise<StaffMember> {
  const userId = newId()
  await insertStaff(db, userId, input.login, input.name, by.at)
  await recordStaff(db, userId, by, 'staff-created', { login: input.login, name: input.name })
  return getStaff(db, userId)
}

/**
 * Changes name, switch and roles. An administrator gives and takes roles only at their own offices and those below, and
 * never takes their own last administrator role. Inside a transaction, in which the caller also ends the sessions.
 */
export async function changeStaff(
  db: Db,
  userId: string,
  to: {
    readonly name: string
    readonly active: boolean
    readonly roles: readonly { readonly role: StaffRole; readonly officeId: string }[]
    readonly version: number
  },
  by: Administrator,
): Promise<StaffMember> {
  const before = await getStaff(db, userId)
  const given = [...new Map(to.roles.map((role) => [keyOf(role), role])).values()]
  const offices = await Promise.all(given.map(({ officeId }) => getOffice(db, officeId)))
  const roles = given.map((role, i) => ({ ...role, regionCode: offices[i]!.regionCode }))
  const losesPower = !to.active || !roles.some(({ role }) => role === 'administrator')
  if (userId === by.actor.id && losesPower) throw OwnAdministratorRole()
  const touched =
    to.active === before.active && to.name === before.name
      ? changed(before.roles, roles)
      : [...before.roles, ...roles]
  for (const { officeId } of touched) if (!(await manages(db, by, officeId))) throw OutOfScope()
  await updateStaff(db, { userId, name: to.name, active: to.active, version: to.version, roles }, by.at)
  const detail = {
    name: { from: before.name, to: to.name },
    active: { from: before.active, to: to.active },
    roles: { from: before.roles.map(keyOf), to: roles.map(keyOf) },
  }
  await recordStaff(db, userId, by, 'staff-changed', detail)
  return getStaff(db, userId)
}

/** Active staff at an office and those above it, with the roles they hold there: a case of the office is within their reach. */
export async function listColleagues(db: Db, officeId: string) {
  return selectStaffAt(db, await officesAbove(db, officeId))
}

/** Who owns what comes in online at an office: the person on duty there, else at the nearest office above. */
export async function dutyOwner(db: Db, officeId: string): Promise<{ userId: string; name: string }> {
  for (const id of await officesAbove(db, officeId)) {
    const owner = await selectDutyOwner(db, id)
    if (owner) return owner
  }
  const office = await getOffice(db, officeId)
  throw NobodyOnDuty({ office: office.name, phone: office.phone })
}

interface Held {
  readonly role: StaffRole
  readonly officeId: string
}

function keyOf({ role, officeId }: Held): string {
  return `${role} ${officeId}`
}

function changed(before: readonly Held[], after: readonly Held[]): Held[] {
  const [had, has] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  return [...before.filter((role) => !has.has(keyOf(role))), ...after.filter((role) => !had.has(keyOf(role)))]
}

export async function recordStaff(
  db: Db,
  userId: string,
  by: Administrator,
  act: string,
  detail: Record<string, unknown>,
) {
  const office = await getOffice(db, by.offices[0]!)
  const { regionCode } = office
  await record(db, { regionCode, stream: `staff:${userId}`, actor: by.actor, at: by.at, act, detail })
}
