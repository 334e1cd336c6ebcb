import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { route } from '../../platform/http/route.ts'
import type { Sentences } from '../../platform/problem.ts'
import { caseView, requester } from '../cases/index.ts'
import { rateCase } from './rating.service.ts'
import { listRatings } from './rating-list.service.ts'
import { grades } from './reasons.ts'

export interface RatingsContext extends Pick<Deps, 'database' | 'clock' | 'once'> {
  /** the title of an item in a place, from its pack */
  readonly itemTitle: (regionCode: string, itemId: string) => Sentences
}

export function ratingsRoutes(
  app: FastifyInstance,
  { database, clock, once, itemTitle }: RatingsContext,
): void {
  route(app, api.ratingReasons, async ({ request }) => {
    const language = preferredLanguage(request.headers['accept-language'])
    return {
      grades: grades.map(({ grade, name, reasons }) => ({
        grade,
        name: name[language],
        reasons: reasons.map(({ code, text }) => ({ code, text: text[language] })),
      })),
    }
  })

  route(app, api.rateCase, async ({ params, body, caller, request }) => {
    const { regionCode } = body
    const language = preferredLanguage(request.headers['accept-language'])
    return once(database.forRegion(regionCode), request, async (db) => {
      const who = requester(caller, clock.now(), language)
      const ref = { regionCode, caseId: params.caseId }
      return caseView(db, ref, who, await rateCase(db, ref, body, who))
    })
  })

  route(app, api.listRatings, ({ query, caller, request }) =>
    listRatings(database.forRegion(query.regionCode), caller, query, {
      language: preferredLanguage(request.headers['accept-language']),
      itemTitle,
    }),
  )
}
