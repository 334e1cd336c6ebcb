import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldLabel, fieldWords } from './field-words.ts'
import { optionWords } from './option-words.ts'
import { blank, branchOf, filledIn, shapeOf, typed, valueAt, withValue, type Schema } from './schema.ts'

const folder = new URL('../../../../../../../packages/policy/schema/', import.meta.url)
const schemas = readdirSync(folder).map((file) => ({
  kind: file.replace('.json', ''),
  schema: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Schema,
}))

describe('every rule file can be filled in as a form:', () => {
  it('each field and each choice of the schemas has words in Chinese and English', () => {
    const without = new Set<string>()
    for (const { kind, schema } of schemas)
      for (const [key, field] of fieldsIn(schema)) {
        if (!fieldWords[key]) without.add(`${kind}.${key}`)
        for (const option of [...(field.enum ?? []), ...(field.items?.enum ?? [])])
          if (!optionWords[option]) without.add(`${kind}.${key}=${option}`)
        for (const branch of field.oneOf ?? []) {
          const option = branch.properties?.['kind']?.const
          if (typeof option === 'string' && !optionWords[option]) without.add(`${kind}.${key}=${option}`)
        }
      }
    expect([...without]).toEqual([])
  })

  it('each field has a way to be filled in, and begins as that way needs it', () => {
    const fields = schemas.flatMap(({ schema }) => fieldsIn(schema).map(([, field]) => field))
    const of = (shape: string) => fields.filter((field) => shapeOf(field) === shape)
    expect(fields.every((field) => typeof shapeOf(field) === 'string')).toBe(true)
    expect(of('list').every((field) => Array.isArray(blank(field)))).toBe(true)
    expect(of('either').every((field) => branchOf(field, blank(field)).properties)).toBe(true)
    expect(of('choice').every((field) => blank(field) === '')).toBe(true)
  })

  it('a field is called by what it means in its kind of file', () => {
    expect(fieldLabel('process', 'to', 'zh')).not.toBe(fieldLabel('calendar', 'to', 'zh'))
    expect(fieldLabel('item', 'nothing-known', 'zh')).toBe('nothing-known')
  })
})

describe('what is filled in', () => {
  it('is set at its place and nowhere else, and taken away again', () => {
    const rule = { id: 'a', rows: [{ amount: 1 }, { amount: 2 }] }
    expect(withValue(rule, ['rows', 1, 'amount'], 5)).toEqual({
      id: 'a',
      rows: [{ amount: 1 }, { amount: 5 }],
    })
    expect(withValue(rule, ['rows', 0], undefined)).toEqual({ id: 'a', rows: [{ amount: 2 }] })
    expect(withValue(rule, ['rows', 0, 'amount'], undefined)).toEqual({ id: 'a', rows: [{}, { amount: 2 }] })
    expect(withValue({}, ['source', 'quote'], '字')).toEqual({ source: { quote: '字' } })
    expect(valueAt(rule, ['rows', 1, 'amount'])).toBe(2)
    expect(valueAt(rule, ['nothing', 0])).toBeUndefined()
  })

  it('leaves out what was left empty, and numbers are numbers', () => {
    expect(filledIn({ a: '', b: [{ c: undefined, d: 0, e: null }] })).toEqual({ b: [{ d: 0, e: null }] })
    expect([typed('0.85'), typed('300'), typed('0.'), typed('２'), typed('2020-01-01'), typed('')]).toEqual([
      0.85,
      300,
      '0.',
      '２',
      '2020-01-01',
      '',
    ])
  })
})

/** Every named field of a schema, however deep. */
function fieldsIn(schema: Schema): [string, Schema][] {
  const own = Object.entries(schema.properties ?? {})
  const inner = [
    ...own.map(([, field]) => field),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
  ]
  return [...own, ...inner.flatMap(fieldsIn)]
}
