import { parsePlainDate } from '@yichuang/kernel'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Column } from '../src/cli/load/column.ts'
import { kinds } from '../src/cli/load.ts'
import { settings } from '../src/config.ts'

const read = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')
const reading = { today: parsePlainDate('2020-10-15')!, regionCode: '330600' }

/** Rows of the table below a mark, each with its cells as written. */
function tableAfter(text: string, mark: string): string[][] {
  const [, rest = ''] = text.split(`<!-- ${mark} -->`)
  const table = /\n(\|[^]*?)\n\n/.exec(rest)?.[1] ?? ''
  return table
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

describe('docs/operations.md', () => {
  it('lists every setting with its default and what it must be', () => {
    const rows = Object.entries(settings).map(([name, [schema, , en]]) => {
      const standard = schema.safeParse(undefined).data
      return [`\`${name}\``, standard === undefined ? '' : `\`${String(standard)}\``, en]
    })
    expect(tableAfter(read('operations.md'), 'settings')).toEqual(rows)
  })
})

describe('docs/data-files.md', () => {
  it.each(Object.entries(kinds))(
    'lists every column of %s, with an example that can be read',
    (name, kind) => {
      const columns: Column[] = Object.values(kind.columns)
      const rows = columns.map(({ names: [zh, en, ...more], optional, example }) => [
        zh,
        `\`${en}\``,
        more.join('、'),
        optional ? '' : 'yes',
        example,
      ])
      expect(tableAfter(read('data-files.md'), `columns of ${name}`)).toEqual(rows)
      for (const column of columns) expect(column.read(column.example, reading)).toMatchObject({ ok: true })
    },
  )
})

describe('docs/hospitals-faults.md', () => {
  const text = read('hospitals-faults.md')
  const linked = new Map(
    [...text.matchAll(/\]\(([^)]+\.test\.ts)\)/g)].map(([, link]) => [link!.split('/').at(-1)!, link!]),
  )

  it('names tests that there are', () => {
    const named = text.split('\n').flatMap((line) => {
      let file: string | undefined
      return [...line.matchAll(/([\w-]+\.test\.ts)(?!\))|“([^”]+)”/g)].flatMap(([, mentioned, test]) => {
        file = mentioned ?? file
        return test === undefined ? [] : [[test, linked.get(file ?? '')] as const]
      })
    })
    expect(named.length).toBeGreaterThan(20)
    const missing = named.filter(([test, link]) => link === undefined || !read(link).includes(test))
    expect(missing).toEqual([])
  })
})
