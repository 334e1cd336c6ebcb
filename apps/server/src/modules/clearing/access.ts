import type { StaffRole } from '@yichuang/contracts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'

/** Whether somebody holds one of the roles anywhere in the city. */
export const holds = (caller: Caller, regionCode: string, roles: readonly StaffRole[]): boolean =>
  caller.kind === 'staff' &&
  caller.roles.some((at) => at.regionCode === regionCode && roles.includes(at.role))

/** Clearing is the city's: whoever holds one of the roles anywhere in it. Throws `not-allowed`. */
export function mustHold(caller: Caller, regionCode: string, roles: readonly StaffRole[]): void {
  if (!holds(caller, regionCode, roles)) throw NotAllowed()
}
