import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { FastifyRequest } from 'fastify'
import { inTransaction, type Db } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf, record } from '../audit/index.ts'
import { InstitutionNotFound } from '../institutions/index.ts'
import { actingInstitution, findHospital, type Hospital } from '../organisations/index.ts'
import { changeEntry, closeEntry, decideWriteOff, proposeWriteOff, reopenEntry } from './change.service.ts'
import type { EntryRow } from './entry-row.ts'
import { listAsCsv, pageOfEntries, seenEntry, sumsOfEntries, wholeEntry } from './list.service.ts'
import { openEntry, type Hand, type TreatFirstWorld } from './open.service.ts'
import { ID_NUMBER } from './person.ts'
import { settledBy } from './settled.service.ts'
import { TreatFirstNotSettled } from './treat-first.problems.ts'
import { entryView } from './view.ts'

export type TreatFirstDeps = Pick<Deps, 'database' | 'clock' | 'once'> & TreatFirstWorld

const SEES: readonly StaffRole[] = [
  'clerk',
  'reviewer',
  'approver',
  'finance',
  'supervisor',
  'leader',
  'auditor',
]

/** People treated first: entered by institutions, followed by both sides, closed by what settled them. */
export function treatFirstRoutes(app: FastifyInstance, deps: TreatFirstDeps): void {
  const { database, clock, once, packs } = deps
  /** The institution whose entries somebody may see; undefined: those of the whole city. */
  const scopeOf = async (
    caller: Caller,
    regionCode: string,
    roles: readonly StaffRole[] = SEES,
  ): Promise<Hospital | undefined> => {
    if (holds(caller, regionCode, roles)) return undefined
    if (!holds(caller, regionCode, ['hospital'])) throw NotAllowed()
    const { institution } = await actingInstitution(database.db, caller)
    if (institution.regionCode !== regionCode) throw NotAllowed()
    return institution
  }
  const handOf = (caller: Caller, own: Hospital | undefined): Hand => ({
    actor: actorOf(caller),
    at: clock.now(),
    today: clock.today(),
    side: own ? 'hospital' : 'agency',
  })
  const readerOf = (regionCode: string, request: FastifyRequest) => ({
    pack: packs.current(regionCode),
    language: preferredLanguage(request.headers['accept-language']),
    today: clock.today(),
  })
  const readable = async (caller: Caller, regionCode: string, entryId: string, roles = SEES) => {
    const own = await scopeOf(caller, regionCode, roles)
    const row = await seenEntry(database.forRegion(regionCode), regionCode, entryId, own?.hospitalCode)
    return { row, own }
  }

  route(app, api.openTreatFirst, async ({ body, caller, request }) => {
    const { regionCode, hospitalCode, ...said } = body
    const own = await scopeOf(caller, regionCode, ['clerk', 'reviewer'])
    const institution = own ?? (hospitalCode && (await findHospital(database.db, hospitalCode)))
    if (!institution || institution.regionCode !== regionCode) throw InstitutionNotFound()
    const entered = { ...said, beganOn: plainDate(said.beganOn) }
    return once(database.forRegion(regionCode), request, async (db) =>
      entryView(
        await openEntry(db, deps, institution, entered, handOf(caller, own)),
        readerOf(regionCode, request),
      ),
    )
  })

  route(app, api.listTreatFirst, async ({ query, caller, request }) => {
    const { regionCode } = query
    const own = await scopeOf(caller, regionCode)
    const asked = { ...query, hospitalCode: own?.hospitalCode ?? query.hospitalCode }
    return pageOfEntries(database.forRegion(regionCode), readerOf(regionCode, request), asked)
  })
  route(app, api.treatFirstSums, async ({ query: { regionCode }, caller, request }) => {
    const own = await scopeOf(caller, regionCode)
    const asked = { regionCode, hospitalCode: own?.hospitalCode, place: own?.territory }
    return sumsOfEntries(database.forRegion(regionCode), readerOf(regionCode, request), asked)
  })
  route(app, api.exportTreatFirst, async ({ query, caller, request }) => {
    const { regionCode, state } = query
    const own = await scopeOf(caller, regionCode)
    const hospitalCode = own?.hospitalCode ?? query.hospitalCode
    const content = await inTransaction(database.forRegion(regionCode), async (db) => {
      await record(db, {
        regionCode,
        stream: `institution:${hospitalCode ?? regionCode}`,
        actor: actorOf(caller),
        at: clock.now(),
        act: 'treat-first-exported',
        detail: { state },
      })
      return listAsCsv(db, readerOf(regionCode, request), { regionCode, state, hospitalCode })
    })
    const downloadAs = `treat-first-${regionCode}-${clock.today()}.csv`
    return { content: Buffer.from(content, 'utf8'), type: 'text/csv; charset=utf-8', downloadAs }
  })
  route(app, api.getTreatFirst, async ({ params, query: { regionCode }, caller, request }) => {
    const { row } = await readable(caller, regionCode, params.entryId)
    return wholeEntry(database.forRegion(regionCode), row, readerOf(regionCode, request))
  })

  /** Does something to an entry and shows it: `roles` of the agency may, and the institution it is of when `hospital`. */
  const doing = async (
    call: { readonly params: { entryId: string }; readonly caller: Caller; readonly request: FastifyRequest },
    { regionCode, version }: { readonly regionCode: string; readonly version: number },
    roles: readonly StaffRole[],
    work: (
      db: Db,
      seen: { regionCode: string; entryId: string; version: number },
      by: Hand,
    ) => Promise<EntryRow>,
  ) => {
    const { row, own } = await readable(call.caller, regionCode, call.params.entryId, roles)
    const seen = { regionCode, entryId: row.entryId, version }
    return once(database.forRegion(regionCode), call.request, async (db) =>
      entryView(await work(db, seen, handOf(call.caller, own)), readerOf(regionCode, call.request)),
    )
  }
  route(app, api.changeTreatFirst, (call) => {
    const { regionCode, version, ...said } = call.body
    const roles: StaffRole[] = ['clerk', 'reviewer', 'finance']
    return doing(call, { regionCode, version }, roles, (db, seen, by) =>
      changeEntry(db, deps, seen, said, by),
    )
  })
  route(app, api.closeTreatFirst, async (call) => {
    const { regionCode, by: said, reason } = call.body
    const { row, own } = await readable(call.caller, regionCode, call.params.entryId, ['reviewer', 'finance'])
    if (own && said.how !== 'settlement') throw TreatFirstNotSettled(OF_THE_AGENCY)
    const served = packs.served().map((place) => place.regionCode)
    const settled = await settledBy(deps, served, row, said)
    return doing(call, call.body, ['reviewer', 'finance'], (db, seen, by) =>
      closeEntry(db, deps, seen, settled, reason, by),
    )
  })
  route(app, api.proposeWriteOff, (call) =>
    doing(call, call.body, ['reviewer', 'finance'], (db, seen, by) =>
      proposeWriteOff(db, deps, seen, call.body.reason, by),
    ),
  )
  route(app, api.decideWriteOff, (call) =>
    doing(call, call.body, ['approver', 'leader'], (db, seen, by) =>
      decideWriteOff(db, deps, seen, call.body, by),
    ),
  )
  route(app, api.reopenTreatFirst, (call) =>
    doing(call, call.body, ['reviewer', 'finance'], (db, seen, by) =>
      reopenEntry(db, deps, seen, call.body.reason, by),
    ),
  )
  route(app, api.revealTreatFirst, async ({ params, body, caller }) => {
    const { regionCode, reason } = body
    const { row } = await readable(caller, regionCode, params.entryId, ['reviewer', 'finance'])
    await inTransaction(database.forRegion(regionCode), (db) =>
      record(db, {
        regionCode,
        stream: `institution:${row.hospitalCode}`,
        actor: actorOf(caller),
        at: clock.now(),
        act: 'treat-first-id-number-seen',
        detail: { number: row.number, reason },
      }),
    )
    const sealed = row.idNumberEnc
    return { idNumber: sealed === null ? '' : deps.cipher.decrypt(sealed, ID_NUMBER) }
  })
}

const OF_THE_AGENCY = {
  zh: '医疗机构以本平台的结算了结；凭其他单据的由经办机构办理。',
  en: 'An institution closes by a settlement made here; by other papers the agency does.',
}

function holds(caller: Caller, regionCode: string, roles: readonly StaffRole[]): boolean {
  return (
    caller.kind === 'staff' &&
    caller.roles.some((held) => held.regionCode === regionCode && roles.includes(held.role))
  )
}
