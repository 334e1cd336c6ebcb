import {
  answerObjection,
  getObjection,
  institutionObjections,
  settlementObjections,
  type ReplyOf,
} from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { visible } from '../cases/index.ts'
import { mayActFor } from '../insured/index.ts'
import { actingInstitution } from '../organisations/index.ts'
import { giveWord, objectionsOf, objectionView } from './institution.service.ts'
import type { ObjectionRow } from './objection-row.ts'
import { findObjection, objectionsTo } from './objection.queries.ts'

type ObjectionsDeps = Pick<Deps, 'database' | 'clock' | 'once'> & {
  readonly places: () => ReadonlyMap<string, string>
}

export function objectionsRoutes(app: FastifyInstance, deps: ObjectionsDeps): void {
  const { database, clock, once, places } = deps

  route(app, getObjection, async ({ params, query, ...call }) => {
    const { db, row, mine } = await visible(deps, call, { ...query, caseId: params.caseId })
    const found = await findObjection(db, row)
    return { objection: found ? await objectionView(db, found, mine.viewer) : null }
  })

  route(app, settlementObjections, async ({ params, query: { regionCode }, caller }) => {
    if (caller.kind !== 'person') throw NotAllowed()
    const db = database.forRegion(regionCode)
    const found = await objectionsTo(db, regionCode, params.settlementId)
    const theirs = await Promise.all(
      found.map(
        async ({ personId }) =>
          personId === caller.personId ||
          (await mayActFor(db, regionCode, caller.personId, personId, clock.today())),
      ),
    )
    return { items: found.filter((_, at) => theirs[at]).map(briefly) }
  })

  route(app, institutionObjections, async ({ query, caller }) => {
    const { institution } = await actingInstitution(database.db, caller)
    return objectionsOf((code) => database.forRegion(code), [...places().keys()], institution, query)
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

function briefly(row: ObjectionRow): ReplyOf<typeof settlementObjections>['items'][number] {
  const outcome = row.outcome ?? (row.underWay ? 'open' : 'withdrawn')
  return { caseId: row.caseId, askedOn: row.askedOn!, outcome }
}
