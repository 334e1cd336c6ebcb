import type { StaffRole } from '@yichuang/contracts'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { actorOf } from '../audit/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { actingInstitution } from '../organisations/index.ts'
import { selectApplication } from './application.queries.ts'
import { ChronicUnknown } from './chronic.problems.ts'
import { mayJudge } from './panel.service.ts'

export type ChronicDeps = Pick<Deps, 'database' | 'clock' | 'once' | 'files' | 'config'> & {
  readonly packs: Packs
}

export const AGENCY: readonly StaffRole[] = ['clerk', 'reviewer', 'supervisor', 'auditor']

export function holds(caller: Caller, regionCode: string, roles: readonly StaffRole[]): boolean {
  return (
    caller.kind === 'staff' &&
    caller.roles.some((held) => held.regionCode === regionCode && roles.includes(held.role))
  )
}

/** Who may do what with which application. */
export function accessTo({ database, clock }: ChronicDeps) {
  /** The hospital or expert somebody acts as. */
  const acting = async (caller: Caller) => {
    const { institution, caller: staff } = await actingInstitution(database.db, caller)
    return {
      institution,
      db: database.forRegion(institution.regionCode),
      actor: actorOf(caller),
      at: clock.now(),
      today: clock.today(),
      expert: { userId: staff.userId, name: staff.name, hospitalCode: institution.hospitalCode },
    }
  }
  /** The hospital whose applications somebody may see; undefined: those of the whole city. */
  const scopeOf = async (caller: Caller, regionCode: string) => {
    if (holds(caller, regionCode, AGENCY)) return undefined
    if (!holds(caller, regionCode, ['hospital'])) throw NotAllowed()
    const { institution } = await acting(caller)
    if (institution.regionCode !== regionCode) throw NotAllowed()
    return institution.hospitalCode
  }
  /** An application somebody may see; others do not exist for them. Experts see what waits for their opinion. */
  const visible = async (caller: Caller, regionCode: string, applicationId: string) => {
    const db = database.forRegion(regionCode)
    const row = await selectApplication(db, regionCode, applicationId)
    if (!row) throw ChronicUnknown()
    if (caller.kind === 'person') {
      if (row.personId !== caller.personId) throw ChronicUnknown()
      return { db, row }
    }
    if (holds(caller, regionCode, ['expert']) && !holds(caller, regionCode, [...AGENCY, 'hospital'])) {
      const { expert } = await acting(caller)
      if (!(await mayJudge(db, regionCode, applicationId, expert))) throw ChronicUnknown()
      return { db, row }
    }
    const scope = await scopeOf(caller, regionCode)
    if (scope !== undefined && row.hospitalCode !== scope) throw ChronicUnknown()
    return { db, row }
  }
  return { acting, scopeOf, visible }
}
