import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { MATERIAL_KINDS } from '../../platform/files/index.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { route } from '../../platform/http/route.ts'
import {
  addFile,
  fileView,
  FileNotFound,
  importLines,
  linesTemplate,
  removeFile,
  selectFile,
} from '../materials/index.ts'
import { mayEdit } from './applicant.service.ts'
import { touchCase } from './case.queries.ts'
import { visible, type CasesDeps } from './cases.routes.ts'
import { UnknownMaterial } from './cases.problems.ts'
import { lockedCase } from './engine.ts'
import { rulesOf } from './rules.ts'
import { standing } from './access.ts'

/** Files of a case: whoever may see the case may see them, whoever may edit it may add and take back. */
export function materialsRoutes(app: FastifyInstance, deps: CasesDeps): void {
  const { once, files, config } = deps

  route(app, api.addMaterial, async (call) => {
    const { caseId, materialId } = call.params
    const ref = { regionCode: call.query.regionCode, caseId }
    const { db, who, row } = await visible(deps, call, ref)
    const rules = await rulesOf(row, who.today)
    mayEdit({ row, rules })
    if (!rules.item.materials.some(({ id }) => id === materialId)) throw UnknownMaterial()

    const { fileName, stream } = await call.upload()
    const options = { fileName, maxBytes: config.maxUploadBytes, accept: MATERIAL_KINDS }
    const stored = await files.receive(stream, options)
    const work = once(
      db,
      call.request,
      async (db) => {
        // While the file came in, somebody may have handed the case in.
        const open = await lockedCase(db, ref, { at: who.at })
        await standing(db, who, open.row)
        mayEdit(open)
        const file = await addFile(db, ref, { materialId, fileName, stored, at: who.at, by: who.actor.id! })
        return { file: fileView(file), version: await touchCase(db, ref, who.at) }
      },
      stored.sha256,
    )
    return work
  })

  route(app, api.removeMaterial, async (call) => {
    const { caseId, materialId, fileId } = call.params
    const ref = { regionCode: call.query.regionCode, caseId }
    const { db, who } = await visible(deps, call, ref)
    return once(db, call.request, async (db) => {
      const open = await lockedCase(db, ref, { at: who.at })
      await standing(db, who, open.row)
      mayEdit(open)
      await removeFile(db, ref, { materialId, fileId, at: who.at })
      await touchCase(db, ref, who.at)
      return { ok: true as const }
    })
  })

  route(app, api.importLines, async (call) =>
    importLines(await call.upload(), preferredLanguage(call.request.headers['accept-language'])),
  )
  route(app, api.linesTemplate, async () => ({
    content: await linesTemplate(),
    downloadAs: '费用明细模板.xlsx',
  }))

  route(app, api.getFile, async (call) => {
    const ref = { regionCode: call.query.regionCode, caseId: call.params.caseId }
    const { db } = await visible(deps, call, ref)
    const file = await selectFile(db, ref, call.params.fileId)
    if (!file) throw FileNotFound()
    if (call.query.size === 'thumbnail') {
      const small = file.isImage ? await files.thumbnail(file.sha256) : undefined
      if (!small) throw FileNotFound()
      return { content: small, type: 'image/webp' }
    }
    const content = await files.read(file.sha256)
    // A browser shows pictures itself; everything else is taken home.
    return file.isImage ? { content, type: file.type } : { content, type: file.type, downloadAs: file.name }
  })
}
