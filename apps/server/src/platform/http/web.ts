import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { NotFound } from './problems.ts'

const YEAR = 31_536_000
/** Ids of pages hold dots too (`/items/330600/claims.inpatient`); a dot at the top or a common ending is a file's. */
const FILE_NAME =
  /^\/[^/]*\.|\.(?:txt|xml|json|js|css|map|ico|png|jpe?g|gif|svg|webp|pdf|html?|php|aspx?|jsp)$/i

/**
 * Serves the built web application: the portal at `/`, the desk at `/desk`, each for every address below it that is no
 * file. File names under `assets/` carry a hash, so browsers keep them; pages are asked for anew.
 */
export async function serveWeb(app: FastifyInstance, dist: string): Promise<void> {
  const config = { access: ['public' as const], asset: true }
  if (!existsSync(path.join(dist, 'index.html'))) {
    app.get('/', { config }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(NOT_BUILT),
    )
    return
  }
  await app.register(fastifyStatic, { root: dist, serve: false, preCompressed: true, index: false })
  app.get('/assets/*', { config }, async (request, reply) => {
    const { '*': name } = request.params as { '*': string }
    return reply.sendFile(`assets/${name}`, { maxAge: YEAR * 1000, immutable: true })
  })
  app.get('/*', { config }, async (request, reply) => {
    // `//` would be read as the name of another host.
    const pathname = URL.parse(request.url.replace(/^\/+/, '/'), 'http://localhost')?.pathname ?? '/'
    if (/^\/(api|auth)(\/|$)/.test(pathname)) throw NotFound()
    if (/\.[a-z0-9]+$/i.test(pathname) && existsSync(path.join(dist, pathname)))
      return reply.sendFile(pathname, { cacheControl: false })
    if (FILE_NAME.test(pathname)) throw NotFound()
    void reply.header('cache-control', 'no-cache')
    return reply.sendFile(/^\/desk(\/|$)/.test(pathname) ? 'desk.html' : 'index.html', {
      cacheControl: false,
    })
  })
}

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>一窗</title>
<p>网页尚未构建。请用 <code>npm start</code> 启动，它会先构建网页；或运行 <code>npm run build</code>。</p>
<p lang="en">The web pages have not been built. Use <code>npm start</code>, which builds them, or run <code>npm run build</code>.</p>
<p><a href="/api/docs">API</a></p></html>`
