import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { jsonSchemas } from '../src/index.ts'
import { filesBelow, here } from './files.ts'

it('the JSON Schemas for editors are those of the code; if not, run: npm run packs -- --write-schemas', () => {
  const written = filesBelow(here('../schema'))
  const fresh = new Map([...jsonSchemas()].map(([name, schema]) => [`${name}.json`, schema]))
  expect([...written.keys()].sort()).toEqual([...fresh.keys()].sort())
  for (const [name, schema] of fresh)
    expect(JSON.parse(written.get(name)!), name).toEqual(JSON.parse(JSON.stringify(schema)))
})

it('every pack file names the schema of its kind on its first line', () => {
  const root = here('../../../policy-packs')
  const kinds: Record<string, string[]> = {
    documents: ['document'],
    parameters: ['parameter'],
    calendars: ['calendar'],
    items: ['item'],
    processes: ['process'],
    directory: ['directory'],
    benefits: ['benefit', 'borrowed'],
    examples: ['example'],
  }
  for (const [path, text] of filesBelow(root)) {
    if (!path.endsWith('.yaml')) continue
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1]
    expect(named, path).toBeDefined()
    const folder = path.split('/')[1]!
    const allowed = (kinds[folder] ?? ['pack']).map((kind) => here(`../schema/${kind}.json`))
    const file = resolve(dirname(resolve(root, path)), named!)
    expect(allowed, path).toContain(file)
    expect(() => readFileSync(file)).not.toThrow()
  }
})
