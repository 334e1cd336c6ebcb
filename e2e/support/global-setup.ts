import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly baseUrl: string
  }
}

const ROOT = path.join(import.meta.dirname, '../..')

/**
 * One server with one demo city for all journeys; each journey uses people of its own. `YICHUANG_JOURNEYS_AT` names a
 * running demonstration to use instead, for whoever writes journeys.
 */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env['YICHUANG_JOURNEYS_AT']
  if (running) {
    project.provide('baseUrl', running)
    return undefined
  }
  // Plain JavaScript, because it runs before anything is installed; builds only what has changed.
  const builder = (await import(path.join(ROOT, 'bin/lib/build-web.mjs'))) as {
    readonly buildWeb: (node: string) => Promise<void>
  }
  await builder.buildWeb(process.execPath)
  const server = await startServer()
  project.provide('baseUrl', server.base)
  return () => server.stop()
}
