import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import type { Sentences } from '../../platform/problem.ts'
import { caseView, requester } from '../cases/index.ts'
import { getOffice, officesBelow, officesOf } from '../organisations/index.ts'
import { rateCase } from './rating.service.ts'
import { selectRatings } from './rating.queries.ts'
import { grades } from './reasons.ts'

export interface RatingsContext extends Pick<Deps, 'database' | 'clock' | 'once'> {
  /** the title of an item in a place, from its pack */
  readonly itemTitle: (regionCode: string, itemId: string) => Sentences
}

const FIRST_PLACE = { day: '9999-12-31', caseId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

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

  route(app, api.listRatings, async ({ query, caller, request }) => {
    const language = preferredLanguage(request.headers['accept-language'])
    const { regionCode, officeId, grade, cursor, limit } = query
    const db = database.forRegion(regionCode)
    const own = await officesOf(db, caller, ['supervisor', 'auditor'])
    const asked = officeId === undefined ? own : await officesBelow(db, officeId)
    const officeIds = asked.filter((id) => own.includes(id))
    if (officeIds.length === 0) throw NotAllowed()
    const scope = {
      regionCode,
      from: '0001-01-01',
      to: '9999-12-31',
      officeIds,
      itemId: null,
      grades: grade === undefined ? null : [grade],
    }
    const rows = await selectRatings(db, scope, placeOf(cursor), limit + 1)
    const shown = rows.slice(0, limit)
    const items = await Promise.all(
      shown.map(async (row) => ({
        ...row,
        itemName: itemTitle(regionCode, row.itemId)[language],
        officeName: (await getOffice(db, row.officeId)).name,
      })),
    )
    const last = shown.at(-1)
    return { items, next: rows.length > limit && last ? `${last.day}_${last.caseId}` : null }
  })
}

/** A cursor that is not one of ours begins at the beginning. */
function placeOf(cursor: string | undefined): { day: string; caseId: string } {
  const [, day, caseId] =
    /^(\d{4}-\d\d-\d\d)_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(cursor ?? '') ?? []
  return day !== undefined && caseId !== undefined ? { day, caseId } : FIRST_PLACE
}
