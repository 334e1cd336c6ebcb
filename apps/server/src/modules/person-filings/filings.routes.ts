import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import { provinces } from '../referral/index.ts'
import { listed, listedFiling, ofPerson, openFiling, revokeById } from './view.service.ts'

/** What the filings are given by the application around them. */
export interface FilingsDeps extends Pick<Deps, 'database' | 'clock' | 'once'> {
  /** names of the cities known here, by code */
  readonly cities: () => ReadonlyMap<string, string>
}

const READERS: readonly api.StaffRole[] = ['clerk', 'reviewer', 'supervisor', 'auditor']

/** What is filed of people: read by themselves and the agency, revoked by the agency. */
export function personFilingsRoutes(
  app: FastifyInstance,
  { database, clock, once, cities }: FilingsDeps,
): void {
  route(app, api.remotePlaces, async () => ({
    items: [...provinces],
    cities: [...cities()].map(([code, name]) => ({ code, name })),
  }))
  const reader = () => ({ today: clock.today(), cities: cities() })
  route(app, api.myFilings, async ({ caller }) => {
    if (caller.kind !== 'person') throw NotAllowed()
    const lists = await Promise.all(
      caller.regionCodes.map((code) => ofPerson(database.forRegion(code), code, caller.personId, reader())),
    )
    return { items: lists.flat() }
  })
  route(app, api.listFilings, async ({ query, caller }) => {
    const { regionCode, kind, cursor, limit } = query
    mustHold(caller, regionCode, READERS)
    return listed(database.forRegion(regionCode), regionCode, { kind, cursor, limit }, reader())
  })
  route(app, api.getFiling, async ({ params, query: { regionCode }, caller }) => {
    mustHold(caller, regionCode, READERS)
    const by = { actor: actorOf(caller), at: clock.now() }
    return inTransaction(database.forRegion(regionCode), (db) =>
      openFiling(db, regionCode, params.filingId, reader(), by),
    )
  })
  route(app, api.revokeFiling, async ({ params, body, caller, request }) => {
    const { regionCode, reason } = body
    mustHold(caller, regionCode, ['reviewer', 'supervisor'])
    const by = { actor: actorOf(caller), at: clock.now(), today: clock.today() }
    return once(database.forRegion(regionCode), request, async (db) =>
      listedFiling(await revokeById(db, regionCode, params.filingId, reason, by), regionCode, reader()),
    )
  })
}

function mustHold(caller: Caller, regionCode: string, roles: readonly api.StaffRole[]): void {
  const holds =
    caller.kind === 'staff' &&
    caller.roles.some((held) => held.regionCode === regionCode && roles.includes(held.role))
  if (!holds) throw NotAllowed()
}
