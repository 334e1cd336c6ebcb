import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { route } from '../../platform/http/route.ts'
import type { Sentences } from '../../platform/problem.ts'
import { change } from '../cases/index.ts'
import { rateCase } from './rating.service.ts'
import { listRatings } from './rating-list.service.ts'
import { grades } from './reasons.ts'

export interface RatingsContext extends Pick<Deps, 'database' | 'clock' | 'once'> {
  /** the title of an item in a place, from its pack */
  readonly itemTitle: (regionCode: string, itemId: string) => Sentences
}

export function ratingsRoutes(app: FastifyInstance, context: RatingsContext): void {
  const { database, itemTitle } = context
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

  route(app, api.rateCase, (call) =>
    change(context, call, (db, who) =>
      rateCase(db, { regionCode: call.body.regionCode, caseId: call.params.caseId }, call.body, who),
    ),
  )

  route(app, api.listRatings, ({ query, caller, request }) =>
    listRatings(database.forRegion(query.regionCode), caller, query, {
      language: preferredLanguage(request.headers['accept-language']),
      itemTitle,
    }),
  )
}
