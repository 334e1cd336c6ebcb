import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { PlainDate } from '@yichuang/kernel'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import type { Language } from '../../platform/problem.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import { citationOf } from '../catalogue/index.ts'
import { hospitalByCode } from '../organisations/index.ts'
import { accessTo, AGENCY, holds, type ChronicDeps } from './access.ts'
import { classesOf, designate, designationsOf, mustFit } from './designation.service.ts'
import { countWaiting } from './list.service.ts'
import { dueOf, handOver, monthsOf } from './month.service.ts'
import { giveOpinion, queueOf } from './panel.service.ts'
import { anytimeClasses, handOverRule, monthOf, networkedClasses, networkedCount } from './rules.ts'
import { panelItemOf } from './view.service.ts'
import { plainDate } from '@yichuang/kernel'

/** What is recognised how, the monthly lists, the experts, and which hospital is designated for what. */
export function panelRoutes(app: FastifyInstance, deps: ChronicDeps): void {
  const { database, clock, once, packs } = deps
  const { acting } = accessTo(deps)
  const basisOf = (regionCode: string, today: PlainDate, language: Language) =>
    dueOf(packs, regionCode, monthOf(today), today)?.sources.map((source) => citationOf(source, language)) ??
    []

  route(app, api.chronicCatalogue, async ({ query, request }) => {
    const language = preferredLanguage(request.headers['accept-language'])
    const [pack, today] = [packs.current(query.regionCode), clock.today()]
    const rule = handOverRule(pack, today)
    const shown = (list: ReturnType<typeof anytimeClasses>) =>
      list.map(({ id, name, source }) => ({ id, name, source: citationOf(source, language) }))
    return {
      anytime: shown(anytimeClasses(pack, today)),
      networked: shown(networkedClasses(pack, today)),
      networkedCount: networkedCount(pack, today),
      handOver: 'missing' in rule ? null : { day: rule.day, source: citationOf(rule.source, language) },
      missing: 'missing' in rule ? rule.sentence[language] : null,
    }
  })

  route(app, api.chronicMonths, async ({ caller, request }) => {
    const { db, institution, today } = await acting(caller)
    const { regionCode, hospitalCode } = institution
    const language = preferredLanguage(request.headers['accept-language'])
    const rule = handOverRule(packs.current(regionCode), today)
    return {
      regionCode,
      items: await monthsOf(db, packs, { regionCode, hospitalCode, today }),
      basis: basisOf(regionCode, today, language),
      missing: 'missing' in rule ? rule.sentence[language] : null,
      designated: [...(await classesOf(db, institution, today))],
    }
  })

  route(app, api.handOverChronic, async ({ params, caller, request }) => {
    const { db, institution, actor, at, today } = await acting(caller)
    return once(db, request, async (db) => {
      await handOver(db, packs, params.month, { institution, actor, at, today })
      const { regionCode, hospitalCode } = institution
      const months = await monthsOf(db, packs, { regionCode, hospitalCode, today })
      return months.find(({ month }) => month === params.month)!
    })
  })

  route(app, api.chronicBatches, async ({ query, caller, request }) => {
    const { regionCode } = query
    if (!holds(caller, regionCode, AGENCY)) throw NotAllowed()
    const [db, today] = [database.forRegion(regionCode), clock.today()]
    const months = await monthsOf(db, packs, { regionCode, hospitalCode: null, today })
    const language = preferredLanguage(request.headers['accept-language'])
    return {
      items: months.toSorted((a, b) => Number(b.late) - Number(a.late)),
      waiting: await countWaiting(db, regionCode),
      basis: basisOf(regionCode, today, language),
    }
  })

  route(app, api.panelQueue, async ({ caller }) => {
    const { db, institution, expert, today } = await acting(caller)
    const { waiting, leftOut } = await queueOf(db, institution.regionCode, expert)
    return { items: await Promise.all(waiting.map((one) => panelItemOf(db, one, today))), leftOut }
  })

  route(app, api.giveOpinion, async ({ params, body, caller, request }) => {
    const { db, institution, expert, actor, at, today } = await acting(caller)
    const about = { regionCode: institution.regionCode, applicationId: params.applicationId, ...body }
    const decided = await once(
      db,
      request,
      async (db) => (await giveOpinion(db, about, expert, { actor, at, today })) ?? null,
    )
    return { decided }
  })

  route(app, api.listDesignations, async ({ query, caller }) => {
    const { regionCode } = query
    if (!holds(caller, regionCode, AGENCY)) throw NotAllowed()
    const rows = await designationsOf(database.forRegion(regionCode), regionCode)
    const items = await Promise.all(
      rows.map(async ({ hospitalCode, classId, from, until }) => ({
        hospital: {
          code: hospitalCode,
          name: (await hospitalByCode(database.db, hospitalCode))?.name ?? hospitalCode,
        },
        classId,
        from,
        until,
      })),
    )
    return { items }
  })

  route(app, api.designate, async ({ body, caller, request }) => {
    const { regionCode, hospitalCode, classId, from, until } = body
    if (!holds(caller, regionCode, ['supervisor'])) throw NotAllowed()
    const hospital = await mustFit(database.db, packs, body, clock.today())
    const row = {
      hospitalCode,
      classId,
      from: plainDate(from),
      until: until === null ? null : plainDate(until),
    }
    await once(database.forRegion(regionCode), request, async (db) => {
      await designate(db, regionCode, { ...row, by: actorOf(caller).name, at: clock.now() })
      return null
    })
    return { hospital: { code: hospitalCode, name: hospital.name }, classId, from, until }
  })
}
