import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { actingInstitution } from '../organisations/index.ts'
import { listMappings } from './list.service.ts'
import { InstitutionNotNamed } from './mapping.problems.ts'

const AGENCY: ReadonlySet<StaffRole> = new Set(['supervisor', 'auditor', 'reviewer'])

/** What institutions have mapped: each sees its own, the agency those of its city. */
export function mappingRoutes(app: FastifyInstance, { database }: Pick<Deps, 'database'>): void {
  /** The institution whose mappings somebody may see. */
  const ofWhom = async (caller: Caller, regionCode: string, asked: string | undefined) => {
    if (holds(caller, regionCode, AGENCY)) return asked
    const { institution } = await actingInstitution(database.db, caller)
    if (
      institution.regionCode !== regionCode ||
      (asked ?? institution.hospitalCode) !== institution.hospitalCode
    )
      throw NotAllowed()
    return institution.hospitalCode
  }

  route(app, api.listMappings, async ({ query: { regionCode, hospitalCode, ...asked }, caller }) => {
    const of = await ofWhom(caller, regionCode, hospitalCode)
    if (of === undefined) throw InstitutionNotNamed()
    return listMappings(database.forRegion(regionCode), regionCode, of, asked)
  })
}

function holds(caller: Caller, regionCode: string, roles: ReadonlySet<StaffRole>): boolean {
  return (
    caller.kind === 'staff' && caller.roles.some((at) => at.regionCode === regionCode && roles.has(at.role))
  )
}
