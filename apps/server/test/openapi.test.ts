import * as contracts from '@yichuang/contracts'
import type { Endpoint } from '@yichuang/contracts'
import { describe, expect, it } from 'vitest'
import { openApi } from '../src/platform/http/openapi.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- a description of any shape, walked
type Any = any

const endpoints = Object.values(contracts as Record<string, Any>).filter(
  (value): value is Endpoint => typeof value?.path === 'string' && typeof value.method === 'string',
)
const description = openApi(endpoints) as Any
const operations: { name: string; path: string; operation: Any }[] = Object.entries(
  description.paths as Record<string, Record<string, Any>>,
).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
)

/** Every object of the description, with the way to it. */
function* objects(value: unknown, at = '#'): Generator<{ at: string; object: Record<string, Any> }> {
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value)) yield { at, object: value as Record<string, Any> }
  for (const [key, member] of Object.entries(value)) yield* objects(member, `${at}/${key}`)
}

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce((value: Any, key) => value?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], description)
}

describe('the description of the whole API', () => {
  it('has an operation for every endpoint of the contracts', () => {
    expect(endpoints.length).toBeGreaterThan(70)
    expect(operations.length).toBe(endpoints.length)
  })

  it('refers only to what stands in it', () => {
    const references = [...objects(description)].flatMap(({ at, object }) =>
      typeof object['$ref'] === 'string' ? [{ at, reference: object['$ref'] }] : [],
    )
    expect(references.map(({ reference }) => reference)).toContain('#/components/schemas/ExplanationStep')
    expect(references.filter(({ reference }) => resolve(reference) === undefined)).toEqual([])
  })

  it('leaves no definition, dialect or name of a schema language inside', () => {
    expect(
      [...objects(description)].filter(({ object }) => '$defs' in object || '$schema' in object),
    ).toEqual([])
  })

  it.each(operations)(
    '$name is complete: an id, a summary, its path parameters, described replies',
    ({ path, operation }) => {
      expect(operation.operationId).toMatch(/^(get|post|put|delete)-[a-zA-Z.-]+$/)
      expect(operation.summary).toMatch(/\S/)
      const inPath = operation.parameters.filter((parameter: Any) => parameter.in === 'path')
      expect(inPath.map((parameter: Any) => parameter.name).sort()).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort(),
      )
      expect(inPath.every((parameter: Any) => parameter.required === true)).toBe(true)
      expect(operation.parameters.every((parameter: Any) => parameter.schema !== undefined)).toBe(true)
      for (const response of Object.values<Any>(operation.responses))
        expect(response.description).toMatch(/\S/)
    },
  )

  it('gives every operation an id of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
