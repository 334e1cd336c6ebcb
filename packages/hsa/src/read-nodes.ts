import { parsed } from '@yichuang/kernel'
import { faultAt } from './faults.ts'
import type { HsaParsed, Place } from './faults.ts'
import { isObject } from './json.ts'
import { byFoldedKey, foldKey, valueUnder } from './keys.ts'
import { checkPapers } from './papers.ts'
import type { FieldSpec, NodeSpec } from './spec.ts'
import { isEmpty, readValue, sameValue } from './values.ts'

/** How strictly a side is read: an institution's input, or the answer of a centre. */
export interface Manner {
  /** amounts may be below nothing everywhere: answers to reversals are */
  readonly negative: boolean
  /** fields every text demands must be there */
  readonly demanding: boolean
  /** what a node without a name is called in a sentence, default `input` */
  readonly named?: string
  /** number of the first row in a sentence, default 1 */
  readonly firstRow?: number
}

type Row = Record<string, unknown>

/** Reads all nodes of one direction out of `input` or `output`. Without nodes, or with nothing sent, it is null. */
export function readNodes(nodes: readonly NodeSpec[], given: unknown, manner: Manner): HsaParsed<unknown> {
  if (nodes.length === 0) return parsed(null)
  const bare = nodes.find(({ path }) => path === '')
  if (bare) return readNode(bare, given, manner, true)
  if (!isObject(given)) return faultAt(isEmpty(given) ? 'missing' : 'not-an-object', { node: 'input' })
  const result: Row = {}
  for (const node of nodes) {
    const value = node.path.split('.').reduce(step, given as unknown)
    const read = readNode(node, value, manner, nodes.length === 1)
    if (!read.ok) return read
    put(result, node.path.split('.'), read.value)
  }
  return parsed(result)
}

function step(value: unknown, key: string): unknown {
  const first: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  return isObject(first) ? valueUnder(first, key) : undefined
}

function put(into: Row, [first, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[first!] = value
  else put((into[first!] ??= {}) as Row, rest, value)
}

/** One object where rows are due, and one row where an object is due, are taken as what they are. */
function readNode(node: NodeSpec, given: unknown, manner: Manner, alone: boolean): HsaParsed<unknown> {
  const place = { node: node.path || (manner.named ?? 'input') }
  const rows = Array.isArray(given) ? (given as unknown[]) : isEmpty(given) ? [] : [given]
  if (!node.rows) {
    if (rows.length > 1) return faultAt('several', place)
    const needed = node.fields.some(({ required }) => required)
    if (rows.length === 0 && needed && manner.demanding) return faultAt('missing', place)
    return rows.length === 0 ? parsed({}) : readRow(node.fields, rows[0], place, manner)
  }
  if (rows.length === 0 && alone && manner.demanding) return faultAt('missing', place)
  const values: unknown[] = []
  for (const [index, row] of rows.entries()) {
    const read = readRow(node.fields, row, { ...place, row: index + (manner.firstRow ?? 1) }, manner)
    if (!read.ok) return read
    values.push(read.value)
  }
  return parsed(values)
}

const STRICT = new Set(['money', 'decimal', 'id', 'paper', 'flag'])

function readRow(
  fields: readonly FieldSpec[],
  given: unknown,
  place: Place,
  manner: Manner,
): HsaParsed<unknown> {
  if (!isObject(given)) return faultAt('not-an-object', place)
  const sent = byFoldedKey(given)
  const row: Row = {}
  for (const field of fields) {
    const at = { ...place, field: field.code, name: field.name }
    for (const raw of spellings(field, sent)) {
      const read = readValue(field, raw, manner.negative)
      if ('problem' in read) return faultAt(read.problem, at)
      if (read.value === undefined) continue
      if (row[field.code] === undefined) row[field.code] = read.value
      else if (STRICT.has(field.kind) && !sameValue(row[field.code], read.value))
        return faultAt('contradiction', at)
    }
    if (field.required && manner.demanding && row[field.code] === undefined) return faultAt('missing', at)
  }
  const wrong = checkPapers(fields, row)
  if (wrong) return faultAt('paper', { ...place, field: wrong.code, name: wrong.name })
  return parsed(row)
}

function spellings(field: FieldSpec, sent: ReadonlyMap<string, readonly unknown[]>): readonly unknown[] {
  const own = sent.get(foldKey(field.code)) ?? []
  if (field.aliases === undefined) return own
  return [...own, ...field.aliases.flatMap((alias) => sent.get(foldKey(alias)) ?? [])]
}
