import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import { daysBetween, fen, formatYuan, plainDate, yuan } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import { actingInstitution, findHospital, hospitalsOfRegion, type Hospital } from '../organisations/index.ts'
import { clearDifference, closeOnTotals, type Clearer } from './clear.service.ts'
import { ReconciliationRange, ReconciliationUnknown } from './reconciliation.problems.ts'
import { dayDetail, daysView } from './view.service.ts'

export type ReconciliationDeps = Pick<Deps, 'database' | 'clock' | 'once'>

const AGENCY: readonly StaffRole[] = ['finance', 'supervisor']
/** Days an institution looks at together; a city looks at fewer. */
const [MOST_DAYS, MOST_DAYS_OF_CITY] = [92, 31]

/** Reconciliation for people: a hospital's insurance office its own, the agency that of the city. */
export function reconciliationRoutes(app: FastifyInstance, deps: ReconciliationDeps): void {
  const { database, clock, once } = deps
  /** The institution somebody may see: a hospital none but its own; others do not exist for it. */
  const visible = async (caller: Caller, regionCode: string, code: string | undefined) => {
    if (holds(caller, regionCode, AGENCY)) {
      const institution = code === undefined ? undefined : await findHospital(database.db, code)
      if (institution?.regionCode !== regionCode) throw ReconciliationUnknown()
      return { institution, side: 'agency' as const }
    }
    if (!holds(caller, regionCode, ['hospital'])) throw NotAllowed()
    const { institution } = await actingInstitution(database.db, caller)
    if (institution.regionCode !== regionCode || (code !== undefined && code !== institution.hospitalCode))
      throw ReconciliationUnknown()
    return { institution, side: 'hospital' as const }
  }
  const acting = async (caller: Caller, regionCode: string, code: string) => {
    const { institution, side } = await visible(caller, regionCode, code)
    const by: Clearer = { actor: actorOf(caller), side, at: clock.now(), today: clock.today() }
    return { institution, by }
  }

  route(app, api.listReconciliationDays, async ({ query, caller }) => {
    const { regionCode } = query
    const { from, to } = rangeOf(query, MOST_DAYS)
    const { institution } = await visible(caller, regionCode, query.institution)
    const range = { institutionCode: institution.hospitalCode, from, to }
    const items = await daysView(database.forRegion(regionCode), regionCode, range, clock.now())
    return { institution: nameOf(institution), items, total: totalOf(items) }
  })

  route(app, api.listReconciliations, async ({ query, caller }) => {
    const { regionCode, cursor = '', limit } = query
    const { from, to } = rangeOf(query, MOST_DAYS_OF_CITY)
    if (!holds(caller, regionCode, AGENCY)) throw NotAllowed()
    const db = database.forRegion(regionCode)
    const all = await hospitalsOfRegion(database.db, regionCode)
    const from0 = all
      .toSorted((a, b) => (a.hospitalCode < b.hospitalCode ? -1 : 1))
      .filter(({ hospitalCode }) => hospitalCode > cursor)
    const items = []
    for (const institution of from0.slice(0, limit)) {
      const range = { institutionCode: institution.hospitalCode, from, to }
      const days = await daysView(db, regionCode, range, clock.now())
      const { closed, openDifferences, centre } = totalOf(days)
      items.push({
        ...nameOf(institution),
        days: days.map(({ day, state, openDifferences }) => ({ day, state, openDifferences })),
        closed,
        openDifferences,
        centre,
      })
    }
    return { items, next: from0.length > limit ? items.at(-1)!.code : null }
  })

  route(app, api.getReconciliationDay, async ({ params, query: { regionCode }, caller }) => {
    const { institution } = await visible(caller, regionCode, params.institution)
    const db = database.forRegion(regionCode)
    return dayDetail(db, regionCode, institution, plainDate(params.day), clock.now())
  })

  route(app, api.closeReconciliationDay, async ({ params, body, caller, request }) => {
    const { regionCode, reason } = body
    const { institution, by } = await acting(caller, regionCode, params.institution)
    const day = plainDate(params.day)
    return once(database.forRegion(regionCode), request, async (db) => {
      await closeOnTotals(db, regionCode, institution.hospitalCode, day, reason, by)
      return dayDetail(db, regionCode, institution, day, by.at)
    })
  })

  route(app, api.clearReconciliationDifference, async ({ params, body, caller, request }) => {
    const { regionCode, how, reason } = body
    const { institution, by } = await acting(caller, regionCode, params.institution)
    const asked = { differenceId: params.differenceId, how, reason }
    return once(database.forRegion(regionCode), request, async (db) => {
      const day = await clearDifference(db, regionCode, institution.hospitalCode, asked, by)
      return dayDetail(db, regionCode, institution, day, by.at)
    })
  })
}

const nameOf = ({ hospitalCode, name }: Hospital) => ({ code: hospitalCode, name })

function rangeOf({ from, to }: { readonly from: string; readonly to: string }, most: number) {
  const range = { from: plainDate(from), to: plainDate(to) }
  if (range.to < range.from || daysBetween(range.from, range.to) >= most) throw ReconciliationRange({ most })
  return range
}

function totalOf(days: readonly api.ReconciliationDay[]) {
  const sum = (name: 'medical' | 'fund' | 'account') =>
    formatYuan(fen(days.reduce((so, { centre }) => so + yuan(centre[name]), 0)))
  return {
    days: days.length,
    closed: days.filter(({ state }) => state === 'closed').length,
    openDifferences: days.reduce((so, { openDifferences }) => so + openDifferences, 0),
    centre: {
      count: days.reduce((so, { centre }) => so + centre.count, 0),
      medical: sum('medical'),
      fund: sum('fund'),
      account: sum('account'),
    },
  }
}

function holds(caller: Caller, regionCode: string, roles: readonly StaffRole[]): boolean {
  return (
    caller.kind === 'staff' &&
    caller.roles.some((held) => held.regionCode === regionCode && roles.includes(held.role))
  )
}
