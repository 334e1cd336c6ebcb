import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const DIST = path.join(import.meta.dirname, '../apps/web/dist')

/**
 * Kilobytes of script, gzipped, that a browser loads for the portal's first page: what index.html names, and everything
 * those files import at once. Undefined when the web application has not been built.
 */
export function portalKilobytes(dist = DIST): number | undefined {
  const page = path.join(dist, 'index.html')
  if (!existsSync(page)) return undefined
  const html = readFileSync(page, 'utf8')
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag)
  const named = tags.flatMap((tag) => /(?:src|href)="([^"]+\.js)"/.exec(tag)?.[1] ?? [])
  if (named.length === 0) throw new Error(`${page} names no script`)
  const loaded = new Map<string, number>()
  const load = (file: string): void => {
    if (loaded.has(file)) return
    const code = readFileSync(file)
    loaded.set(file, gzipSync(code, { level: 9 }).length)
    // Imports with `from`, and bare ones; those by `import(…)` come later, when somebody needs them.
    for (const [, from] of code.toString().matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g))
      load(path.resolve(path.dirname(file), from!))
  }
  for (const name of named) load(path.join(dist, name))
  return Number(([...loaded.values()].reduce((sum, size) => sum + size, 0) / 1000).toFixed(1))
}
