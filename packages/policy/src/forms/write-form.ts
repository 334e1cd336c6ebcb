import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import type { Document, Node, YAMLMap, YAMLSeq } from 'yaml'
import { newYaml, textOf, WRITTEN } from '../draft-files.ts'
import { kindOfFile, parsed } from './rule-file.ts'

type Plain = Readonly<Record<string, unknown>>

/**
 * The text of a pack file that says what a form holds. Of a file that is there, only what differs is written anew, so that
 * its comments and its order stay; where that cannot be done exactly the whole file is written.
 */
export function writeForm(file: string, before: string | undefined, content: Plain): string {
  if (before === undefined) return fresh(file, content)
  try {
    if (same(parsed(before), content)) return before
    const document = parseDocument(before, { merge: true, logLevel: 'error' })
    const patched = withValues(before, document, content)
    if (patched !== undefined && same(parsed(patched), content)) return patched
    if (isMap(document.contents)) putMap(document, document.contents, content)
    const text = textOf(document, before)
    if (same(parsed(text), content)) return text
  } catch {
    // Names for parts that are used elsewhere (YAML anchors) can stand in the way; then nothing is kept of the old text.
  }
  return `${/^#.*\n/.exec(before)?.[0] ?? ''}${stringify(content, WRITTEN)}`
}

/** Where only single values differ, the text with these put in place of the old ones. */
function withValues(before: string, document: Document, content: Plain): string | undefined {
  const found: { readonly start: number; readonly end: number; readonly text: string }[] = []
  const differs = (node: unknown, wanted: unknown): boolean => {
    if (!isNode(node)) return true
    if (same(plain(document, node), wanted)) return false
    if (isScalar(node) && node.range && typeof wanted !== 'object' && !node.anchor) {
      const text = stringify(wanted, WRITTEN).trimEnd()
      found.push({ start: node.range[0], end: node.range[1], text })
      return text.includes('\n')
    }
    if (isSeq(node) && Array.isArray(wanted) && node.items.length === wanted.length)
      return node.items.some((item, place) => differs(item, wanted[place]))
    if (!isMap(node) || !isPlainObject(wanted) || node.items.length !== Object.keys(wanted).length)
      return true
    return Object.entries(wanted).some(([key, value]) => differs(node.get(key, true), value))
  }
  if (differs(document.contents, content)) return undefined
  return found
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), before)
}

function fresh(file: string, content: Plain): string {
  const kind = kindOfFile(file, stringify(content)) ?? 'pack'
  return newYaml(kind, file.split('/').length, content)
}

function putMap(document: Document, map: YAMLMap, wanted: Plain): void {
  for (const key of map.items.map((pair) => pair.key)) {
    const name = isScalar(key) ? String(key.value) : String(key)
    if (name !== '<<' && !(name in wanted)) map.delete(key)
  }
  for (const [key, value] of Object.entries(wanted)) {
    const node: unknown = map.get(key, true)
    const put = putNode(document, isNode(node) ? node : undefined, value)
    if (put !== node) map.set(key, put)
  }
}

function putSeq(document: Document, seq: YAMLSeq, wanted: readonly unknown[]): void {
  const left = [...seq.items] as Node[]
  // What stays as it is keeps its own text wherever it now stands; what changed is written into what stood there.
  const kept = wanted.map((value) => {
    const at = left.findIndex((node) => same(plain(document, node), value))
    return at < 0 ? undefined : left.splice(at, 1)[0]!
  })
  seq.items = wanted.map((value, place) => {
    if (kept[place]) return kept[place]
    const here = left.find((node) => seq.items.indexOf(node) === place)
    if (here) left.splice(left.indexOf(here), 1)
    return putNode(document, here, value)
  })
}

function putNode(document: Document, node: Node | undefined, value: unknown): Node {
  if (node && same(plain(document, node), value)) return node
  if (isMap(node) && isPlainObject(value)) putMap(document, node, value)
  else if (isSeq(node) && Array.isArray(value)) putSeq(document, node, value)
  else if (isScalar(node) && !isAlias(node) && typeof value !== 'object') node.value = value
  else return document.createNode(value)
  return node
}

function plain(document: Document, node: Node): unknown {
  return node.toJS(document)
}

function isPlainObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two pieces of plain data say the same, in whatever order their fields stand. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlainObject(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
