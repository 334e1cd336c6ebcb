import { dayInChina } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import type { Role } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Caller, PersonCaller, Position, StaffCaller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import type { Language } from '../../platform/problem.ts'
import { actorOf, type Actor } from '../audit/index.ts'
import { mayActFor } from '../insured/index.ts'
import { officesAbove } from '../organisations/index.ts'
import type { CaseRow } from './case-row.ts'
import { CaseNotFound } from './cases.problems.ts'

/** Who asks, when, and in which language they read. */
export interface Requester {
  readonly caller: PersonCaller | StaffCaller
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
  readonly language: Language
}

/** What somebody is to a case: which side they stand on and in which roles they may act. */
export interface Standing {
  readonly viewer: 'applicant' | 'staff'
  /** staff of the office of the case, or of one above it */
  readonly near: boolean
  readonly as: readonly Role[]
}

export function requester(caller: Caller, at: Date, language: Language): Requester {
  if (caller.kind === 'anonymous') throw NotAllowed()
  return { caller, actor: actorOf(caller), at, today: dayInChina(at), language }
}

/**
 * What the requester is to a case: the person or a helper with a mandate; staff of its office or one above; a clerk
 * anywhere in the region, who serves the person as the nearest window would (全市通办) and so may act only for the
 * person. Everybody else gets the same answer as for a case that does not exist.
 */
export async function standing(
  db: Db,
  { caller, today }: Requester,
  row: CaseRow | undefined,
): Promise<Standing> {
  if (!row) throw CaseNotFound()
  if (caller.kind === 'person') {
    const own = caller.personId === row.personId
    if (own || (await mayActFor(db, row.regionCode, caller.personId, row.personId, today)))
      return { viewer: 'applicant', near: false, as: ['person'] }
    throw CaseNotFound()
  }
  if (isPrivate(row)) throw CaseNotFound()
  const above = new Set(await officesAbove(db, row.officeId))
  const near = caller.roles.filter((held) => above.has(held.officeId))
  if (near.length > 0) return { viewer: 'staff', near: true, as: rolesOf(near) }
  if (caller.roles.some(({ role, regionCode }) => role === 'clerk' && regionCode === row.regionCode))
    return { viewer: 'staff', near: false, as: ['person'] }
  throw CaseNotFound()
}

/** What a person is still typing at home is nobody's business yet. */
export function isPrivate({ state, channel }: Pick<CaseRow, 'state' | 'channel'>): boolean {
  return state === 'draft' && ONLINE.has(channel)
}

/** Who is told of a case: the person, and the helper who applied for them for as long as their mandate holds. */
export async function readersOf(
  db: Db,
  { regionCode, personId, agentId }: Pick<CaseRow, 'regionCode' | 'personId' | 'agentId'>,
  today: PlainDate,
): Promise<string[]> {
  const helper = agentId !== null && (await mayActFor(db, regionCode, agentId, personId, today))
  return helper ? [personId, agentId] : [personId]
}

/** Channels in which the person types without staff. */
const ONLINE: ReadonlySet<string> = new Set(['web', 'phone', 'kiosk'])

/** The office at which a clerk stands, for a case of this region; undefined for everybody else. */
export function windowOf({ caller }: Requester, regionCode: string): string | undefined {
  if (caller.kind !== 'staff') return undefined
  return caller.roles.find((held) => held.role === 'clerk' && held.regionCode === regionCode)?.officeId
}

const PROCESS_ROLES: ReadonlySet<string> = new Set(['clerk', 'reviewer', 'approver', 'finance', 'supervisor'])
function rolesOf(held: readonly Position[]): Role[] {
  return held.flatMap(({ role }) => (PROCESS_ROLES.has(role) ? [role as Role] : []))
}
