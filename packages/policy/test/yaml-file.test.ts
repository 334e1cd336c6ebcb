import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import type { PackFault } from '../src/index.ts'
import { readYaml } from '../src/yaml-file.ts'
import { filesBelow, here } from './files.ts'

const read = (text: string) => {
  const faults: PackFault[] = []
  const value = readYaml('a.yaml', text, z.unknown(), faults)?.value
  return { value, faults }
}

it('every file of the packs says the same to the quick reader as to the one that knows places', () => {
  const files = [...filesBelow(here('../../../policy-packs'))].filter(([path]) => path.endsWith('.yaml'))
  expect(files.length).toBeGreaterThan(100)
  for (const [path, text] of files)
    expect([path, read(text)]).toEqual([path, { value: parse(text, { merge: true }) as unknown, faults: [] }])
})

it('so does whatever can be written, in block and in flow style, quoted or not', () => {
  const plain = fc.constantFrom(
    '1_000',
    '0o17',
    '017',
    '1e3',
    'yes',
    '~',
    'null',
    '2020-01-01',
    '1:30',
    '.5',
    '+5',
    '：',
  )
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme' }),
      plain,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string({ minLength: 1 }), plain), tie('value'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(value, fc.constantFrom('block', 'flow'), (written, collectionStyle) => {
      const text = stringify(written, { collectionStyle })
      expect(read(text)).toEqual({ value: parse(text, { merge: true }) as unknown, faults: [] })
    }),
    { numRuns: 500 },
  )
})

it('words without quotes mean the same to both', () => {
  for (const word of [
    '1_000',
    '0o17',
    '0x1F',
    '017',
    '1e3',
    '+5',
    '.5',
    '5.',
    'yes',
    'No',
    '~',
    'Null',
    'TRUE',
    '2020-01-01',
    '1:30',
    '0b1',
    '-0',
    '1:2 3',
  ])
    expect(read(`a: ${word}\n`)).toEqual({ value: parse(`a: ${word}\n`) as unknown, faults: [] })
})

it('names that multiply without end are refused, with a sentence', () => {
  const rows = Array.from(
    { length: 12 },
    (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`,
  )
  const { value, faults } = read(['a0: &a0 [x]', ...rows].join('\n'))
  expect(value).toBeUndefined()
  expect(faults.map(({ kind }) => kind)).toEqual(['yaml'])
})

const Figures = z.strictObject({
  year: z.int().min(1990).max(2100),
  final: z.boolean(),
  value: z.union([z.string(), z.number()]),
})

it.each([
  ['year: -5', 'too-small', '“year”是 -5，小于 1990'],
  ['year: 2101', 'too-large', '“year”是 2101，大于 2100'],
  ['final: "yes"', 'not-yes-or-no', '“final”既不是 true 也不是 false：yes'],
  ['value:', 'empty', '“value”是空的'],
  ['value: [1, 2]', 'not-a-value', '“value”既不是数字也不是文字：[1,2]'],
])('%s is told in words that belong to it', (line, kind, said) => {
  const whole = { year: 'year: 2020', final: 'final: true', value: 'value: 1' }
  const key = line.split(':')[0]!
  const faults: PackFault[] = []
  readYaml('a.yaml', Object.values({ ...whole, [key]: line }).join('\n'), Figures, faults)
  const at = Object.keys(whole).indexOf(key) + 1
  expect(faults).toMatchObject([{ kind, line: at, zh: { what: said } }])
})
