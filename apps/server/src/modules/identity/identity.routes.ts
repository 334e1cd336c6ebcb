import * as api from '@yichuang/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import type { Clock } from '../../platform/clock.ts'
import type { FieldCipher } from '../../platform/crypto.ts'
import { inTransaction, type Database } from '../../platform/db.ts'
import type { Identify } from '../../platform/http/caller.ts'
import { route } from '../../platform/http/route.ts'
import type { Language } from '../../platform/problem.ts'
import { cookiesFor } from './cookies.ts'
import { SignInFailed } from './identity.problems.ts'
import { openIssuer, type OidcSettings } from './issuer.ts'
import { ownPath } from './own-path.ts'
import { problemPage } from './problem-page.ts'
import { callerOf, openSessions, type SessionLimits, type Sessions } from './sessions.ts'
import {
  beginSignIn,
  completeSignIn,
  forgetSignIns,
  recogniseSignIn,
  SIGN_IN_SECONDS,
} from './sign-in.service.ts'

export interface IdentityContext {
  readonly database: Database
  readonly clock: Clock
  readonly cipher: FieldCipher
  readonly publicUrl: string
  readonly oidc: OidcSettings
  readonly limits: SessionLimits
  /** the business day is a made-up one */
  readonly demo: boolean
  /** told to whoever sends files */
  readonly maxUploadBytes: number
}

export interface Identity {
  /** for `buildApp` */
  readonly identify: Identify
  readonly sessions: Sessions
  /** sign-in pages and the session endpoints */
  routes(app: FastifyInstance): void
  /** deletes expired sessions and sign-ins; for a periodic job */
  sweep(): Promise<void>
}

const ID_TOKEN = 'session.id-token'

/** Signing in by OpenID Connect (code flow with PKCE), sessions, and who calls. Wire it before the application is built. */
export function openIdentity(context: IdentityContext): Identity {
  const { database, clock, cipher, publicUrl, demo, maxUploadBytes } = context
  const { db } = database
  const https = publicUrl.startsWith('https:')
  const cookies = cookiesFor(https)
  const sessions = openSessions(db, context.limits)
  const issuer = openIssuer(context.oidc)

  const sessionOf = async (request: FastifyRequest) => {
    const token = cookies.session(request)
    return token === undefined ? undefined : sessions.find(token)
  }
  // Never the Host header: whoever sends it could have people sent elsewhere.
  const { origin } = new URL(publicUrl)

  async function signIn(request: FastifyRequest, reply: FastifyReply) {
    const query = request.query as { for?: string; return?: string; lang?: string }
    const side = query.for === 'desk' ? 'desk' : 'portal'
    const { state, url } = await beginSignIn(
      db,
      await issuer(),
      context.oidc,
      {
        side,
        returnTo: ownPath(query.return, side),
        redirectUri: `${origin}/auth/callback`,
        language: languageOf(request) === 'en' ? 'en' : 'zh-CN',
      },
      new Date(),
    )
    cookies.setSignIn(reply, { state, language: languageOf(request) }, SIGN_IN_SECONDS)
    if (!context.oidc.sameOrigin) return reply.redirect(url.href, 303)
    url.searchParams.set('for', side)
    return reply.redirect(url.pathname + url.search, 303)
  }

  async function callback(request: FastifyRequest, reply: FastifyReply) {
    const stateOfBrowser = cookies.signIn(request)?.state
    cookies.clearSignIn(reply)
    const url = new URL(request.url, origin)
    const { signIn, claims, idToken } = await completeSignIn(
      db,
      await issuer(),
      { url, stateOfBrowser },
      new Date(),
    )
    const before = cookies.session(request)
    const token = await inTransaction(db, async (db) => {
      const who = await recogniseSignIn(db, context.oidc, signIn.side, claims, {
        at: clock.now(),
        today: clock.today(),
      })
      return sessions.start(db, who, idToken === undefined ? null : cipher.encrypt(idToken, ID_TOKEN))
    })
    // A token from before the sign-in must not outlive it.
    if (before !== undefined) await sessions.end(before)
    cookies.setSession(reply, token)
    return reply.redirect(signIn.returnTo, 303)
  }

  async function endOfSession(request: FastifyRequest): Promise<string | null> {
    const view = await sessionOf(request)
    const token = cookies.session(request)
    if (token !== undefined) await sessions.end(token)
    if (!view?.idToken) return null
    // Being signed out here must not depend on the issuer being there.
    const config = await issuer().catch(() => undefined)
    if (!config?.serverMetadata().end_session_endpoint || context.oidc.sameOrigin) return null
    return oidc.buildEndSessionUrl(config, {
      id_token_hint: cipher.decrypt(view.idToken, ID_TOKEN),
      post_logout_redirect_uri: `${origin}/`,
    }).href
  }

  function routes(app: FastifyInstance): void {
    const config = {
      access: ['public' as const],
      ...(app.rateLimited && { rateLimit: { max: 60, timeWindow: 60_000 } }),
    }
    const asPage =
      (handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
      async (request: FastifyRequest, reply: FastifyReply) => {
        void reply.header('cache-control', 'no-store')
        try {
          return await handler(request, reply)
        } catch (error) {
          const language = cookies.signIn(request)?.language ?? languageOf(request)
          return problemPage(database.db, error, request, reply, language)
        }
      }
    app.get('/auth/sign-in', { config }, asPage(signIn))
    app.get('/auth/callback', { config }, asPage(callback))
    // Whoever reloads a page of the sign-in comes here without one under way.
    app.get(
      '/auth',
      { config },
      asPage(async () => Promise.reject(NOTHING_UNDER_WAY())),
    )

    route(app, api.getSession, async ({ request }) => {
      const view = await sessionOf(request)
      const caller = callerOf(view)
      return {
        csrfToken: view?.csrfToken ?? null,
        person:
          caller.kind === 'person'
            ? { personId: caller.personId, name: caller.name, idNumberMasked: view?.idNumberMasked ?? '' }
            : null,
        staff:
          caller.kind === 'staff'
            ? { userId: caller.userId, name: caller.name, roles: [...(view?.positions ?? [])] }
            : null,
        today: clock.today(),
        demo,
        maxUploadBytes,
      }
    })

    route(app, api.endSession, async ({ request }) => ({
      ok: true as const,
      next: await endOfSession(request),
    }))
  }

  return {
    identify: async (request) => callerOf(await sessionOf(request)),
    sessions,
    routes,
    async sweep() {
      await sessions.sweep()
      await forgetSignIns(db, new Date())
    },
  }
}

const NOTHING_UNDER_WAY = () =>
  SignInFailed({ zh: '没有正在进行的登录。', en: 'There is no sign-in under way.' })

function languageOf(request: FastifyRequest): Language {
  return (request.query as { lang?: string }).lang === 'en' ? 'en' : 'zh'
}
