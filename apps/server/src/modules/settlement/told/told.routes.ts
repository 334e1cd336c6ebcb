import { getSettlement, mySettlements, personSettlements } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { inTransaction, type Db } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import type { Caller } from '../../../platform/http/caller.ts'
import { preferredLanguage } from '../../../platform/http/language.ts'
import { NotAllowed } from '../../../platform/http/problems.ts'
import { route } from '../../../platform/http/route.ts'
import { actorOf, record } from '../../audit/index.ts'
import { mayActFor } from '../../insured/index.ts'
import { listSettlements, oneAndPrincipals, type NameElsewhere } from './told-list.service.ts'
import { SettlementNotFound } from './told.problems.ts'
import { findTold, settlementView } from './told-view.service.ts'

type ToldDeps = Pick<Deps, 'database' | 'clock'> & { readonly nameElsewhere: NameElsewhere }

/** Settlements as people and the agency read them. */
export function settlementRoutes(app: FastifyInstance, { database, clock, nameElsewhere }: ToldDeps): void {
  const databaseOf = (regionCode: string) => database.forRegion(regionCode)

  route(app, mySettlements, async ({ query, caller }) => {
    if (caller.kind !== 'person') throw NotAllowed()
    const whose = await oneAndPrincipals(database.db, caller, clock.today())
    return listSettlements(databaseOf, whose, query, nameElsewhere)
  })

  route(app, personSettlements, async ({ params: { personId }, query, caller }) => {
    const { regionCode } = query
    if (!serves(caller, regionCode)) throw NotAllowed()
    const found = await listSettlements(databaseOf, [{ regionCode, personId }], query, nameElsewhere)
    await noteReading(
      databaseOf(regionCode),
      caller,
      { regionCode, personId },
      { settlements: found.items.length },
    )
    return found
  })

  route(app, getSettlement, async ({ params, query: { regionCode }, caller, request }) => {
    if (caller.kind === 'staff' && !serves(caller, regionCode)) throw SettlementNotFound()
    const db = databaseOf(regionCode)
    const found = await findTold(db, regionCode, params.settlementId)
    const { personId, settlementId } = found.row
    if (caller.kind === 'person') await mustBeTheirs(db, caller.personId, regionCode, personId)
    else await noteReading(db, caller, { regionCode, personId }, { settlementId })
    const language = preferredLanguage(request.headers['accept-language'])
    return settlementView(db, found, language, nameElsewhere)
  })

  async function mustBeTheirs(db: Db, reader: string, regionCode: string, personId: string): Promise<void> {
    if (reader === personId) return
    if (!(await mayActFor(db, regionCode, reader, personId, clock.today()))) throw SettlementNotFound()
  }

  /** What staff read of a person's care stands in that person's trail. */
  async function noteReading(
    db: Db,
    caller: Caller,
    { regionCode, personId }: { readonly regionCode: string; readonly personId: string },
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const [actor, at] = [actorOf(caller), clock.now()]
    const stream = `person:${personId}` as const
    await inTransaction(db, (db) =>
      record(db, { regionCode, stream, actor, act: 'settlements-read', at, personId, detail }),
    )
  }
}

/** Staff serve the cities in which they hold a role. */
function serves(caller: Caller, regionCode: string): boolean {
  return caller.kind === 'staff' && caller.roles.some((held) => held.regionCode === regionCode)
}
