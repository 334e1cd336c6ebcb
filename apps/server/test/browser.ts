import type { FastifyInstance } from 'fastify'

/** A browser for tests: keeps cookies and follows redirects within the application. */
export function browser(app: FastifyInstance, host = 'localhost') {
  const cookies = new Map<string, string>()

  async function go(url: string, form?: Record<string, string>) {
    for (let hops = 0, method: 'GET' | 'POST' = form ? 'POST' : 'GET'; hops < 12; hops++, method = 'GET') {
      const { pathname, search, host: to } = new URL(url, `http://${host}`)
      if (to !== host) return { url, status: 0, text: '', headers: {} }
      const response = await app.inject({
        method,
        url: pathname + search,
        headers: {
          host,
          cookie: cookieHeader(),
          ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(method === 'POST' && { payload: new URLSearchParams(form).toString() }),
      })
      for (const { name, value, maxAge, expires } of response.cookies) {
        if (maxAge === 0 || value === '' || (expires && expires.getTime() < Date.now())) cookies.delete(name)
        else cookies.set(name, value)
      }
      const { location } = response.headers
      if (response.statusCode < 300 || response.statusCode >= 400 || typeof location !== 'string')
        return {
          url: pathname + search,
          status: response.statusCode,
          text: response.body,
          headers: response.headers,
        }
      url = new URL(location, `http://${host}${pathname}`).href
    }
    throw new Error(`Too many redirects, the last to ${url}`)
  }

  /** Signs in at the demo issuer; answers the last page. */
  async function signIn(side: 'portal' | 'desk', login: string, returnTo = '') {
    const page = await go(`/auth/sign-in?for=${side}&return=${encodeURIComponent(returnTo)}`)
    return go(page.url, { login })
  }

  async function json(
    url: string,
    options: { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: object } = {},
  ) {
    const response = await app.inject({
      method: options.method ?? 'GET',
      url,
      headers: { host, cookie: cookieHeader(), 'accept-language': 'zh-CN', ...options.headers },
      ...(options.body && { payload: options.body }),
    })
    // oxlint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
    const body = response.body === '' ? undefined : response.json<any>()
    return { status: response.statusCode, body }
  }

  function cookieHeader(): string {
    return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  return { cookies, go, signIn, json }
}
