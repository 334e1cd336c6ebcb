import { parsed } from '@yichuang/kernel'
import { decodeText } from './encoding.ts'
import { faultAt } from './faults.ts'
import type { HsaParsed } from './faults.ts'
import type { NodeSpec } from './spec.ts'
import { readNodes } from './read-nodes.ts'
import { writeNodes } from './write-nodes.ts'

/**
 * Reads the TXT beside a message (3202): UTF-8, tabs between columns, a row per line (LF or CRLF), columns in the order
 * of the table, no header, `null` for nothing. Columns may be missing at the end: the national file is shorter.
 * @param firstRow what to call the first line, where the text is part of a longer file
 */
export function readTableText(node: NodeSpec, text: string, firstRow = 1): HsaParsed<readonly unknown[]> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  if (lines.length === 0) return parsed([])
  const rows: Record<string, string>[] = []
  for (const [index, line] of lines.entries()) {
    const cells = line.split('\t')
    if (cells.length > node.fields.length) return faultAt('columns', { node: 'TXT', row: index + firstRow })
    rows.push(Object.fromEntries(cells.map((cell, column) => [node.fields[column]!.code, cell])))
  }
  const read = readNodes([{ ...node, path: '', rows: true }], rows, {
    negative: true,
    demanding: true,
    named: 'TXT',
    firstRow,
  })
  return read as HsaParsed<readonly unknown[]>
}

/** The same from the bytes of a file: UTF-8, or GB18030 as older systems of hospitals write it. */
export function readTableBytes(node: NodeSpec, bytes: Uint8Array): HsaParsed<readonly unknown[]> {
  const text = decodeText(bytes)
  return text === undefined ? faultAt('encoding', { node: 'TXT' }) : readTableText(node, text)
}

/** Writes rows as such a TXT. A tab or line break inside a value becomes a blank. */
export function writeTableText(node: NodeSpec, rows: readonly unknown[]): string {
  const written = writeNodes([{ ...node, path: '', rows: true }], rows) as Record<string, unknown>[]
  return written.map((row) => `${node.fields.map(({ code }) => cell(row[code])).join('\t')}\n`).join('')
}

function cell(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.replace(/[\t\r\n]/g, ' ') : 'null'
}
