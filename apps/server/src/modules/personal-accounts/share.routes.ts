import type { Source } from '@yichuang/benefits'
import * as api from '@yichuang/contracts'
import { accountSharing, sharingBegins, type Pack } from '@yichuang/policy'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Caller, PersonCaller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import { grantShare, hasAccount, revokeShare, sharesOf, shareView, type ShareRow } from './share.service.ts'

/** What sharing is given by the application around it. */
export interface SharesContext extends Pick<Deps, 'database' | 'clock' | 'once'> {
  readonly packs: { current(regionCode: string): Pack }
  readonly places: () => ReadonlyMap<string, string>
}

/** Relatives who may use an account: named by its holder or at the window, ended by either side. */
export function accountSharesRoutes(
  app: FastifyInstance,
  { database, clock, once, packs, places }: SharesContext,
): void {
  const by = (caller: Caller) => ({ actor: actorOf(caller), at: clock.now(), today: clock.today() })

  route(app, api.myAccountShares, async ({ caller }) => {
    const { personId, regionCodes } = person(caller)
    const found = await Promise.all(
      regionCodes.map(async (regionCode) => {
        const db = database.forRegion(regionCode)
        const [items, mayShare] = await Promise.all([
          bothSides(regionCode, personId),
          hasAccount(db, regionCode, personId),
        ])
        const [pack, today] = [packs.current(regionCode), clock.today()]
        const sharing = accountSharing(pack, today)
        const [source] = sharing.values()
        const begins = sharing.size === 0 ? sharingBegins(pack, today) : undefined
        const place = {
          regionCode,
          name: places().get(regionCode) ?? regionCode,
          relations: [...sharing.keys()],
          citation: source ? cited(source) : null,
          begins: begins ? { day: begins.from, citation: cited(begins.source) } : null,
        }
        return { items, places: mayShare ? [place] : [] }
      }),
    )
    return { items: found.flatMap(({ items }) => items), places: found.flatMap(({ places }) => places) }
  })

  route(app, api.shareMyAccount, async ({ body, caller, request }) => {
    const { personId, regionCodes } = person(caller)
    const { regionCode } = body
    if (!regionCodes.includes(regionCode)) throw NotAllowed()
    const asked = { ...body, holderId: personId }
    return once(database.forRegion(regionCode), request, async (db) =>
      shareView(await grantShare(db, packs.current(regionCode), regionCode, asked, by(caller)), 'holder'),
    )
  })

  route(app, api.personAccountShares, async ({ params, query: { regionCode }, caller }) => {
    mustServe(caller, regionCode)
    const sharing = accountSharing(packs.current(regionCode), clock.today())
    return { items: await bothSides(regionCode, params.personId), relations: [...sharing.keys()] }
  })

  route(app, api.recordAccountShare, async ({ params, body, caller, request }) => {
    const { regionCode } = body
    mustServe(caller, regionCode)
    const asked = { ...body, holderId: params.personId }
    return once(database.forRegion(regionCode), request, async (db) =>
      shareView(await grantShare(db, packs.current(regionCode), regionCode, asked, by(caller)), 'holder'),
    )
  })

  route(app, api.revokeAccountShare, async ({ params, body: { regionCode }, caller, request }) => {
    if (caller.kind !== 'person') mustServe(caller, regionCode)
    return once(database.forRegion(regionCode), request, async (db) => {
      const row = await revokeShare(db, regionCode, params.shareId, (one) => mayEnd(caller, one), by(caller))
      const member = caller.kind === 'person' && caller.personId === row.memberId
      return shareView(row, member ? 'member' : 'holder')
    })
  })

  async function bothSides(regionCode: string, personId: string) {
    const { granted, received } = await sharesOf(database.forRegion(regionCode), regionCode, personId)
    return [
      ...granted.map((row) => shareView(row, 'holder')),
      ...received.map((row) => shareView(row, 'member')),
    ]
  }
}

const cited = ({ citation, clause }: Source) => `${citation}${clause}`

function person(caller: Caller): PersonCaller {
  if (caller.kind !== 'person') throw NotAllowed()
  return caller
}

function mustServe(caller: Caller, regionCode: string): void {
  const serves =
    caller.kind === 'staff' &&
    caller.roles.some((held) => held.regionCode === regionCode && held.role === 'clerk')
  if (!serves) throw NotAllowed()
}

/** Either side of the family, and the window. */
function mayEnd(caller: Caller, { holderId, memberId }: ShareRow): boolean {
  return caller.kind !== 'person' || [holderId, memberId].includes(caller.personId)
}
