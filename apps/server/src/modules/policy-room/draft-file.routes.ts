import * as api from '@yichuang/contracts'
import { NEW_KINDS } from '@yichuang/policy'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { checkFile, fileOf, filesOf } from './draft-file.service.ts'
import { readDraft } from './draft.service.ts'
import { checkForm, formOf } from './rule-form.service.ts'
import { draftPage } from './pages.service.ts'
import { languageOf, staffOf, type PolicyRoom } from './policy-room.deps.ts'
import { rebaseDraft } from './rebase.service.ts'

/** The files of a draft, for what has no form of its own; and a draft put onto newer rules. */
export function draftFileRoutes(app: FastifyInstance, room: PolicyRoom): void {
  const { database, packs, clock, once } = room
  const { db } = database

  route(app, api.listDraftFiles, async ({ params, request }) => ({
    items: filesOf(await readDraft(db, packs, params.draftId), languageOf(request)),
    newKinds: [...NEW_KINDS],
  }))

  route(app, api.getDraftFile, async ({ params, query }) =>
    fileOf(packs, await readDraft(db, packs, params.draftId), query.file),
  )

  route(app, api.checkDraftFile, async ({ params, body, request }) =>
    checkFile(packs, await readDraft(db, packs, params.draftId), body, languageOf(request)),
  )

  route(app, api.getRuleForm, async ({ params, query, request }) =>
    formOf(await readDraft(db, packs, params.draftId), query, languageOf(request)),
  )

  route(app, api.checkRuleForm, async ({ params, body, request }) =>
    checkForm(packs, await readDraft(db, packs, params.draftId), body, languageOf(request)),
  )

  route(app, api.rebaseDraft, ({ params, body, caller, request }) =>
    once(db, request, async (db) => {
      const who = staffOf(caller)
      await rebaseDraft(db, packs, { ...params, ...body }, { who, at: clock.now() })
      return draftPage(db, room, params.draftId, { userId: who.userId, language: languageOf(request) })
    }),
  )
}
