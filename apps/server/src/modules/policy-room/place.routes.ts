import * as api from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import { workbookOf } from '@yichuang/policy'
import type { FastifyInstance } from 'fastify'
import { callerKey } from '../../platform/http/caller.ts'
import { route } from '../../platform/http/route.ts'
import { PackUnknown } from '../catalogue/index.ts'
import { documentText } from './document-text.ts'
import { ruleHistory } from './history.ts'
import { placeView } from './place.ts'
import { languageOf, type PolicyRoomDeps } from './policy-room.deps.ts'
import { ruleText } from './rule-text.ts'
import { readWhole } from './upload.ts'
import { writeWorkbook } from './workbook-file.ts'

/** What is in force, what was, and what it rests on. */
export function placeRoutes(app: FastifyInstance, { packs, clock }: PolicyRoomDeps): void {
  const day = (text: string | undefined) => (text === undefined ? clock.today() : plainDate(text))

  route(app, api.listPolicyPlaces, async ({ request }) => {
    const served = new Set(packs.served().map(({ id }) => id))
    const items = [...packs.all().values()].map((pack) => ({
      packId: pack.id,
      title: pack.title[languageOf(request)],
      regionCode: pack.regionCode,
      served: served.has(pack.id),
    }))
    return { items: items.toSorted((a, b) => Number(b.served) - Number(a.served)), today: clock.today() }
  })

  route(app, api.getPolicyPlace, ({ params, query, request }) =>
    placeView(
      packs,
      params.packId,
      { on: day(query.on), year: query.year, known: day(query.known) },
      languageOf(request),
    ),
  )

  route(app, api.getRuleHistory, ({ params, query, request }) =>
    ruleHistory(packs, params, day(query.known), languageOf(request)),
  )

  route(app, api.getRuleText, ({ params, query, request }) =>
    ruleText(packs, params, { on: day(query.on), known: day(query.known) }, languageOf(request)),
  )

  route(app, api.getPolicyWorkbook, async ({ params }) => {
    const pack = packs.all().get(params.packId)
    if (!pack) throw PackUnknown({ pack: params.packId, packs: [...packs.all().keys()] })
    return { content: await writeWorkbook(workbookOf(pack)), downloadAs: `${pack.title.zh}参数工作簿.xlsx` }
  })

  route(app, api.readDocumentText, async (call) => {
    const { fileName, content } = await readWhole(await call.upload())
    return { text: await documentText(fileName, content, callerKey(call.caller)) }
  })
}
