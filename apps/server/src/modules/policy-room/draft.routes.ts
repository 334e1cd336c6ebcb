import * as api from '@yichuang/contracts'
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/db.ts'
import { callerKey, type Caller } from '../../platform/http/caller.ts'
import { route } from '../../platform/http/route.ts'
import { DocumentUnknown } from '../catalogue/index.ts'
import { discardDraft, editDraft, importSheets, readDraft, startDraft, undoEdit } from './draft.service.ts'
import { draftList, draftPage } from './pages.service.ts'
import { languageOf, staffOf, type PolicyRoom } from './policy-room.deps.ts'
import { readWhole } from './upload.ts'
import { readWorkbook } from './workbook-file.ts'

/** Drafts of new rules and what is done to them. */
export function draftRoutes(app: FastifyInstance, room: PolicyRoom): void {
  const { database, packs, clock, once } = room
  const { db } = database
  const hand = (caller: Caller) => ({ who: staffOf(caller), at: clock.now() })
  const view = (db: Db, draftId: string, caller: Caller, request: FastifyRequest) =>
    draftPage(db, room, draftId, { userId: staffOf(caller).userId, language: languageOf(request) })

  route(app, api.listDrafts, async () => ({ items: await draftList(db) }))

  route(app, api.startDraft, ({ body, caller, request }) =>
    once(db, request, async (db) => view(db, await startDraft(db, body, hand(caller)), caller, request)),
  )

  route(app, api.getDraft, ({ params, caller, request }) => view(db, params.draftId, caller, request))

  route(app, api.getDraftDocument, async ({ params }) => {
    const { candidate } = await readDraft(db, packs, params.draftId)
    const document = candidate.packs.get(params.packId)?.documents.get(params.documentId)
    if (!document) throw DocumentUnknown()
    const { id, citation, text } = document
    return { id, citation, text }
  })

  route(app, api.editDraft, ({ params, body, caller, request }) =>
    once(db, request, async (db) => {
      await editDraft(db, packs, { ...params, version: body.version }, body.edit, hand(caller))
      return view(db, params.draftId, caller, request)
    }),
  )

  route(app, api.undoDraft, ({ params, body, caller, request }) =>
    once(db, request, async (db) => {
      await undoEdit(db, packs, { ...params, ...body }, hand(caller))
      return view(db, params.draftId, caller, request)
    }),
  )

  route(app, api.discardDraft, ({ params, body, caller, request }) =>
    once(db, request, async (db) => {
      await discardDraft(db, packs, { ...params, ...body }, hand(caller))
      return { ok: true as const }
    }),
  )

  route(app, api.importWorkbook, async (call) => {
    const { params, query, caller, request } = call
    const { content } = await readWhole(await call.upload())
    const sheets = await readWorkbook(content, callerKey(caller))
    const digest = createHash('sha256').update(content).digest('hex')
    return once(
      db,
      request,
      async (db) => {
        await importSheets(db, packs, { ...params, ...query }, sheets, hand(caller))
        return view(db, params.draftId, caller, request)
      },
      { ...query, digest },
    )
  })
}
