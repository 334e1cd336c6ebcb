import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { Endpoint } from '@yichuang/contracts'
import { fastify, LogController, type FastifyInstance } from 'fastify'
import type { Database } from '../db.ts'
import type { Logger } from '../log.ts'
import { newId } from '../uuid.ts'
import type { Identify } from './caller.ts'
import { describeApi } from './openapi.ts'
import { answerProblems, answerUnreadable } from './errors.ts'
import { reportHealth } from './health.ts'
import { readJson } from './json-body.ts'
import { measure } from './metrics.ts'
import { secure } from './security.ts'
import { serveWeb } from './web.ts'

const JSON_BYTES = 1_048_576

export interface AppOptions {
  readonly log: Logger
  readonly database: Database
  readonly identify: Identify
  /** what people type to get here, for instance `https://yibao.example.cn` */
  readonly publicUrl: string
  readonly maxUploadBytes: number
  /** folder of the built web application */
  readonly webDist: string
  readonly rateLimited?: boolean
  /** addresses or networks of reverse proxies whose forwarding headers are believed */
  readonly trustProxy?: string
  readonly metricsToken?: string
  /** without a token, /metrics answers programs of this machine; a demonstration may, production may not */
  readonly metricsOpenToThisMachine?: boolean
}

/**
 * The HTTP application without any subject: security, problems, measures, API description, web pages. Modules add their
 * routes with `route`; the caller then listens, or uses `inject` in tests.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const rateLimited = options.rateLimited ?? true
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    bodyLimit: JSON_BYTES,
    trustProxy: options.trustProxy ?? false,
    frameworkErrors: answerUnreadable,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance
  app.decorate('endpoints', [] as Endpoint[])
  app.decorate('rateLimited', rateLimited)
  logAnswers(app)
  answerProblems(app)
  readJson(app)
  await app.register(cookie)
  await app.register(multipart, {
    limits: { files: 1, fields: 20, parts: 21, fieldSize: 10_000, fileSize: options.maxUploadBytes + 1 },
    // The store counts for itself and names the limit; a silently cut file must not be taken for whole.
    throwFileSizeLimit: false,
  })
  await app.register(compress, { threshold: 4096, encodings: ['gzip'] })
  await secure(app, {
    identify: options.identify,
    https: options.publicUrl.startsWith('https:'),
    rateLimited,
    maxRequestBytes: options.maxUploadBytes + JSON_BYTES,
  })
  measure(app, {
    database: options.database,
    openToThisMachine: options.metricsOpenToThisMachine ?? false,
    ...(options.metricsToken && { token: options.metricsToken }),
  })
  reportHealth(app, options.database.db)
  describeApi(app)
  await serveWeb(app, options.webDist)
  return app
}

/** One line for each answer. Addresses can hold names and ID numbers (searches), so it has the route's pattern only. */
function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { url: route = 'unknown', config } = request.routeOptions
    if (config.asset) return
    const ms = Math.round(reply.elapsedTime * 10) / 10
    request.log.info({ method: request.method, route, status: reply.statusCode, ms }, 'answered')
  })
}
