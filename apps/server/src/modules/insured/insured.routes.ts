import * as api from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import { inTransaction, type Database, type Db } from '../../platform/db.ts'
import type { Caller, PersonCaller } from '../../platform/http/caller.ts'
import type { Once } from '../../platform/http/once.ts'
import { InvalidInput, NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { qrOf } from '../../platform/qr.ts'
import { actorOf } from '../audit/index.ts'
import { withOtherGroups } from './group.service.ts'
import { PersonUnknown } from './insured.problems.ts'
import { grantMandate, mandatesIn, mandatesOf, recordMandate, revokeMandate } from './mandate.service.ts'
import type { MandateRow } from './mandate.queries.ts'
import { findByIdNumber, findByName, getPerson, personsRegions, revealField } from './person.service.ts'
import { issueVoucher, redeemVoucher, VOUCHER_SECONDS } from './voucher.service.ts'

export interface InsuredContext {
  readonly database: Database
  readonly clock: Clock
  readonly once: Once
}

export function insuredRoutes(app: FastifyInstance, { database, clock, once }: InsuredContext): void {
  const by = (caller: Caller) => ({ actor: actorOf(caller), at: clock.now(), today: clock.today() })
  const wholePerson = async (db: Db, regionCode: string, personId: string) =>
    withOtherGroups(db, regionCode, await getPerson(db, regionCode, personId), clock.today())
  const lastDay = (to: string | null) => (to === null ? null : plainDate(to))

  route(app, api.getMe, async ({ caller }) => {
    const { personId, regionCodes } = person(caller)
    const everywhere = await Promise.all(
      regionCodes.map((code) => wholePerson(database.forRegion(code), code, personId)),
    )
    if (!everywhere[0]) throw PersonUnknown()
    const enrolments = everywhere.flatMap(({ enrolments }) => enrolments)
    const groups = everywhere.flatMap((here) => here.groups)
    return { person: { ...everywhere[0], enrolments, groups }, ...(await mandatesOf(database.db, personId)) }
  })

  route(app, api.grantMandate, async ({ body, caller, request }) => {
    const { personId, regionCodes } = person(caller)
    return once(database.forRegion(regionCodes[0]!), request, (db) =>
      grantMandate(db, personId, { ...body, to: lastDay(body.to) }, by(caller)),
    )
  })

  route(app, api.recordMandate, async ({ body, caller, request }) => {
    const [regionCode] = await regionsShared(database, caller, body.principalId)
    if (regionCode === undefined) throw PersonUnknown()
    return once(database.forRegion(regionCode), request, (db) =>
      recordMandate(db, regionCode, { ...body, to: lastDay(body.to) }, by(caller)),
    )
  })

  route(app, api.revokeMandate, async ({ params, caller, request }) =>
    once(database.forRegion(homeOf(caller)), request, (db) =>
      revokeMandate(db, params.mandateId, (mandate) => mayEnd(caller, mandate), by(caller)),
    ),
  )

  route(app, api.personMandates, async ({ params, query, caller }) => {
    mustServe(caller, query.regionCode)
    return mandatesIn(database.forRegion(query.regionCode), [query.regionCode], params.personId)
  })

  route(app, api.findPersons, async ({ body, caller }) => {
    mustServe(caller, body.regionCode)
    const { regionCode, idNumber, name, voucher } = body
    const db = database.forRegion(regionCode)
    if ([idNumber, name, voucher].filter((text) => text).length !== 1) throw oneWayOnly()
    if (name) return { items: await findByName(db, regionCode, name) }
    if (voucher)
      return {
        items: [
          await inTransaction(db, async (db) =>
            getPerson(db, regionCode, await redeemVoucher(db, voucher, new Date())),
          ),
        ],
      }
    const found = await findByIdNumber(db, regionCode, idNumber!, clock.today())
    return { items: found ? [found] : [] }
  })

  route(app, api.getPerson, async ({ params, query, caller }) => {
    mustServe(caller, query.regionCode)
    return wholePerson(database.forRegion(query.regionCode), query.regionCode, params.personId)
  })

  route(app, api.revealPerson, async ({ params, body, caller }) => {
    mustServe(caller, body.regionCode)
    // Each look is recorded by itself; a repeated request is a second look.
    const value = await inTransaction(database.forRegion(body.regionCode), (db) =>
      revealField(db, { ...body, personId: params.personId }, actorOf(caller), clock.now()),
    )
    return { value }
  })

  route(app, api.issueVoucher, async ({ caller }) => {
    // The life of a code is real time, also where the day is a made-up one.
    const code = await issueVoucher(database.db, person(caller).personId, new Date())
    return { code, qr: qrOf(code), validSeconds: VOUCHER_SECONDS }
  })
}

function person(caller: Caller): PersonCaller {
  if (caller.kind !== 'person') throw NotAllowed()
  return caller
}

/** Staff serve the cities in which they hold a role. */
function mustServe(caller: Caller, regionCode: string): void {
  if (!serves(caller, regionCode)) throw NotAllowed()
}

function serves(caller: Caller, regionCode: string): boolean {
  return caller.kind === 'staff' && caller.roles.some((held) => held.regionCode === regionCode)
}

function mayEnd(caller: Caller, { regionCode, principal, agent }: MandateRow): boolean {
  if (caller.kind !== 'person') return serves(caller, regionCode)
  return caller.personId === principal.personId || caller.personId === agent.personId
}

function homeOf(caller: Caller): string {
  return caller.kind === 'staff' ? caller.roles[0]!.regionCode : person(caller).regionCodes[0]!
}

async function regionsShared(database: Database, caller: Caller, personId: string): Promise<string[]> {
  const regions = await personsRegions(database.db, personId)
  return regions.filter((regionCode) => serves(caller, regionCode))
}

function oneWayOnly() {
  const message = {
    zh: '请在身份证号码、姓名、医保码中填写一项',
    en: 'give one of ID number, name and e-voucher code',
  }
  return InvalidInput({ faults: [{ path: 'idNumber', code: 'one-way-only', message }] })
}
