import { calculateCase, getWorkings, saveCoding as saveCodingEndpoint } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { route } from '../../platform/http/route.ts'
import { asking, factsOf, openForAct, permit, rulesOf, touchCase, visible } from '../cases/index.ts'
import { previewCoding, saveCoding } from './review.service.ts'
import { storedWorkings } from './view.service.ts'

export type ClaimsDeps = Pick<Deps, 'database' | 'clock' | 'once'>

export function claimsRoutes(app: FastifyInstance, deps: ClaimsDeps): void {
  route(app, calculateCase, async (call) => {
    const { regionCode, coding } = call.body
    const { db, who, row } = await visible(deps, call, { regionCode, caseId: call.params.caseId })
    return previewCoding(db, factsOf(who, { row, rules: await rulesOf(row, who.today) }), coding)
  })
  route(app, getWorkings, async ({ params, query, ...call }) => {
    const ref = { regionCode: query.regionCode, caseId: params.caseId }
    const { db, who, row } = await visible(deps, call, ref)
    return { workings: await storedWorkings(db, row, who.language) }
  })
  route(app, saveCodingEndpoint, async (call) => {
    const { regionCode, version, coding } = call.body
    const who = asking(deps, call)
    return deps.once(deps.database.forRegion(regionCode), call.request, async (db) => {
      const open = await openForAct(db, who, { regionCode, caseId: call.params.caseId }, version)
      permit(who, open, 'propose-grant')
      const calculation = await saveCoding(db, factsOf(who, open), coding)
      return { version: await touchCase(db, open.row, who.at), calculation }
    })
  })
}
