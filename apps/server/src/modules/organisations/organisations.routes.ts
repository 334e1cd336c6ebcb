import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { Once } from '../../platform/http/once.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import { lookUpHospitals } from './hospital.service.ts'
import { placeAtInstitution, placedAt } from './institution.service.ts'
import { forgetOffices } from './office-book.ts'
import { changeOffice, createOffice, listOffices, type Administrator } from './office.service.ts'
import { changeStaff, createStaff, listStaff } from './staff.service.ts'

export interface OrganisationsContext {
  readonly database: Database
  readonly clock: Clock
  readonly once: Once
  /** ends the sessions of somebody whose roles have changed; inside the transaction of the change */
  readonly onStaffChanged: (db: Db, userId: string) => Promise<void>
}

const LISTS_STAFF: ReadonlySet<string> = new Set(['administrator', 'supervisor', 'auditor'])

export function organisationsRoutes(app: FastifyInstance, context: OrganisationsContext): void {
  const { database, clock, once } = context

  const administrator = (caller: Caller): Administrator & { readonly regionCode: string } => {
    if (caller.kind !== 'staff') throw NotAllowed()
    const held = caller.roles.filter(({ role }) => role === 'administrator')
    if (!held[0]) throw NotAllowed()
    return {
      actor: actorOf(caller),
      at: clock.now(),
      offices: held.map(({ officeId }) => officeId),
      regionCode: held[0].regionCode,
    }
  }

  route(app, api.listOffices, async ({ query }) => ({
    items: await listOffices(database.db, query.regionCode),
  }))

  route(app, api.createOffice, async ({ body, caller, request }) => {
    const by = administrator(caller)
    const office = await once(database.forRegion(body.regionCode), request, (db) =>
      createOffice(db, body, by),
    )
    forgetOffices()
    return office
  })

  route(app, api.changeOffice, async ({ params, body, caller, request }) => {
    const by = administrator(caller)
    const office = await once(database.forRegion(body.regionCode), request, (db) =>
      changeOffice(db, params.officeId, body, by),
    )
    forgetOffices()
    return office
  })

  route(app, api.listStaff, async ({ query, caller }) => {
    const roles = caller.kind === 'staff' ? caller.roles : []
    const scope = roles.filter(({ role }) => LISTS_STAFF.has(role))
    return {
      items: await listStaff(
        database.db,
        scope.map(({ officeId }) => officeId),
        query,
      ),
    }
  })

  route(app, api.createStaff, async ({ body, caller, request }) => {
    const by = administrator(caller)
    return once(database.forRegion(by.regionCode), request, (db) => createStaff(db, body, by))
  })

  route(app, api.changeStaff, async ({ params, body, caller, request }) => {
    const by = administrator(caller)
    return once(database.forRegion(by.regionCode), request, async (db) => {
      const member = await changeStaff(db, params.userId, body, by)
      await context.onStaffChanged(db, params.userId)
      return member
    })
  })

  route(app, api.getStaffInstitution, async ({ params, caller }) => ({
    institution: (await placedAt(database.db, params.userId, administrator(caller))) ?? null,
  }))
  route(app, api.setStaffInstitution, async ({ params, body, caller, request }) => {
    const by = administrator(caller)
    return once(database.forRegion(by.regionCode), request, async (db) => {
      const institution = await placeAtInstitution(db, params.userId, body.hospitalCode, by)
      return { institution: institution ?? null }
    })
  })

  route(app, api.findHospitals, async ({ query }) => ({
    items: await lookUpHospitals(database.db, query.q, query.regionCode),
  }))
}
