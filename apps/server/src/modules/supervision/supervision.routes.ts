import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { requester, summaryOf } from '../cases/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { getOffice } from '../organisations/index.ts'
import { caseCursor, trailCursor, trailPlace } from './cursor.ts'
import { casesBehind, figuresOf } from './figures.service.ts'
import { scopeOf } from './scope.ts'
import { targetFiguresOf } from './targets.service.ts'
import { trailTitles } from './trail-words.ts'
import { shownEntry, trailOf, verifyCase, type TrailSubject } from './trail.service.ts'

export interface SupervisionContext extends Pick<Deps, 'database' | 'clock'> {
  readonly packs: Packs
}

export function supervisionRoutes(
  app: FastifyInstance,
  { database, clock, packs }: SupervisionContext,
): void {
  const languageOf = (request: { headers: { 'accept-language'?: string | undefined } }) =>
    preferredLanguage(request.headers['accept-language'])

  route(app, api.getFigures, async ({ query, caller, request }) => {
    const db = database.forRegion(query.regionCode)
    return figuresOf(db, packs, await scopeOf(db, caller, query), languageOf(request))
  })

  route(app, api.getTargets, async ({ query, caller, request }) => {
    const db = database.forRegion(query.regionCode)
    return targetFiguresOf(db, packs, await scopeOf(db, caller, query), languageOf(request))
  })

  route(app, api.casesBehind, async ({ query, caller, request }) => {
    const db = database.forRegion(query.regionCode)
    const { figure, cursor, limit } = query
    const scope = await scopeOf(db, caller, query)
    const rows = await casesBehind(db, figure, scope, caseCursor(cursor), limit + 1)
    const who = requester(caller, clock.now(), languageOf(request))
    const items = await Promise.all(rows.slice(0, limit).map((row) => summaryOf(db, row, who)))
    return { items, next: rows.length > limit ? items.at(-1)!.caseId : null }
  })

  route(app, api.auditTrail, async ({ query, caller, request }) => {
    const db = database.forRegion(query.regionCode)
    await mayAudit(db, caller, query)
    const rows = await trailOf(db, query, trailPlace(query.cursor), query.limit + 1)
    const shown = rows.slice(0, query.limit)
    const titleOf = trailTitles(packs.current(query.regionCode), clock.today(), languageOf(request))
    return {
      items: shown.map((row) => shownEntry(row, titleOf)),
      next: rows.length > query.limit ? trailCursor(shown.at(-1)!) : null,
    }
  })

  route(app, api.verifyAudit, async ({ body, caller, request }) => {
    const db = database.forRegion(body.regionCode)
    await mayAudit(db, caller, body)
    return verifyCase(db, body.regionCode, body.caseId, languageOf(request))
  })
}

/** One case may be looked into by any auditor of the city; people, staff and the whole city only from its city office. */
async function mayAudit(db: Db, caller: Caller, { regionCode, caseId }: TrailSubject): Promise<void> {
  const held = (caller.kind === 'staff' ? caller.roles : []).filter(
    (position) =>
      position.regionCode === regionCode &&
      (position.role === 'administrator' || position.role === 'auditor'),
  )
  if (held.length === 0) throw NotAllowed()
  if (caseId !== undefined) return
  const offices = await Promise.all(held.map(({ officeId }) => getOffice(db, officeId)))
  if (!offices.some(({ level }) => level === 'city')) throw NotAllowed()
}
