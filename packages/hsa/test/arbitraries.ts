import fc from 'fast-check'
import { codeLists } from '../src/index.ts'
import type { FieldSpec, NodeSpec } from '../src/index.ts'
import { makeResidentId, plainDate } from '@yichuang/kernel'

const key = fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/)
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString())
const words = fc
  .stringMatching(/^[A-Za-z一-龥][A-Za-z0-9 一-龥]{0,18}[A-Za-z0-9一-龥]$/)
  .filter((w) => !/^null$/i.test(w))

/** Something a field may hold once read, as the reader gives it back. */
function fieldValue(field: FieldSpec, negative: boolean): fc.Arbitrary<unknown> {
  const least = negative || field.negative ? -1_000_000_000_000 : 0
  const { size = 16, scale = 6 } = field
  switch (field.kind) {
    case 'money':
      return fc.integer({ min: least, max: 1_000_000_000_000 })
    case 'decimal':
      return fc
        .tuple(fc.nat(10 ** Math.min(size - scale, 8) - 1), fc.nat(10 ** scale - 1))
        .map(([whole, part]) => `${whole}.${String(part).padStart(scale, '0')}`.replace(/\.?0+$/, '') || '0')
        .map((text) => (text === '' ? '0' : text))
    case 'whole':
      return fc.nat(10 ** Math.min(size, 9) - 1)
    case 'day':
      return day.map((at) => at.slice(0, 10))
    case 'moment':
      return fc.oneof(
        day.map((at) => at.slice(0, 10)),
        day.map((at) => at.slice(0, 19).replace('T', ' ')),
      )
    case 'id':
      return key.filter((text) => !/^null$/i.test(text))
    case 'paper':
      return fc
        .nat(999)
        .map((sequence) => makeResidentId({ region: '330100', birth: plainDate('1980-02-29'), sequence }))
    case 'flag':
    case 'code':
      return fc.constantFrom(...Object.keys(codeLists[field.list!]!.values))
    case 'extension':
      return fc.dictionary(words, fc.oneof(words, fc.integer()), { minKeys: 1, maxKeys: 3 })
    case 'raw':
      return fc.oneof(words, fc.array(fc.integer(), { minLength: 1 }))
    default:
      return words
  }
}

function rowOf(node: NodeSpec, negative: boolean): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(node.fields.map((field) => [field.code, fieldValue(field, negative)]))
  const required = node.fields.filter(({ required }) => required).map(({ code }) => code)
  return fc.record(model, { requiredKeys: required }).map((row) => ({ ...row }))
}

/** One direction of a transaction, as the reader gives it back. */
export function messageOf(nodes: readonly NodeSpec[], negative: boolean): fc.Arbitrary<unknown> {
  if (nodes.length === 0) return fc.constant(null)
  const parts = nodes.map((node) => {
    const row = rowOf(node, negative)
    return node.rows ? fc.array(row, { minLength: 1, maxLength: 3 }) : row
  })
  return fc.tuple(...parts).map((values) => {
    if (nodes[0]!.path === '') return values[0]
    const message: Record<string, unknown> = {}
    for (const [index, node] of nodes.entries()) {
      const [first, second] = node.path.split('.') as [string, string | undefined]
      message[first] =
        second === undefined
          ? values[index]
          : { ...(message[first] as object | undefined), [second]: values[index] }
    }
    return message
  })
}
