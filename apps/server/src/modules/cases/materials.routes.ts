import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { MATERIAL_KINDS } from '../../platform/files/index.ts'
import { callerKey } from '../../platform/http/caller.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { route } from '../../platform/http/route.ts'
import { FileNotFound, importLines, linesTemplate, selectFile } from '../materials/index.ts'
import { mayEdit } from './applicant.service.ts'
import { addCaseFile, checkMaterial, owes, removeCaseFile } from './case-files.service.ts'
import { UnknownMaterial } from './cases.problems.ts'
import { noteFarReading } from './far-reading.ts'
import { rulesOf } from './rules.ts'
import { asking, visible, type CasesDeps } from './visible.service.ts'

/** Files of a case: whoever may see the case may see them, whoever may edit it may add and take back. */
export function materialsRoutes(app: FastifyInstance, deps: CasesDeps): void {
  const { once, files, config } = deps

  route(app, api.addMaterial, async (call) => {
    const { caseId, materialId } = call.params
    const ref = { regionCode: call.query.regionCode, caseId }
    const { db, who, row } = await visible(deps, call, ref)
    const rules = await rulesOf(row, who.today)
    if (!(await owes(db, row, materialId))) mayEdit({ row, rules })
    if (!rules.item.materials.some(({ id }) => id === materialId)) throw UnknownMaterial()

    const { fileName, stream } = await call.upload()
    const options = { fileName, maxBytes: config.maxUploadBytes, accept: MATERIAL_KINDS }
    const stored = await files.receive(stream, options)
    return once(
      db,
      call.request,
      (db) => addCaseFile(db, who, ref, { materialId, fileName, stored }),
      stored.sha256,
    )
  })

  route(app, api.removeMaterial, async (call) => {
    const { caseId, materialId, fileId } = call.params
    const ref = { regionCode: call.query.regionCode, caseId }
    const { db, who } = await visible(deps, call, ref)
    return once(db, call.request, async (db) => ({
      ok: true as const,
      version: await removeCaseFile(db, who, ref, { materialId, fileId }),
    }))
  })

  route(app, api.checkMaterial, async (call) => {
    const { caseId, materialId } = call.params
    const { regionCode, ...asked } = call.body
    const who = asking(deps, call)
    return once(deps.database.forRegion(regionCode), call.request, async (db) => {
      await checkMaterial(db, who, { regionCode, caseId }, { ...asked, materialId })
      return { ok: true as const }
    })
  })

  route(app, api.importLines, async (call) =>
    importLines(
      await call.upload(),
      preferredLanguage(call.request.headers['accept-language']),
      callerKey(call.caller),
    ),
  )
  route(app, api.linesTemplate, async () => ({
    content: await linesTemplate(),
    downloadAs: '费用明细模板.xlsx',
  }))

  route(app, api.getFile, async (call) => {
    const ref = { regionCode: call.query.regionCode, caseId: call.params.caseId }
    const { db, who, row, mine } = await visible(deps, call, ref)
    await noteFarReading(db, who, row, mine)
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
