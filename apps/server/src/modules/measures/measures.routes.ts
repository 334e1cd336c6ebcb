import * as api from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Caller, StaffCaller } from '../../platform/http/caller.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { asking } from '../cases/index.ts'
import { changeEnd, switchOn } from './activation.service.ts'
import { hallsOf } from './hall.service.ts'
import { measured } from './measures-world.ts'
import { listOwed, settleOwed } from './owed.service.ts'
import { measuresFor, panelOf, viewOfActivation } from './panel.service.ts'
import { draftProposal, listProposals, proposePermanent } from './proposal.service.ts'
import { casesUnder, doneUnder, usageOf } from './usage.service.ts'

/** Relief measures: told to everybody, switched on by leaders, counted from their marks, proposed to become permanent. */
export function measuresRoutes(app: FastifyInstance, deps: Pick<Deps, 'database' | 'clock' | 'once'>): void {
  const { database, once, clock } = deps

  route(app, api.listMeasures, async ({ params, query, request }) => ({
    items: await measuresFor(
      database.forRegion(params.regionCode),
      params.regionCode,
      query.on === undefined ? clock.today() : plainDate(query.on),
      query.itemId,
      preferredLanguage(request.headers['accept-language']),
    ),
  }))

  route(app, api.hallNumbers, async ({ params: { regionCode }, request }) => {
    const [day, language] = [clock.today(), preferredLanguage(request.headers['accept-language'])]
    return { day, items: await hallsOf(database.forRegion(regionCode), regionCode, day, language) }
  })

  route(app, api.measuresPanel, ({ query, ...call }) => {
    const who = asking(deps, call)
    mustBeOf(call.caller, query.regionCode)
    return panelOf(database.forRegion(query.regionCode), who, query.regionCode)
  })

  route(app, api.switchOn, async (call) => {
    const { regionCode, ...asked } = call.body
    const who = asking(deps, call)
    const db = database.forRegion(regionCode)
    const done = await once(db, call.request, async (db) =>
      viewOfActivation(db, who, regionCode, await switchOn(db, who, regionCode, asked)),
    )
    await measured().reload(regionCode)
    return done
  })
  route(app, api.changeActivation, async (call) => {
    const { regionCode, ...asked } = call.body
    const who = asking(deps, call)
    const db = database.forRegion(regionCode)
    const { activationId } = call.params
    const done = await once(db, call.request, async (db) =>
      viewOfActivation(db, who, regionCode, await changeEnd(db, who, regionCode, { activationId, ...asked })),
    )
    await measured().reload(regionCode)
    return done
  })

  route(app, api.measureUsage, async ({ query, ...call }) => {
    const { regionCode, from, to } = query
    mustBeOf(call.caller, regionCode)
    const period = { ...(from && { from: plainDate(from) }), ...(to && { to: plainDate(to) }) }
    const language = preferredLanguage(call.request.headers['accept-language'])
    return { items: await usageOf(database.forRegion(regionCode), regionCode, period, language) }
  })
  route(app, api.casesUnderMeasure, ({ query, ...call }) => {
    mustBeOf(call.caller, query.regionCode)
    return casesUnder(database.forRegion(query.regionCode), asking(deps, call), query.regionCode, query)
  })

  route(app, api.doneUnderMeasure, ({ query, caller }) => {
    mustBeOf(caller, query.regionCode)
    return doneUnder(database.forRegion(query.regionCode), query.regionCode, query)
  })

  route(app, api.listOwed, ({ query, ...call }) =>
    listOwed(database.forRegion(query.regionCode), asking(deps, call), query.regionCode, query),
  )
  route(app, api.settleOwed, (call) => {
    const { regionCode, ...asked } = call.body
    const { caseId, materialId } = call.params
    const who = asking(deps, call)
    return once(database.forRegion(regionCode), call.request, (db) =>
      settleOwed(db, who, { regionCode, caseId }, { materialId, ...asked }),
    )
  })

  route(app, api.listProposals, async ({ query, ...call }) => {
    mustBeOf(call.caller, query.regionCode)
    const language = preferredLanguage(call.request.headers['accept-language'])
    return { items: await listProposals(database.forRegion(query.regionCode), query.regionCode, language) }
  })
  route(app, api.proposePermanent, (call) => {
    const { regionCode, ...asked } = call.body
    const who = asking(deps, call)
    return once(database.forRegion(regionCode), call.request, (db) =>
      proposePermanent(db, who, regionCode, asked),
    )
  })
  route(app, api.draftFromProposal, async ({ params, body, caller, request }) => {
    const { regionCode } = body
    mustBeOf(caller, regionCode)
    const hand = { who: caller as StaffCaller, at: clock.now() }
    const ofRegion = database.forRegion(regionCode)
    return once(database.db, request, async (db) => ({
      draftId: await draftProposal(db, ofRegion, regionCode, params.proposalId, hand),
    }))
  })
}

/** Figures of a city are for those who hold one of the roles there. */
function mustBeOf(caller: Caller, regionCode: string): void {
  const here =
    caller.kind === 'staff' && caller.roles.some((at) => at.regionCode === regionCode && READERS.has(at.role))
  if (!here) throw NotAllowed()
}
const READERS: ReadonlySet<string> = new Set(['leader', 'policy', 'supervisor', 'auditor'])
