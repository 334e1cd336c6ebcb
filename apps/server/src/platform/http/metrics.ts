import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../db.ts'
import { NotAllowed } from './problems.ts'

const LOCAL = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

export interface MetricsOptions {
  readonly database: Database
  /** what a scraper sends as bearer token */
  readonly token?: string
  /** without a token: whether programs of this machine may read, or nobody */
  readonly openToThisMachine?: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    /** register a module's own measures here */
    readonly metrics: Registry
  }
}

/** Prometheus measures at /metrics: durations by route, the pool, the process. No label ever names a person. */
export function measure(app: FastifyInstance, options: MetricsOptions): void {
  const { database, token, openToThisMachine = false } = options
  const register = new Registry()
  collectDefaultMetrics({ register })
  const durations = new Histogram({
    name: 'yichuang_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  })
  const connections = new Gauge({
    name: 'yichuang_database_connections',
    help: 'Connections of the pool: open, idle, and requests waiting for one',
    labelNames: ['state'],
    registers: [],
    collect() {
      const { total, idle, waiting } = database.load()
      this.set({ state: 'open' }, total)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waiting' }, waiting)
    },
  })
  register.registerMetric(connections)
  app.decorate('metrics', register)
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { config: { access: ['public'], asset: true } }, async (request, reply) => {
    const allowed = token === undefined ? openToThisMachine && fromThisMachine(request) : sent(request, token)
    if (!allowed) throw NotAllowed()
    return reply.type(register.contentType).send(await register.metrics())
  })
}

/** The socket says where a request comes from; what a reverse proxy of this machine passes on comes from elsewhere. */
function fromThisMachine({ socket, headers }: FastifyRequest): boolean {
  const passedOn = Object.keys(headers).some((name) =>
    /^(x-forwarded-|x-real-ip$|forwarded$|via$)/.test(name),
  )
  return LOCAL.has(socket.remoteAddress ?? '') && !passedOn
}

function sent({ headers }: FastifyRequest, token: string): boolean {
  const [given, expected] = [headers.authorization ?? '', `Bearer ${token}`].map((text) => Buffer.from(text))
  return given!.length === expected!.length && timingSafeEqual(given!, expected!)
}
