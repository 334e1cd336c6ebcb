import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { concludeAgreement, endAgreement, forgetAgreements } from './agreement.service.ts'
import { agreementView, coverageOn, directoryOn, institutionWhole } from './directory.service.ts'

export type InstitutionsDeps = Pick<Deps, 'database' | 'clock' | 'once'> & { readonly packs: Packs }

const READERS: ReadonlySet<StaffRole> = new Set([
  'leader',
  'supervisor',
  'administrator',
  'finance',
  'auditor',
  'policy',
])
const WRITERS: ReadonlySet<StaffRole> = new Set(['administrator'])

/** Designated institutions: who they are, under which agreement, and how they cover the counties. */
export function institutionsRoutes(app: FastifyInstance, deps: InstitutionsDeps): void {
  const { database, clock, once, packs } = deps
  const day = (on: string | undefined) => (on === undefined ? clock.today() : plainDate(on))

  route(app, api.institutionCoverage, async ({ query: { regionCode, on }, caller, request }) => {
    mustHold(caller, regionCode, READERS)
    const language = preferredLanguage(request.headers['accept-language'])
    const db = database.forRegion(regionCode)
    return coverageOn(db, regionCode, day(on), packs.current(regionCode), language)
  })
  route(app, api.listInstitutions, async ({ query, caller }) => {
    const { regionCode, territory } = query
    mustHold(caller, regionCode, READERS)
    const on = day(query.on)
    const only = { territory, networked: query.networked === 'true' }
    return { on, items: await directoryOn(database.forRegion(regionCode), regionCode, on, only) }
  })
  route(app, api.getInstitution, async ({ params, query: { regionCode }, caller }) => {
    mustHold(caller, regionCode, READERS)
    const db = database.forRegion(regionCode)
    return institutionWhole(db, regionCode, params.hospitalCode, clock.today())
  })

  route(app, api.concludeAgreement, async ({ params, body, caller, request }) => {
    const { regionCode, from, until, networkedFrom, ...said } = body
    mustHold(caller, regionCode, WRITERS)
    const terms = {
      ...said,
      from: plainDate(from),
      until: plainDate(until),
      networkedFrom: networkedFrom === null ? null : plainDate(networkedFrom),
    }
    const by = { actor: actorOf(caller), at: clock.now(), today: clock.today() }
    const done = await once(database.forRegion(regionCode), request, async (db) =>
      agreementView(await concludeAgreement(db, regionCode, params.hospitalCode, terms, by)),
    )
    forgetAgreements()
    return done
  })
  route(app, api.endAgreement, async ({ params, body, caller, request }) => {
    const { regionCode, lastDay, ...said } = body
    mustHold(caller, regionCode, WRITERS)
    const by = { actor: actorOf(caller), at: clock.now(), today: clock.today() }
    const asked = { ...said, lastDay: plainDate(lastDay) }
    const done = await once(database.forRegion(regionCode), request, async (db) =>
      agreementView(await endAgreement(db, regionCode, params.agreementId, asked, by)),
    )
    forgetAgreements()
    return done
  })
}

/** Institutions are the city's: whoever holds one of the roles anywhere in it. */
function mustHold(caller: Caller, regionCode: string, roles: ReadonlySet<StaffRole>): void {
  const holds =
    caller.kind === 'staff' && caller.roles.some((at) => at.regionCode === regionCode && roles.has(at.role))
  if (!holds) throw NotAllowed()
}
