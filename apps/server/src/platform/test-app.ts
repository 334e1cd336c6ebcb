import type { FastifyInstance, InjectOptions } from 'fastify'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { Database } from './db.ts'
import { buildApp, type AppOptions } from './http/build-app.ts'
import { anonymous, type Caller } from './http/caller.ts'
import { createLog } from './log.ts'
import { newId } from './uuid.ts'

export interface TestCall {
  readonly as?: Caller
  readonly body?: unknown
  /** Idempotency-Key; a new one each time when absent */
  readonly key?: string
  readonly headers?: Record<string, string>
  readonly payload?: InjectOptions['payload']
}

export interface TestApp {
  readonly app: FastifyInstance
  /** Calls a route without a socket; `method url`, for instance `'POST /api/v1/notes'`. */
  readonly call: (what: string, options?: TestCall) => Promise<TestAnswer>
}

export interface TestAnswer {
  readonly status: number
  /** parsed JSON, or the text of anything else */
  readonly body: any // oxlint-disable-line typescript/no-explicit-any -- tests look at what they expect
  readonly headers: Record<string, unknown>
}

/**
 * The application with the routes under test and nobody's sign-in: each call says who it comes from. Closed after the
 * file's last test.
 */
export async function testApp(
  database: Database,
  register: (app: FastifyInstance) => void | Promise<void>,
  options: Partial<AppOptions> = {},
): Promise<TestApp> {
  const callers = new Map<string, Caller>()
  const app = await buildApp({
    log: createLog('silent'),
    database,
    identify: async ({ headers }) => callers.get(String(headers['x-test-caller'])) ?? anonymous,
    publicUrl: 'http://localhost',
    maxUploadBytes: 5_000_000,
    webDist: path.join(import.meta.dirname, 'no-web'),
    rateLimited: false,
    metricsOpenToThisMachine: true,
    ...options,
  })
  await register(app)
  await app.ready()
  afterAll(() => app.close())
  return {
    app,
    async call(what, { as = anonymous, body, key, headers, payload } = {}) {
      const [method, url] = what.split(' ')
      const id = newId()
      callers.set(id, as)
      const response = await app.inject({
        method: method as 'GET',
        url: url!,
        headers: {
          'x-test-caller': id,
          'accept-language': 'en',
          ...(method !== 'GET' && { 'idempotency-key': key ?? newId() }),
          ...headers,
        },
        ...(payload !== undefined ? { payload } : body !== undefined && { payload: body as object }),
      })
      callers.delete(id)
      const json = String(response.headers['content-type']).includes('json')
      return {
        status: response.statusCode,
        body: json ? (JSON.parse(response.body) as unknown) : response.body,
        headers: response.headers,
      }
    },
  }
}
