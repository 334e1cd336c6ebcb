import * as api from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { publications } from '../catalogue/index.ts'
import { lockedDraft } from './draft.service.ts'
import { getTrialRow, trialPage } from './pages.service.ts'
import { languageOf, staffOf, type PolicyRoom } from './policy-room.deps.ts'
import { publish, putInForce } from './publish.service.ts'
import { trialCase } from './trial-case.ts'
import { inTransaction } from '../../platform/db.ts'
import { publicationView } from './views.ts'

/** Trying a draft, and putting it in force. */
export function trialRoutes(app: FastifyInstance, room: PolicyRoom): void {
  const { database, packs, clock, once, trials, log } = room
  const { db } = database
  const view = (trialId: string) => trialPage(database, room, trialId)

  route(app, api.startTrial, async ({ params, body, caller }) => {
    const draft = await inTransaction(db, (db) => lockedDraft(db, packs, params.draftId, body.version))
    const asIf = body.asIf === undefined ? null : plainDate(body.asIf)
    const hand = { who: staffOf(caller), at: clock.now(), today: clock.today() }
    return view(await trials.start(draft, asIf, hand))
  })

  route(app, api.getTrial, ({ params }) => view(params.trialId))

  route(app, api.cancelTrial, async ({ params }) => {
    await getTrialRow(db, params.trialId)
    await trials.cancel(params.trialId, clock.now())
    return view(params.trialId)
  })

  route(app, api.getTrialCase, async ({ params, request }) => {
    const trial = await getTrialRow(db, params.trialId)
    return trialCase(database, packs, trial, params, languageOf(request))
  })

  route(app, api.publishDraft, async ({ params, body, caller, request }) => {
    const at = clock.now()
    const hand = { who: staffOf(caller), at }
    const published = await once(db, request, async (db) => {
      const row = await publish(db, packs, { ...params, ...body }, hand)
      return {
        view: publicationView(packs, row, languageOf(request)),
        title: row.title,
        changes: row.changes,
      }
    })
    const moved = await putInForce(database, packs, published, at, log)
    return { ...published.view, moved }
  })

  route(app, api.listPublications, async ({ request }) => ({
    items: (await publications(db))
      .toReversed()
      .map((row) => publicationView(packs, row, languageOf(request))),
  }))
}
