import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { MATERIAL_KINDS } from '../../platform/files/index.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import { letterFile } from '../letters/index.ts'
import { FileNotFound, selectFile } from '../materials/index.ts'
import { accessTo, type ChronicDeps } from './access.ts'
import { ChronicClosed, ChronicUnknown } from './chronic.problems.ts'
import { collect, withdraw } from './collect.service.ts'
import { addPaper, applicationsOf, listApplications } from './list.service.ts'
import { appeal } from './panel.service.ts'
import { paperOf, summaryOf, viewOf } from './view.service.ts'
import { NotAllowed } from '../../platform/http/problems.ts'

/** Applications: taken in by hospitals with their papers, followed by the agency and by the person. */
export function chronicRoutes(app: FastifyInstance, deps: ChronicDeps): void {
  const { database, clock, once, files, config, packs } = deps
  const { acting, scopeOf, visible } = accessTo(deps)

  route(app, api.collectChronic, async ({ body, caller, request }) => {
    const { db, institution, actor, at, today } = await acting(caller)
    const by = { institution, actor, at, today, source: 'desk' as const }
    const row = await once(db, request, (db) => collect(db, packs, body, by))
    return viewOf(db, packs, row, today)
  })

  route(app, api.addChronicPaper, async (call) => {
    const { regionCode } = call.query
    const { db, row } = await visible(call.caller, regionCode, call.params.applicationId)
    if (row.state === 'withdrawn' || row.state === 'granted') throw ChronicClosed()
    const { fileName, stream } = await call.upload()
    const options = { fileName, maxBytes: config.maxUploadBytes, accept: MATERIAL_KINDS }
    const stored = await files.receive(stream, options)
    const by = actorOf(call.caller).id!
    return once(
      db,
      call.request,
      async (db) => paperOf(await addPaper(db, row, { fileName, stored, at: clock.now(), by })),
      stored.sha256,
    )
  })

  route(app, api.chronicPaper, async ({ params, query, caller }) => {
    const { regionCode } = query
    const { db, row } = await visible(caller, regionCode, params.applicationId)
    const file = await selectFile(db, { regionCode, caseId: row.applicationId }, params.fileId)
    if (!file) throw FileNotFound()
    const content = await files.read(file.sha256)
    return file.isImage ? { content, type: file.type } : { content, type: file.type, downloadAs: file.name }
  })

  route(app, api.listChronic, async ({ query, caller }) => {
    const { regionCode, cursor, limit, month } = query
    const db = database.forRegion(regionCode)
    const hospitalCode = await scopeOf(caller, regionCode)
    const asked = { hospitalCode, month, cursor, limit }
    const { rows, next } = await listApplications(db, regionCode, asked)
    return { items: await Promise.all(rows.map((row) => summaryOf(db, row))), next }
  })

  route(app, api.getChronic, async ({ params, query, caller }) => {
    const { db, row } = await visible(caller, query.regionCode, params.applicationId)
    return viewOf(db, packs, row, clock.today())
  })

  route(app, api.withdrawChronic, async ({ params, body, caller, request }) => {
    const { regionCode, reason } = body
    const { db, row } = await visible(caller, regionCode, params.applicationId)
    const by = { actor: actorOf(caller), at: clock.now() }
    const done = await once(db, request, (db) =>
      withdraw(db, { regionCode, applicationId: row.applicationId, reason }, by),
    )
    return viewOf(db, packs, done, clock.today())
  })

  route(app, api.appealChronic, async ({ params, body, caller, request }) => {
    const { regionCode, reason } = body
    const { db, row } = await visible(caller, regionCode, params.applicationId)
    const side = caller.kind === 'person' ? ('person' as const) : ('hospital' as const)
    const by = { actor: actorOf(caller), at: clock.now(), today: clock.today(), side }
    const done = await once(db, request, (db) =>
      appeal(db, { regionCode, applicationId: row.applicationId, reason }, by),
    )
    return viewOf(db, packs, done, clock.today())
  })

  route(app, api.myChronic, async ({ caller }) => {
    if (caller.kind !== 'person') throw NotAllowed()
    const lists = await Promise.all(
      caller.regionCodes.map(async (code) => {
        const db = database.forRegion(code)
        const rows = await applicationsOf(db, code, caller.personId)
        return Promise.all(rows.map((row) => viewOf(db, packs, row, clock.today())))
      }),
    )
    return { items: lists.flat() }
  })

  route(app, api.chronicLetter, async ({ params, query, caller }) => {
    const { regionCode } = query
    const { db, row } = await visible(caller, regionCode, params.applicationId)
    if (row.state === 'collected') throw ChronicUnknown()
    const owner = { regionCode, caseId: row.applicationId }
    const { content, name } = await letterFile(db, files, config.publicUrl, owner, 'chronic')
    return { content, downloadAs: name }
  })
}
