import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { openBrowser } from './chromium.ts'
import { startServer, type RunningServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly baseUrl: string
    /** where the browser that all journeys share is spoken to */
    readonly browser: string
  }
}

const ROOT = path.join(import.meta.dirname, '../..')

/**
 * One server with one demo city and one browser for all journeys; each journey uses people of its own.
 * `YICHUANG_JOURNEYS_AT` names a running demonstration to use instead, for whoever writes journeys.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const browser = await openBrowser()
  const server = await openServer().catch(async (error: unknown) => {
    await browser.close()
    throw error
  })
  project.provide('baseUrl', server.base)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await Promise.all([server.stop(), browser.close()])
  }
}

async function openServer(): Promise<RunningServer> {
  const running = process.env['YICHUANG_JOURNEYS_AT']
  if (running) return { base: running, stop: () => Promise.resolve() }
  // Plain JavaScript, because it runs before anything is installed; builds only what has changed.
  const builder = (await import(path.join(ROOT, 'bin/lib/build-web.mjs'))) as {
    readonly buildWeb: (node: string) => Promise<void>
  }
  await builder.buildWeb(process.execPath)
  return startServer()
}
