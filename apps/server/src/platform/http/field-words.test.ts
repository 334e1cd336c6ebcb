import * as contracts from '@yichuang/contracts'
import type { Endpoint } from '@yichuang/contracts'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { Problem } from '../problem.ts'
import { fieldInWords, fieldWords } from './field-words.ts'
import { parseSent } from './validation.ts'

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly in?: z.ZodType
  readonly left?: z.ZodType
  readonly right?: z.ZodType
  readonly options?: readonly z.ZodType[]
}

/** Every text of what an endpoint takes, with the name of its field. */
function* texts(schema: z.ZodType, field: string): Generator<[field: string, text: z.ZodType]> {
  const { type, shape, innerType, element, valueType, left, right, options, ...pipe } =
    schema.def as unknown as Definition
  if (type === 'string') yield [field, schema]
  for (const [name, part] of Object.entries(shape ?? {})) yield* texts(part, name)
  for (const part of [innerType, element, valueType, pipe.in, left, right, ...(options ?? [])])
    if (part) yield* texts(part, field)
}

const endpoints = (Object.values(contracts) as unknown[]).filter(
  (value): value is Endpoint =>
    typeof value === 'object' && value !== null && 'access' in value && 'path' in value,
)
const sent = endpoints.flatMap((endpoint) =>
  [endpoint.params, endpoint.query, endpoint.body].flatMap((schema) =>
    schema ? [...texts(schema, '')].map(([field, text]) => ({ endpoint, field, text })) : [],
  ),
)

/** What is answered when a field holds a text that is of no form; undefined where any text will do. */
function answerTo(text: z.ZodType, field: string): string | undefined {
  try {
    parseSent(text, '!', field)
    return undefined
  } catch (error) {
    return (error as Problem).render('zh').detail
  }
}

test('a text of the wrong form is answered with the form that is expected, and its field in words', () => {
  const wrong = sent.flatMap(({ endpoint, field, text }) => {
    const zh = answerTo(text, field)
    const raw = zh !== undefined && (zh.includes('格式不对') || zh.includes(field))
    return raw ? [`${endpoint.method} ${endpoint.path} → ${zh}`] : []
  })
  expect([...new Set(wrong)]).toEqual([])
  expect(sent.length).toBeGreaterThan(400)
})

test('one sentence is enough for a day that is none', () => {
  expect(answerTo(contracts.Day, 'day')).toBe('日期：应为存在的日期，写作 YYYY-MM-DD')
  expect(answerTo(contracts.Money, 'amount')).toBe('金额：应为金额（元），不能为负，写两位小数，如 1800.00')
})

test('a field inside another is named with it, and one without a word by its path', () => {
  expect(fieldInWords('bills.0.unitPrice')).toEqual({
    zh: '票据第 1 项的单价',
    en: 'bills no. 1, unit price',
  })
  expect(fieldInWords('bills.0.constructor')).toEqual({
    zh: 'bills.0.constructor',
    en: 'bills.0.constructor',
  })
  expect(Object.values(fieldWords).every((word) => /^\p{Script=Han}[^a-z]*$/u.test(word))).toBe(true)
})
