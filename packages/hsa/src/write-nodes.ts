import { formatYuan } from '@yichuang/kernel'
import type { Fen } from '@yichuang/kernel'
import type { FieldSpec, NodeSpec } from './spec.ts'

/**
 * Writes what was read, or is to be answered, as `input` or `output`: every field of the tables, null where there is
 * nothing, amounts and other numbers as JSON numbers, `exp_content` as text. Null for a transaction without nodes.
 * Throws a RangeError for an amount that is no whole number of fen.
 */
export function writeNodes(nodes: readonly NodeSpec[], value: unknown): unknown {
  if (nodes.length === 0) return null
  const bare = nodes.find(({ path }) => path === '')
  if (bare) return writeNode(bare, value)
  const result: Record<string, unknown> = {}
  for (const node of nodes) {
    const keys = node.path.split('.')
    const inner = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value)
    put(result, keys, writeNode(node, inner))
  }
  return result
}

function put(into: Record<string, unknown>, [first, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[first!] = value
  else put((into[first!] ??= {}) as Record<string, unknown>, rest, value)
}

function writeNode({ rows, fields }: NodeSpec, value: unknown): unknown {
  if (!rows) return writeRow(fields, value)
  return ((value ?? []) as readonly unknown[]).map((row) => writeRow(fields, row))
}

function writeRow(fields: readonly FieldSpec[], value: unknown): Record<string, unknown> {
  const row = (value ?? {}) as Record<string, unknown>
  return Object.fromEntries(fields.map((field) => [field.code, writeValue(field, row[field.code])]))
}

function writeValue({ kind, code }: FieldSpec, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (kind === 'money') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${code} is not a whole number of fen`)
    return shortNumber(formatYuan(value as Fen))
  }
  if (kind === 'decimal') return shortNumber(value as string)
  if (kind === 'extension' && typeof value !== 'string') return JSON.stringify(value)
  return value
}

/** A number, unless a double would not give back its digits. */
function shortNumber(text: string): number | string {
  return text.replace(/[-.]/g, '').length > 15 ? text : Number(text)
}
