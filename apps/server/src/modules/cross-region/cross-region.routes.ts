import * as api from '@yichuang/contracts'
import { writeGatewayRefusal } from '@yichuang/hsa'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { limitLargeBodies, type HospitalEntry } from '../hospital/index.ts'
import { InsuredPlaceSilent } from './cross-region.problems.ts'
import { HubSilent, signedByHub, type HubSettings } from './hub-line.ts'
import { confirm, statementRows, statements, type Counterparts } from './statement.service.ts'
import { trafficOf } from './traffic.service.ts'

export interface CrossRegionDeps extends Pick<Deps, 'database' | 'clock'>, Omit<Counterparts, 'database'> {
  readonly dispatch: HospitalEntry['dispatch']
  /** undefined: no hub is connected, and its entry does not exist */
  readonly hub?: HubSettings | undefined
}

/** Where the hub brings messages of other places' institutions about people insured here. */
export const HUB_ENTRY = '/fsi/api/hub/callService'
const MESSAGE_BYTES = 24_000_000
const READERS: ReadonlySet<string> = new Set(['finance', 'supervisor', 'auditor'])
const FINANCE: ReadonlySet<string> = new Set(['finance'])

/** What went to other places, and the hub's way in. */
export async function crossRegionRoutes(
  app: FastifyInstance,
  { database, clock, dispatch, hub, insures, line }: CrossRegionDeps,
): Promise<void> {
  route(app, api.crossRegionTraffic, async ({ query, caller }) => {
    const { regionCode, state, limit } = query
    mustRead(caller, regionCode)
    const [from, to] = [plainDate(query.from), plainDate(query.to)]
    const asked = { from, to, state, cursor: query.cursor, limit }
    return trafficOf(database.forRegion(regionCode), regionCode, asked)
  })
  route(app, api.elsewhereStatements, async ({ query: { regionCode, month }, caller }) => {
    mustRead(caller, regionCode)
    return { items: await statements(database.forRegion(regionCode), regionCode, month) }
  })
  route(app, api.elsewhereStatementRows, async ({ params, query, caller }) => {
    const { regionCode, month, open, cursor, limit } = query
    mustRead(caller, regionCode)
    const of = { ...params, month, open: open === 'true', cursor, limit }
    return statementRows(database.forRegion(regionCode), regionCode, of)
  })
  route(app, api.confirmElsewhere, async ({ params, body, caller }) => {
    const { regionCode, month, cursor } = body
    mustRead(caller, regionCode, FINANCE)
    const of = { ...params, month, cursor, now: clock.now() }
    try {
      return await confirm(database.forRegion(regionCode), { database, insures, line }, regionCode, of)
    } catch (error) {
      throw error instanceof HubSilent ? InsuredPlaceSilent(undefined, { cause: error }) : error
    }
  })
  if (hub) await hubEntry(app, hub, dispatch)
}

function mustRead(caller: Caller, regionCode: string, roles = READERS): void {
  const held = caller.kind === 'staff' ? caller.roles : []
  if (!held.some((one) => one.regionCode === regionCode && roles.has(one.role))) throw NotAllowed()
}

async function hubEntry(
  app: FastifyInstance,
  hub: HubSettings,
  dispatch: HospitalEntry['dispatch'],
): Promise<void> {
  await app.register(async (inner) => {
    limitLargeBodies(inner)
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    // Nobody signs in here: the hub signs every message.
    const config = { access: ['public'] as const, asset: true }
    inner.post(
      HUB_ENTRY,
      { config, bodyLimit: MESSAGE_BYTES, logLevel: 'warn', compress: false },
      async (request, reply) => {
        const text = typeof request.body === 'string' ? request.body : ''
        void reply.type('application/json; charset=utf-8').header('cache-control', 'no-store')
        if (!signedByHub(hub, request.headers, text, new Date())) {
          void reply.code(401)
          return writeGatewayRefusal('wrong-signature')
        }
        const answered = await dispatch({ text, institution: undefined })
        void reply.code(answered.status)
        return answered.text
      },
    )
  })
}
