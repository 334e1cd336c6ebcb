import type { StaffRole } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { officesAbove, officesBelow } from './office-book.ts'

/**
 * Whether a caller may act at an office in one of the roles (any role when none is named). A role held at an office
 * counts at the offices below it too, never at those above or beside it.
 */
export async function mayActAt(
  db: Db,
  caller: Caller,
  roles: readonly StaffRole[] | 'any',
  officeId: string,
): Promise<boolean> {
  if (caller.kind !== 'staff') return false
  const fitting = caller.roles.filter(({ role }) => roles === 'any' || roles.includes(role))
  if (fitting.some((held) => held.officeId === officeId)) return true
  if (fitting.length === 0) return false
  const above = new Set(await officesAbove(db, officeId))
  return fitting.some((held) => above.has(held.officeId))
}

/** Every office at which a caller may act in one of the roles, with those below. */
export async function officesOf(
  db: Db,
  caller: Caller,
  roles: readonly StaffRole[] | 'any',
): Promise<string[]> {
  if (caller.kind !== 'staff') return []
  const held = caller.roles.filter(({ role }) => roles === 'any' || roles.includes(role))
  const below = await Promise.all(
    [...new Set(held.map(({ officeId }) => officeId))].map((id) => officesBelow(db, id)),
  )
  return [...new Set(below.flat())]
}
