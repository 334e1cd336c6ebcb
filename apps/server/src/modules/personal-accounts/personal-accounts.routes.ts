import { getCaseAccount, getMyAccount } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { visible } from '../cases/index.ts'
import { accountView } from './account.service.ts'

export function personalAccountsRoutes(app: FastifyInstance, deps: Pick<Deps, 'database' | 'clock'>): void {
  route(app, getCaseAccount, async ({ params, query, ...call }) => {
    const { db, who, row } = await visible(deps, call, { ...query, caseId: params.caseId })
    return { account: await accountView(db, row.regionCode, row.personId, who.today, who.language) }
  })
  route(app, getMyAccount, async ({ query: { regionCode }, caller, request }) => {
    if (caller.kind !== 'person') throw NotAllowed()
    const db = deps.database.forRegion(regionCode)
    const language = preferredLanguage(request.headers['accept-language'])
    return { account: await accountView(db, regionCode, caller.personId, deps.clock.today(), language) }
  })
}
