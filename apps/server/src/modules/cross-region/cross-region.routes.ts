import * as api from '@yichuang/contracts'
import { writeGatewayRefusal } from '@yichuang/hsa'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { limitLargeBodies, type HospitalEntry } from '../hospital/index.ts'
import { signedByHub, type HubSettings } from './hub-line.ts'
import { trafficOf } from './traffic.service.ts'

export interface CrossRegionDeps extends Pick<Deps, 'database'> {
  readonly dispatch: HospitalEntry['dispatch']
  /** undefined: no hub is connected, and its entry does not exist */
  readonly hub?: HubSettings | undefined
}

/** Where the hub brings messages of other places' institutions about people insured here. */
export const HUB_ENTRY = '/fsi/api/hub/callService'
const MESSAGE_BYTES = 24_000_000
const READERS = new Set(['finance', 'supervisor', 'auditor'])

/** What went to other places, and the hub's way in. */
export async function crossRegionRoutes(
  app: FastifyInstance,
  { database, dispatch, hub }: CrossRegionDeps,
): Promise<void> {
  route(app, api.crossRegionTraffic, async ({ query, caller }) => {
    const { regionCode, state, limit } = query
    const held = caller.kind === 'staff' ? caller.roles : []
    if (!held.some((one) => one.regionCode === regionCode && READERS.has(one.role))) throw NotAllowed()
    const [from, to] = [plainDate(query.from), plainDate(query.to)]
    const asked = { from, to, state, cursor: query.cursor, limit }
    return trafficOf(database.forRegion(regionCode), regionCode, asked)
  })
  if (hub) await hubEntry(app, hub, dispatch)
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
