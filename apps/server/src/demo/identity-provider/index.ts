import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OidcSettings } from '../../modules/identity/index.ts'
import { choicePage, gonePage } from './pages.ts'
import { createDemoProvider, DEMO_CLIENT_ID, DEMO_MOUNT, type DemoAccount } from './provider.ts'

export type { DemoAccount } from './provider.ts'

export interface DemoIdentityProvider {
  /** what the identity module needs to sign people in here */
  readonly settings: OidcSettings
  /** mounts the issuer and its page of accounts; production never calls this */
  mount(app: FastifyInstance): Promise<void>
}

/** The demo's own issuer, in this process: the platform reaches it without a socket, people under /demo-idp. */
export function openDemoIdentityProvider(
  publicUrl: string,
  accounts: () => Promise<readonly DemoAccount[]>,
): DemoIdentityProvider {
  const clientSecret = randomBytes(32).toString('base64url')
  const issuer = new URL(DEMO_MOUNT, publicUrl).href
  let known = new Map<string, DemoAccount>()
  const provider = createDemoProvider(issuer, clientSecret, (login) => known.get(login))
  const refresh = async () => {
    known = new Map((await accounts()).map((account) => [account.login, account]))
    return [...known.values()]
  }
  const callback = provider.callback()
  let mounted: FastifyInstance | undefined

  const { origin, host, protocol } = new URL(issuer)
  /**
   * A demonstration is opened under many addresses (localhost, a name in the local network, a forwarded port). The issuer
   * is told one, whatever the request says; where it leads on to is told by path, so that people stay where they are.
   */
  const pin = (request: FastifyRequest, { raw }: FastifyReply) => {
    Object.assign(request.raw.headers, {
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.replace(':', ''),
    })
    const setHeader = raw.setHeader.bind(raw)
    raw.setHeader = (name, value) =>
      setHeader(
        name,
        name.toLowerCase() === 'location' && String(value).startsWith(`${origin}/`)
          ? String(value).slice(origin.length)
          : value,
      )
  }

  async function choose(request: FastifyRequest, reply: FastifyReply) {
    const details = await provider.interactionDetails(request.raw, reply.raw).catch(() => undefined)
    const query = request.query as { lang?: string }
    const asked = query.lang ?? details?.params['ui_locales']
    const language = typeof asked === 'string' && asked.startsWith('en') ? 'en' : 'zh'
    if (!details) return html(reply.code(410), gonePage(language))
    const side = details.params['for'] === 'desk' ? 'desk' : 'portal'
    const fitting = (await refresh()).filter((account) => account.for === side)
    return html(reply, choicePage(language, side, fitting, request.url.split('?')[0]!))
  }

  async function chosen(request: FastifyRequest, reply: FastifyReply) {
    const { login } = (request.body ?? {}) as { login?: string }
    await refresh()
    const result = known.has(login ?? '')
      ? { login: { accountId: login! } }
      : { error: 'access_denied', error_description: 'nobody was chosen' }
    reply.hijack()
    pin(request, reply)
    await provider.interactionFinished(request.raw, reply.raw, result)
    return reply
  }

  return {
    settings: {
      issuer,
      clientId: DEMO_CLIENT_ID,
      clientSecret,
      scope: 'identity',
      idNumberClaim: 'resident_id',
      loginClaim: 'sub',
      idTokenAlgorithm: 'ES256',
      sameOrigin: true,
      // Whoever is signed in at the demo issuer still wants to choose somebody else.
      parameters: { prompt: 'login' },
      fetch: (url, options) => inProcess(mounted, url, options as RequestInit),
    },
    async mount(app) {
      mounted = app
      await app.register(async (scope) => {
        const config = { access: ['public' as const], asset: true }
        scope.removeAllContentTypeParsers()
        scope.addContentTypeParser(
          'application/x-www-form-urlencoded',
          { parseAs: 'string' },
          (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
        )
        scope.get(`${DEMO_MOUNT}/choose/:uid`, { config }, choose)
        scope.post(`${DEMO_MOUNT}/choose/:uid`, { config }, chosen)
        await scope.register(async (rest) => {
          // The issuer reads bodies itself.
          rest.removeAllContentTypeParsers()
          rest.addContentTypeParser('*', (_request, _payload, done) => done(null))
          rest.all(`${DEMO_MOUNT}/*`, { config }, (request, reply) => {
            reply.hijack()
            pin(request, reply)
            const raw = Object.assign(request.raw, { originalUrl: request.raw.url })
            raw.url = raw.url!.slice(DEMO_MOUNT.length)
            void callback(raw, reply.raw)
          })
        })
      })
    },
  }
}

/** Fetches from our own application as if over the network. */
async function inProcess(
  app: FastifyInstance | undefined,
  url: string,
  options: RequestInit,
): Promise<Response> {
  if (!app) throw new TypeError('the demo identity provider is not mounted')
  const { pathname, search } = new URL(url)
  const response = await app.inject({
    method: (options.method ?? 'GET') as 'GET',
    url: pathname + search,
    headers: Object.fromEntries(new Headers(options.headers)),
    ...(options.body != null && { payload: await new Response(options.body).text() }),
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(response.headers)) headers.append(name, String(value))
  const empty = response.statusCode === 204 || response.statusCode === 304
  return new Response(empty ? null : new Uint8Array(response.rawPayload), {
    status: response.statusCode,
    headers,
  })
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
}
