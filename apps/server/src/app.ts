import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Deps } from './platform/deps.ts'
import { buildApp } from './platform/http/build-app.ts'
import { anonymous } from './platform/http/caller.ts'

const WEB_DIST = path.join(import.meta.dirname, '../../web/dist')

/** Wires every subject to the platform, top to bottom. Nothing here decides anything. */
export async function createApp(deps: Deps): Promise<FastifyInstance> {
  const { config, database, log } = deps
  const app = await buildApp({
    log,
    database,
    identify: async () => anonymous,
    publicUrl: config.publicUrl,
    maxUploadBytes: config.maxUploadBytes,
    webDist: WEB_DIST,
    rateLimited: config.rateLimited,
    ...(config.trustProxy !== undefined && { trustProxy: config.trustProxy }),
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
  })
  return app
}
