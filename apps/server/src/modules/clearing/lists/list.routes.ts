import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../platform/db.ts'
import type { Caller } from '../../../platform/http/caller.ts'
import { route } from '../../../platform/http/route.ts'
import { actorOf } from '../../audit/index.ts'
import { mustHold } from '../access.ts'
import type { ClearingDeps } from '../deps.ts'
import { readList, reviewList, waitingLists } from './review.service.ts'

const READERS = ['reviewer', 'approver', 'supervisor', 'auditor'] as const

/** Settlement lists as the agency sees them: handed in, read, passed or not. */
export function listRoutes(app: FastifyInstance, { database, clock, once, cipher }: ClearingDeps): void {
  const hand = (caller: Caller) => ({ actor: actorOf(caller), at: clock.now(), today: clock.today() })
  route(app, api.listSettlementLists, async ({ query: { regionCode }, caller }) => {
    mustHold(caller, regionCode, READERS)
    return { items: await waitingLists(database.forRegion(regionCode), regionCode) }
  })
  route(app, api.getSettlementList, async ({ params, query: { regionCode }, caller }) => {
    mustHold(caller, regionCode, READERS)
    return inTransaction(database.forRegion(regionCode), (db) =>
      readList(db, regionCode, params.settlementId, cipher, hand(caller)),
    )
  })
  route(app, api.reviewSettlementList, async ({ params, body, caller, request }) => {
    const { regionCode, ...asked } = body
    mustHold(caller, regionCode, ['reviewer'])
    return once(database.forRegion(regionCode), request, (db) =>
      reviewList(db, regionCode, { ...params, ...asked }, hand(caller)),
    )
  })
}
