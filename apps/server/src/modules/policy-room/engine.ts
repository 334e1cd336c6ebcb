import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../../packs/index.ts'

const PACKAGES = fileURLToPath(new URL('../../../../../packages', import.meta.url))
/** What an amount or a day is worked out by; packs are hashed by themselves. */
const RULES = ['kernel', 'benefits', 'policy'] as const
let known: string | undefined

/** A hash of the program text that works decisions out. A trial of another text says nothing of this one. Reads files once. */
export function engineHash(): string {
  known ??= sha256(RULES.map((name) => textBelow(join(PACKAGES, name, 'src'))).join('\n'))
  return known
}

function textBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .toSorted()
    .map((path) => `${path.replaceAll('\\', '/')}\n${readFileSync(join(folder, path), 'utf8')}`)
    .join('\n')
}
