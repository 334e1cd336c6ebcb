import {
  findFeeItems,
  getDocument,
  getGuide,
  listDirectory,
  listItems,
  listPacks,
  listPlaces,
} from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { route } from '../../platform/http/route.ts'
import { DocumentUnknown, PackUnknown } from './catalogue.problems.ts'
import { lookUpFeeItems } from './fee-item.service.ts'
import { guideOf, phonesOf, placeOf, summariesOf } from './guide.ts'
import type { Packs } from './packs.ts'

export interface CatalogueDeps {
  readonly packs: Packs
  readonly clock: Clock
  readonly database: Database
}

export function registerCatalogue(app: FastifyInstance, { packs, clock, database }: CatalogueDeps): void {
  route(app, listPlaces, async ({ request }) => ({
    items: packs.served().map((pack) => placeOf(pack, packs.all(), languageOf(request))),
  }))
  route(app, listItems, async ({ params, request }) => ({
    items: summariesOf(packs.current(params.regionCode), clock.today(), languageOf(request)),
  }))
  route(app, getGuide, async ({ params, query, request }) =>
    guideOf(
      packs.current(params.regionCode),
      params.itemId,
      query.on === undefined ? clock.today() : plainDate(query.on),
      languageOf(request),
    ),
  )
  route(app, listDirectory, async ({ params, request }) => ({
    items: phonesOf(packs.current(params.regionCode), clock.today(), languageOf(request)),
  }))
  route(app, findFeeItems, async ({ query }) => ({
    items: await lookUpFeeItems(
      database.forRegion(query.regionCode),
      query.regionCode,
      query.q,
      query.on === undefined ? clock.today() : plainDate(query.on),
    ),
  }))
  route(app, listPacks, async ({ request }) => {
    const language = languageOf(request)
    return {
      items: [...packs.all().values()].map((pack) => ({
        id: pack.id,
        version: pack.version,
        hash: pack.hash,
        title: pack.title[language],
        extends: pack.extends ?? null,
        overrides: pack.overrides.map(({ id, kind, ofPack }) => ({ id, kind, ofPack })),
        documents: [...pack.documents.values()]
          .filter((document) => document.pack === pack.id)
          .map(({ id, citation, published, sha256 }) => ({
            id,
            citation,
            published,
            sha256: sha256 ?? null,
          })),
      })),
    }
  })
  route(app, getDocument, async ({ params }) => {
    const pack = packs.all().get(params.packId)
    if (!pack) throw PackUnknown({ pack: params.packId, packs: [...packs.all().keys()] })
    const document = pack.documents.get(params.documentId)
    if (!document) throw DocumentUnknown()
    const { id, citation, kind, published, text } = document
    return { id, citation, kind, published, text }
  })
}

function languageOf(request: FastifyRequest) {
  return preferredLanguage(request.headers['accept-language'])
}
