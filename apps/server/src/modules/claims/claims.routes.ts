import { calculateCase, getWorkings, saveCoding as saveCodingEndpoint } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { route } from '../../platform/http/route.ts'
import { asking, factsOf, openForAct, permit, rulesOf, touchCase, visible } from '../cases/index.ts'
import { claimHandler } from './claim-handler.ts'
import { NotAClaim } from './claims.problems.ts'
import { previewCoding, saveCoding } from './review.service.ts'
import { storedWorkings } from './view.service.ts'

export type ClaimsDeps = Pick<Deps, 'database' | 'clock' | 'once'>

export function claimsRoutes(app: FastifyInstance, deps: ClaimsDeps): void {
  route(app, calculateCase, async (call) => {
    const { regionCode, coding } = call.body
    const { db, who, row } = await visible(deps, call, { regionCode, caseId: call.params.caseId })
    const rules = await rulesOf(row, who.today)
    if (rules.handler !== claimHandler) throw NotAClaim()
    return previewCoding(db, factsOf(who, { row, rules }), coding)
  })
  route(app, getWorkings, async ({ params, query, ...call }) => {
    const ref = { regionCode: query.regionCode, caseId: params.caseId }
    const { db, who, row } = await visible(deps, call, ref)
    const { handler } = await rulesOf(row, who.today)
    return { workings: handler === claimHandler ? await storedWorkings(db, row, who.language) : null }
  })
  route(app, saveCodingEndpoint, async (call) => {
    const { regionCode, version, coding } = call.body
    const who = asking(deps, call)
    return deps.once(deps.database.forRegion(regionCode), call.request, async (db) => {
      const open = await openForAct(db, who, { regionCode, caseId: call.params.caseId }, version)
      if (open.rules.handler !== claimHandler) throw NotAClaim()
      permit(who, open, 'propose-grant')
      const calculation = await saveCoding(db, factsOf(who, open), coding)
      return { version: await touchCase(db, open.row, who.at), calculation }
    })
  })
}
