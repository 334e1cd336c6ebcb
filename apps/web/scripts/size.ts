/** Script that the portal's first page loads, gzipped: the entry, its static imports, and nothing fetched later. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  imports?: string[]
}

export const PORTAL_LIMIT_KB = 100

/** Kilobytes (1000 bytes) of gzipped script behind an entry of the build in `dist`; the build must have been made. */
export function firstScriptKb(entry: string, dist: string): number {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const files = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the build in ${dist} has no ${name}: run npm run build`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  visit(entry)
  const bytes = [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
  return Math.round(bytes / 100) / 10
}

if (import.meta.main) {
  const dist = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url))
  const portal_js_gz_kb = firstScriptKb('index.html', dist)
  console.log(JSON.stringify({ portal_js_gz_kb }))
  if (portal_js_gz_kb > PORTAL_LIMIT_KB) {
    console.error(
      `The first page of the portal loads ${portal_js_gz_kb} kB of script, more than ${PORTAL_LIMIT_KB}.`,
    )
    process.exitCode = 1
  }
}
