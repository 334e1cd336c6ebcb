import {
  answerObjection,
  getObjection,
  institutionObjections,
  settlementObjections,
} from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { visible } from '../cases/index.ts'
import { actingInstitution } from '../organisations/index.ts'
import { giveWord, objectionsOf } from './institution.service.ts'
import { objectionOf, objectionsForReader } from './reader.service.ts'

type ObjectionsDeps = Pick<Deps, 'database' | 'clock' | 'once'> & {
  readonly places: () => ReadonlyMap<string, string>
}

export function objectionsRoutes(app: FastifyInstance, deps: ObjectionsDeps): void {
  const { database, clock, once, places } = deps

  route(app, getObjection, async ({ params, query, ...call }) => {
    const { db, row, mine } = await visible(deps, call, { ...query, caseId: params.caseId })
    return { objection: await objectionOf(db, row, mine.viewer) }
  })

  route(app, settlementObjections, async ({ params, query: { regionCode }, caller }) => {
    if (caller.kind !== 'person') throw NotAllowed()
    const db = database.forRegion(regionCode)
    const reader = { personId: caller.personId, today: clock.today() }
    return { items: await objectionsForReader(db, regionCode, params.settlementId, reader) }
  })

  route(app, institutionObjections, async ({ query, caller }) => {
    const { institution } = await actingInstitution(database.db, caller)
    return objectionsOf(database, [...places().keys()], institution, query)
  })

  route(app, answerObjection, async ({ params, body, caller, request }) => {
    const acting = await actingInstitution(database.db, caller)
    const { userId: id, name } = acting.caller
    return once(database.forRegion(body.regionCode), request, (db) =>
      giveWord(db, { regionCode: body.regionCode, caseId: params.caseId }, acting.institution, {
        text: body.text,
        by: { id, name },
        at: clock.now(),
        today: clock.today(),
      }),
    )
  })
}
