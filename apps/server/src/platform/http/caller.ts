import { outsideRoles, type Access, type StaffRole } from '@yichuang/contracts'
import type { FastifyRequest } from 'fastify'

/** Nobody has signed in. */
export interface AnonymousCaller {
  readonly kind: 'anonymous'
}

/** A signed-in insured person or the helper who signed in as themselves. */
export interface PersonCaller {
  readonly kind: 'person'
  readonly personId: string
  readonly name: string
  readonly sessionId: string
  /** cities where the person is insured */
  readonly regionCodes: readonly string[]
  /** what unsafe calls must send as `x-csrf-token`; undefined when the call carries no cookie */
  readonly csrfToken?: string
}

/** A role held at an office. */
export interface Position {
  readonly role: StaffRole
  readonly officeId: string
  readonly regionCode: string
}

export interface StaffCaller {
  readonly kind: 'staff'
  readonly userId: string
  readonly name: string
  readonly sessionId: string
  readonly roles: readonly Position[]
  readonly csrfToken?: string
}

export type Caller = AnonymousCaller | PersonCaller | StaffCaller

export const anonymous: AnonymousCaller = { kind: 'anonymous' }

/** Finds out who calls, from the session cookie; supplied by the identity module. Never throws for a bad cookie. */
export type Identify = (request: FastifyRequest) => Promise<Caller>

/** Whether somebody may call what is declared for `access`. Which rows they may see is the service's question. */
export function mayCall(caller: Caller, access: readonly Access[]): boolean {
  if (access.includes('public')) return true
  if (caller.kind === 'person') return access.includes('person')
  if (caller.kind === 'anonymous') return false
  if (access.includes('staff') && caller.roles.some(({ role }) => !outsideRoles.includes(role))) return true
  return caller.roles.some(({ role }) => access.includes(role))
}

/** One word for a caller, equal for equal callers: for rate limits and request ids, never shown. */
export function callerKey(caller: Caller): string {
  if (caller.kind === 'person') return `person:${caller.personId}`
  if (caller.kind === 'staff') return `staff:${caller.userId}`
  return 'anonymous'
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
  interface FastifyContextConfig {
    /** who may call the route; a route without it is refused at start */
    access?: readonly Access[]
  }
}
