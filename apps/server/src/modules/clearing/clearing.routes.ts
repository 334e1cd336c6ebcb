import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import { actingInstitution } from '../organisations/index.ts'
import { holds, mustHold } from './access.ts'
import type { ApplicationRow } from './application-row.ts'
import { apply, withdraw, type NotPossible } from './apply.service.ts'
import { ClearingNotFound, ClearingNotPossible } from './clearing.problems.ts'
import { heldDeposits, releaseDeposits } from './deposit.service.ts'
import { approve, giveBack, propose, sendBack } from './review.service.ts'
import {
  clearingView,
  findClearing,
  listing,
  ownMonth,
  settlementsBehind,
  wholeClearing,
} from './view.service.ts'
import type { ClearingDeps } from './deps.ts'
import type { Hand } from './world.ts'

/** Clearing: institutions apply, one person of the agency reviews, another approves. */
export function clearingRoutes(app: FastifyInstance, deps: ClearingDeps): void {
  const { database, clock, once, books } = deps
  const hand = (caller: Caller) => ({ actor: actorOf(caller), at: clock.now(), today: clock.today() })
  const own = async (caller: Caller) => {
    const { institution } = await actingInstitution(database.db, caller)
    return { institution, db: database.forRegion(institution.regionCode) }
  }
  /** An application somebody may see; others do not exist for them. */
  const visible = async (caller: Caller, regionCode: string, applicationId: string) => {
    const db = database.forRegion(regionCode)
    const row = await findClearing(db, regionCode, applicationId)
    if (row && holds(caller, regionCode, READERS)) return { db, row, side: 'agency' as const }
    if (!holds(caller, regionCode, ['hospital'])) throw row ? NotAllowed() : ClearingNotFound()
    const { institution } = await own(caller)
    if (!row || institution.hospitalCode !== row.institutionCode) throw ClearingNotFound()
    return { db, row, side: 'institution' as const }
  }

  route(app, api.ownClearing, async ({ query, caller }) => {
    const { institution, db } = await own(caller)
    return ownMonth(db, books, institution, query.month)
  })
  route(app, api.applyForClearing, async ({ body, caller, request }) => {
    const { institution, db } = await own(caller)
    const asked = { institution, clrType: body.clrType, from: plainDate(body.from), to: plainDate(body.to) }
    return once(db, request, async (db) => clearingView(possible(await apply(db, deps, asked, hand(caller)))))
  })
  route(app, api.withdrawClearing, async ({ params, caller, request }) => {
    const { institution, db } = await own(caller)
    return once(db, request, async (db) => {
      const row = await findClearing(db, institution.regionCode, params.applicationId)
      if (row?.institutionCode !== institution.hospitalCode) throw ClearingNotFound()
      const { applicationId } = row
      return clearingView(possible(await withdraw(db, institution.regionCode, applicationId, hand(caller))))
    })
  })

  route(app, api.getClearing, async ({ params, query: { regionCode }, caller }) => {
    const { db, row, side } = await visible(caller, regionCode, params.applicationId)
    return wholeClearing(db, regionCode, row, side)
  })
  route(app, api.clearingSettlements, async ({ params, query: { regionCode, ...page }, caller }) => {
    const { db, row } = await visible(caller, regionCode, params.applicationId)
    return settlementsBehind(db, regionCode, row, page)
  })
  route(app, api.listClearing, async ({ query: { regionCode, ...asked }, caller }) => {
    mustHold(caller, regionCode, READERS)
    return listing(database.forRegion(regionCode), regionCode, asked)
  })

  type Reviewed = (db: Db, regionCode: string, by: Hand) => Promise<ApplicationRow>
  const reviewed = async (call: Call, regionCode: string, roles: readonly StaffRole[], work: Reviewed) => {
    mustHold(call.caller, regionCode, roles)
    return once(database.forRegion(regionCode), call.request, async (db) =>
      clearingView(await work(db, regionCode, hand(call.caller))),
    )
  }
  route(app, api.proposeClearing, async (call) => {
    const { regionCode, version, ...proposal } = call.body
    const ref = { ...call.params, version }
    return reviewed(call, regionCode, ['reviewer'], (...at) => propose(at[0], at[1], ref, proposal, at[2]))
  })
  route(app, api.approveClearing, async (call) => {
    const { regionCode, version } = call.body
    const ref = { ...call.params, version }
    return reviewed(call, regionCode, ['approver'], (...at) => approve(at[0], at[1], ref, at[2]))
  })
  route(app, api.sendClearingBack, async (call) => {
    const { regionCode, ...said } = call.body
    const ref = { ...call.params, ...said }
    return reviewed(call, regionCode, ['approver'], (...at) => sendBack(at[0], at[1], ref, at[2]))
  })
  route(app, api.returnClearing, async (call) => {
    const { regionCode, ...said } = call.body
    const ref = { ...call.params, ...said }
    return reviewed(call, regionCode, ['reviewer', 'approver'], (...at) => giveBack(at[0], at[1], ref, at[2]))
  })

  route(app, api.listDeposits, async ({ query: { regionCode, year }, caller }) => {
    mustHold(caller, regionCode, READERS)
    return { items: await heldDeposits(database.forRegion(regionCode), regionCode, year) }
  })
  route(app, api.releaseDeposits, async ({ body: { regionCode, ...asked }, caller, request }) => {
    mustHold(caller, regionCode, ['reviewer'])
    return once(database.forRegion(regionCode), request, async (db) =>
      clearingView(await releaseDeposits(db, regionCode, asked, hand(caller))),
    )
  })
}

interface Call {
  readonly caller: Caller
  readonly request: FastifyRequest
}

const READERS: readonly StaffRole[] = ['reviewer', 'approver', 'finance', 'supervisor', 'auditor', 'leader']

function possible(result: ApplicationRow | NotPossible): ApplicationRow {
  if ('why' in result) throw ClearingNotPossible(result.why)
  return result
}
