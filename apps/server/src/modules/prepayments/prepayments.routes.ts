import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { measuresOfKind } from '../measures/index.ts'
import { actingInstitution } from '../organisations/index.ts'
import { bookEntry, grantPrepayment, takeBack } from './prepayment.service.ts'
import { listing, listingOf, prepaymentView, wholePrepayment } from './view.service.ts'

export type PrepaymentsDeps = Pick<Deps, 'database' | 'clock' | 'once'> & { readonly packs: Packs }

const READERS: ReadonlySet<StaffRole> = new Set(['finance', 'leader', 'supervisor', 'auditor'])

/** Money paid to hospitals in advance: granted by leaders, booked by finance, every fen accounted for. */
export function prepaymentsRoutes(app: FastifyInstance, deps: PrepaymentsDeps): void {
  const { database, clock, once, packs } = deps
  const hand = (caller: Caller) => ({ actor: actorOf(caller), at: clock.now(), today: clock.today() })
  const measuresAt = (regionCode: string, place?: string) =>
    measuresOfKind(regionCode, 'prepay-hospitals', clock.today(), place)

  route(app, api.listPrepayments, async ({ query: { regionCode }, caller, request }) => {
    mustHold(caller, regionCode, READERS)
    const language = preferredLanguage(request.headers['accept-language'])
    const read = { regionCode, pack: packs.current(regionCode), language }
    return listing(database.forRegion(regionCode), read, measuresAt(regionCode))
  })
  route(app, api.ownPrepayments, async ({ caller, request }) => {
    const { institution } = await actingInstitution(database.db, caller)
    const { regionCode, hospitalCode } = institution
    const language = preferredLanguage(request.headers['accept-language'])
    const read = { regionCode, pack: packs.current(regionCode), language }
    return listingOf(database.forRegion(regionCode), read, hospitalCode)
  })
  route(app, api.getPrepayment, async ({ params, query: { regionCode }, caller, request }) => {
    mustHold(caller, regionCode, READERS)
    const language = preferredLanguage(request.headers['accept-language'])
    const read = { regionCode, pack: packs.current(regionCode), language }
    return wholePrepayment(database.forRegion(regionCode), read, params.grantId)
  })

  route(app, api.grantPrepayment, async ({ body: { regionCode, ...asked }, caller, request }) => {
    mustHold(caller, regionCode, new Set(['leader']))
    const language = preferredLanguage(request.headers['accept-language'])
    return once(database.forRegion(regionCode), request, async (db) =>
      prepaymentView(
        await grantPrepayment(db, regionCode, asked, (place) => measuresAt(regionCode, place), hand(caller)),
        packs.current(regionCode),
        language,
      ),
    )
  })
  route(app, api.bookPrepayment, async ({ params, body, caller, request }) => {
    const { regionCode, day, patients, medicalTotal, reference, note, ...entry } = body
    mustHold(caller, regionCode, new Set(['finance']))
    const language = preferredLanguage(request.headers['accept-language'])
    const said = {
      ...entry,
      day: plainDate(day),
      ...(patients !== undefined && { patients }),
      ...(medicalTotal !== undefined && { medicalTotal }),
      ...(reference && { reference }),
      ...(note && { note }),
    }
    return once(database.forRegion(regionCode), request, async (db) =>
      prepaymentView(
        await bookEntry(db, regionCode, params.grantId, said, hand(caller)),
        packs.current(regionCode),
        language,
      ),
    )
  })
  route(app, api.correctPrepayment, async ({ params, body, caller, request }) => {
    const { regionCode, version, reason } = body
    mustHold(caller, regionCode, new Set(['finance']))
    const language = preferredLanguage(request.headers['accept-language'])
    const asked = { seq: Number(params.seq), version, reason }
    return once(database.forRegion(regionCode), request, async (db) =>
      prepaymentView(
        await takeBack(db, regionCode, params.grantId, asked, hand(caller)),
        packs.current(regionCode),
        language,
      ),
    )
  })
}

function mustHold(caller: Caller, regionCode: string, roles: ReadonlySet<StaffRole>): void {
  const holds =
    caller.kind === 'staff' && caller.roles.some((at) => at.regionCode === regionCode && roles.has(at.role))
  if (!holds) throw NotAllowed()
}
