import { ONE } from '@yichuang/kernel'
import { expect, it } from 'vitest'
import { runAllowanceExample, runExample, runStageExample } from '../src/index.ts'
import type { Pack } from '../src/index.ts'
import { realPacks } from './files.ts'

type Part = 'benefits' | 'supplements' | 'maternity'
/** The figures a row may hold; each is changed alone: money by a yuan, a ratio by a hundredth, days by one. */
const FIGURES: Readonly<Record<string, number>> = {
  amount: 100,
  perYear: 100,
  most: ONE / 100,
  upTo: 100,
  fundShare: ONE / 100,
  value: ONE / 100,
  days: 1,
}

it('no figure of a table with examples can be changed without an example noticing', () => {
  const unnoticed = [...realPacks().values()].flatMap((pack) =>
    (['benefits', 'supplements', 'maternity'] as const).flatMap((part) =>
      [...pack[part].values()]
        .filter((tables) => tables.pack === pack.id)
        .flatMap((tables) =>
          figuresIn(tables)
            .filter((path) => comesOut(planted(pack, part, tables.id, path)))
            .map((path) => `${pack.id} ${tables.id} ${path.join('.')}`),
        ),
    ),
  )
  expect(unnoticed).toEqual([])
})

function comesOut(pack: Pack): boolean {
  return (
    pack.examples.every((example) => runExample(pack, example).length === 0) &&
    pack.stageExamples.every((example) => runStageExample(pack, example).length === 0) &&
    pack.allowanceExamples.every((example) => runAllowanceExample(pack, example).length === 0)
  )
}

/** The way to every figure of a row, which is known by its `source`. */
function figuresIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  const own =
    'source' in value
      ? Object.entries(value).flatMap(([field, figure]) =>
          field in FIGURES && typeof figure === 'number' ? [[...path, field]] : [],
        )
      : []
  return [...own, ...Object.entries(value).flatMap(([field, inner]) => figuresIn(inner, [...path, field]))]
}

/** The pack with one figure changed; a cap and a share are made smaller, so that a full one is noticed. */
function planted(pack: Pack, part: Part, id: string, path: readonly string[]): Pack {
  const tables = structuredClone(pack[part].get(id)) as unknown as Record<string, unknown>
  let row = tables
  for (const field of path.slice(0, -1)) row = row[field] as Record<string, unknown>
  const field = path.at(-1)!
  const figure = row[field] as number
  const step = FIGURES[field]!
  row[field] = figure >= step ? figure - step : figure + step
  return { ...pack, [part]: new Map<string, unknown>(pack[part]).set(id, tables) }
}
