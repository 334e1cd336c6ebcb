import { execFileSync } from 'node:child_process'
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
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const server = await startServer()
  project.provide('baseUrl', server.base)
  return () => server.stop()
}
