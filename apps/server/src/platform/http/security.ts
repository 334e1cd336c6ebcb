import { timingSafeEqual } from 'node:crypto'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { anonymous, callerKey, mayCall, type Identify } from './caller.ts'
import { CsrfTokenWrong, NotAllowed, NotSignedIn, RequestTooLarge, TooManyRequests } from './problems.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export interface SecurityOptions {
  readonly identify: Identify
  /** the platform is reached by https, so browsers may be told to insist on it */
  readonly https: boolean
  readonly rateLimited: boolean
  /** largest request of any kind, uploads included */
  readonly maxRequestBytes: number
}

/** Headers, rate limits, sign-in, access and forgery checks, before a body is read. */
export async function secure(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(options.https) },
    hsts: options.https && { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
    // Pages opened by http in a local network are no secure context, and browsers would only complain.
    crossOriginOpenerPolicy: options.https && { policy: 'same-origin' },
    originAgentCluster: options.https,
  })
  if (options.rateLimited)
    await app.register(rateLimit, {
      global: false,
      hook: 'preHandler',
      keyGenerator: (request: FastifyRequest) =>
        request.caller.kind === 'anonymous' ? `ip:${request.ip}` : callerKey(request.caller),
      errorResponseBuilder: (_request, { ttl }) => TooManyRequests({ seconds: Math.ceil(ttl / 1000) }),
    })
  app.decorateRequest('caller')
  requireAccess(app)
  app.addHook('onRequest', async (request) => {
    const { access, ownLimit } = request.routeOptions.config
    if (!ownLimit && Number(request.headers['content-length'] ?? 0) > options.maxRequestBytes)
      throw RequestTooLarge({ limit: options.maxRequestBytes })
    // Assets and unknown addresses are for anybody; asking the database who calls would only cost time.
    request.caller = access === undefined || isAsset(request) ? anonymous : await options.identify(request)
    if (access === undefined) return
    if (!mayCall(request.caller, access))
      throw request.caller.kind === 'anonymous' ? NotSignedIn() : NotAllowed()
    checkToken(request)
  })
}

/** Every route says who may call it; one that does not stops the start. */
function requireAccess(app: FastifyInstance): void {
  app.addHook('onRoute', ({ config, method, url }) => {
    if (!config?.access?.length) throw new Error(`Route ${String(method)} ${url} declares no access`)
  })
}

/** A page of another origin can make a browser send its cookie, but cannot read the token to send with it. */
function checkToken({ caller, method, headers }: FastifyRequest): void {
  if (SAFE.has(method) || caller.kind === 'anonymous' || caller.csrfToken === undefined) return
  const sent = Buffer.from(String(headers['x-csrf-token'] ?? ''))
  const expected = Buffer.from(caller.csrfToken)
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) throw CsrfTokenWrong()
}

function isAsset(request: FastifyRequest): boolean {
  return request.routeOptions.config.asset === true
}

function contentPolicy(https: boolean): Record<string, string[]> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    // The component kit of the desk writes its styles into the page.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...(https && { 'upgrade-insecure-requests': [] }),
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** a static file: the caller is not looked up */
    asset?: boolean
    /** the route looks at the size of what comes itself */
    ownLimit?: boolean
  }
}
