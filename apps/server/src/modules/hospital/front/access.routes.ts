import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../platform/deps.ts'
import type { Caller } from '../../../platform/http/caller.ts'
import { NotAllowed } from '../../../platform/http/problems.ts'
import { route } from '../../../platform/http/route.ts'
import { actorOf } from '../../audit/index.ts'
import { findHospital } from '../../organisations/index.ts'
import type { AccessBook } from './access-book.ts'
import {
  addAccess,
  listAccess,
  rotateAccess,
  stopAccess,
  type AccessInfo,
  type By,
} from './access.service.ts'
import type { RecentCalls } from './recent-calls.ts'
import { tokenReply } from './token.service.ts'

export type AccessContext = Pick<Deps, 'database' | 'clock' | 'once' | 'cipher'> & {
  readonly book: AccessBook
  readonly recent: RecentCalls
}

/** What administrators do with the secrets of institutions, and where institutions that sign in by OAuth get their tokens. */
export function accessRoutes(
  app: FastifyInstance,
  { database, clock, once, cipher, book, recent }: AccessContext,
): void {
  const by = (caller: Caller): By => ({ actor: actorOf(caller), at: clock.now(), wall: new Date(), cipher })

  route(app, api.listInstitutionAccess, async ({ query, caller }) => {
    mustWorkIn(caller, query.regionCode, ['administrator', 'auditor'])
    const items = await listAccess(database.forRegion(query.regionCode), cipher, query.institutionCode)
    return { items: items.map(shown) }
  })
  route(app, api.institutionCalls, async ({ query: { regionCode, institutionCode }, caller }) => {
    mustWorkIn(caller, regionCode, ['administrator', 'auditor'])
    const hospital = await findHospital(database.db, institutionCode)
    const calls = hospital?.regionCode === regionCode ? recent.of(institutionCode) : []
    return {
      since: recent.since.toISOString(),
      items: calls.map((call) => ({ ...call, at: call.at.toISOString() })),
    }
  })
  route(app, api.addInstitutionAccess, async ({ body, caller, request }) => {
    const { regionCode, ...asked } = body
    mustWorkIn(caller, regionCode, ['administrator'])
    const issued = await once(database.forRegion(regionCode), request, async (db) => {
      const made = await addAccess(db, asked, by(caller))
      return { ...shown(made), secret: made.secret }
    })
    book.forget()
    return issued
  })
  route(app, api.rotateInstitutionAccess, async ({ params, body, caller, request }) => {
    const { regionCode, ...to } = body
    mustWorkIn(caller, regionCode, ['administrator'])
    const issued = await once(database.forRegion(regionCode), request, async (db) => {
      const made = await rotateAccess(db, params.accessId, to, by(caller))
      return { ...shown(made), secret: made.secret }
    })
    book.forget()
    return issued
  })
  route(app, api.endInstitutionAccess, async ({ params, body, caller, request }) => {
    mustWorkIn(caller, body.regionCode, ['administrator'])
    const ended = await once(database.forRegion(body.regionCode), request, async (db) =>
      shown(await stopAccess(db, params.accessId, by(caller))),
    )
    book.forget()
    return ended
  })

  void app.register(async (inner) => {
    // Clients send a form, JSON or nothing; whatever it is, the answer depends on the header alone.
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 10_000 }, (_request, body, done) =>
      done(null, body),
    )
    inner.post(
      '/auth/oauth/token',
      { config: { access: ['public'], asset: true } },
      async (request, reply) => {
        const answer = await tokenReply(book, request.headers.authorization, new Date())
        void reply.code(answer.status).header('cache-control', 'no-store')
        return answer.body
      },
    )
  })
}

function mustWorkIn(caller: Caller, regionCode: string, roles: readonly string[]): void {
  const held = caller.kind === 'staff' ? caller.roles : []
  if (!held.some((role) => role.regionCode === regionCode && roles.includes(role.role))) throw NotAllowed()
}

function shown(info: AccessInfo) {
  return {
    ...info,
    addresses: [...info.addresses],
    validFrom: info.validFrom.toISOString(),
    validUntil: info.validUntil?.toISOString() ?? null,
  }
}
