import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { generate, generatedFolder } from '../scripts/generate.ts'
import { readTables, readTransactions } from '../scripts/tables.ts'
import { codeLists, transactions } from '../src/index.ts'
import { foldKey } from '../src/keys.ts'

describe('the generated files', () => {
  test('are what the tables make: run node packages/hsa/scripts/generate.ts after a change', async () => {
    const files = await generate()
    expect(readdirSync(generatedFolder).sort()).toEqual([...files.keys()].sort())
    const stale = [...files].filter(
      ([name, text]) => readFileSync(new URL(name, generatedFolder), 'utf8') !== text,
    )
    expect(stale.map(([name]) => name)).toEqual([])
  })

  test('no two fields of a node can be taken for each other, and every list exists', () => {
    for (const spec of Object.values(transactions))
      for (const node of [...spec.input, ...spec.output]) {
        const keys = node.fields.flatMap(({ code, aliases = [] }) => [code, ...aliases].map(foldKey))
        expect(new Set(keys).size, `${spec.infno} ${node.path}`).toBe(keys.length)
        const lists = node.fields.flatMap(({ list }) => list ?? [])
        expect(lists.filter((list) => !Object.hasOwn(codeLists, list))).toEqual([])
      }
  })

  test('every path and every A form stands for a transaction with a table, and every file for its own number', () => {
    const { sameAs, paths } = readTransactions()
    const known = new Set(readTables().map(({ infno }) => infno))
    for (const infno of [...Object.values(sameAs), ...Object.keys(paths).map((n) => sameAs[n] ?? n)])
      expect(known).toContain(infno)
    for (const [infno, spec] of Object.entries(transactions)) expect(spec.infno).toBe(infno)
  })
})
