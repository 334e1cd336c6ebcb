import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route } from '../../platform/http/route.ts'
import { asking } from '../cases/index.ts'
import { getOffice, mayActAt } from '../organisations/index.ts'
import { officesUnder } from './access.ts'
import type { CorrectionsDeps } from './corrections.routes.ts'
import { RecoveryNotFound } from './corrections.problems.ts'
import type { RecoveryRow } from './recovery.queries.ts'
import { bookEntry, foundRecovery, recoveryList, recoveryView } from './recovery.service.ts'

const READERS: readonly StaffRole[] = ['finance', 'supervisor', 'auditor']
const BOOKERS: readonly StaffRole[] = ['finance', 'supervisor']

/** The ledger of what people owe after corrections. */
export function recoveryRoutes(app: FastifyInstance, deps: CorrectionsDeps): void {
  const { database, once } = deps

  route(app, api.listRecoveries, async ({ caller, query: { officeId, state, cursor, limit } }) => {
    const { regionCode } = await getOffice(database.db, officeId)
    const db = database.forRegion(regionCode)
    const offices = await officesUnder(db, caller, officeId, READERS)
    return recoveryList(db, regionCode, offices, { state, cursor, limit })
  })

  route(app, api.getRecovery, async (call) => {
    const { regionCode } = call.query
    const db = database.forRegion(regionCode)
    const row = await seen(db, call.caller, regionCode, call.params.recoveryId, READERS)
    return viewOf(db, call, regionCode, row)
  })

  route(app, api.bookRecovery, async (call) => {
    const { regionCode } = call.body
    return once(database.forRegion(regionCode), call.request, async (db) => {
      await seen(db, call.caller, regionCode, call.params.recoveryId, BOOKERS)
      const row = await bookEntry(db, asking(deps, call), regionCode, call.params.recoveryId, call.body)
      return viewOf(db, call, regionCode, row)
    })
  })

  function viewOf(db: Db, call: Parameters<typeof asking>[1], regionCode: string, row: RecoveryRow) {
    const { actor, today, language } = asking(deps, call)
    return recoveryView(db, regionCode, row, { userId: actor.id, today, language })
  }
}

async function seen(
  db: Db,
  caller: Caller,
  regionCode: string,
  recoveryId: string,
  roles: readonly StaffRole[],
): Promise<RecoveryRow> {
  const row = await foundRecovery(db, regionCode, recoveryId)
  if (!row || !(await mayActAt(db, caller, roles, row.officeId))) throw RecoveryNotFound()
  return row
}
