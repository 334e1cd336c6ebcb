import type { FastifyInstance } from 'fastify'
import type { Db } from '../db.ts'
import { ping } from '../health.queries.ts'

/** `/healthz`: the process answers. `/readyz`: it can also reach its database, so traffic may come. */
export function reportHealth(app: FastifyInstance, db: Db): void {
  const config = { access: ['public' as const], asset: true }
  app.get('/healthz', { config, logLevel: 'silent' }, async () => ({ ok: true }))
  app.get('/readyz', { config, logLevel: 'silent' }, async () => {
    await ping(db)
    return { ok: true }
  })
}
