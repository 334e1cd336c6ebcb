import { dirname, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { jsonSchemas } from '../src/index.ts'
import { filesBelow, here } from './files.ts'

it('the JSON Schemas for editors are those of the code; if not, run: npm run packs -- --write-schemas', () => {
  const written = filesBelow(here('../schema'))
  const fresh = new Map([...jsonSchemas()].map(([name, schema]) => [`${name}.json`, schema]))
  const parsed = [...written].map(([name, text]) => [name, JSON.parse(text) as unknown] as const)
  expect(Object.fromEntries(parsed)).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(fresh))))
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
    benefits: ['benefit', 'supplement', 'chain', 'maternity', 'borrowed'],
    examples: ['example'],
    measures: ['measure'],
  }
  const wrong = [...filesBelow(root)].filter(([path, text]) => {
    if (!path.endsWith('.yaml')) return false
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1]
    const allowed = (kinds[path.split('/')[1]!] ?? ['pack']).map((kind) => here(`../schema/${kind}.json`))
    return named === undefined || !allowed.includes(resolve(dirname(resolve(root, path)), named))
  })
  expect(wrong.map(([path]) => path)).toEqual([])
})
