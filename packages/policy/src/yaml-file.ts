import { CORE_SCHEMA, load, mergeTag } from 'js-yaml'
import { LineCounter, isMap, isPair, isScalar, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import { fault, isFaultKind } from './fault.ts'
import type { FaultKind, PackFault, Place } from './fault.ts'

export type Path = readonly PropertyKey[]

/** A YAML file that fits its schema, and a way back from each value to its line. */
export interface YamlFile<T> {
  readonly file: string
  readonly value: T
  readonly at: (path: Path) => Place
}

/** Reads one YAML text. Every fault found is added to `faults`; undefined when the text does not fit the schema. */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  faults: PackFault[],
): YamlFile<z.output<S>> | undefined {
  const at = placesIn(file, text)
  const read = valueOf(text) ?? valueOrFaults(file, text, at)
  if ('faults' in read) {
    faults.push(...read.faults)
    return undefined
  }
  const { value } = read
  const result = schema.safeParse(value)
  if (result.success) return { file, value: result.data, at }
  faults.push(...misspeltAsOne(result.error.issues.flatMap((issue) => faultsOf(issue, value, at))))
  return undefined
}

interface Read {
  readonly value: unknown
}

/** Nearly all files use fewer names (`*name`); more of them inside one another could multiply without end. */
const QUICK = { schema: CORE_SCHEMA.withTags(mergeTag), maxAliases: 16 } as const

/**
 * What a text says, read several times as fast as by the reader that knows where everything stands; undefined for whatever
 * it does not take: the other one then says what is wrong and where.
 */
function valueOf(text: string): Read | undefined {
  try {
    return { value: load(text, QUICK) }
  } catch {
    return undefined
  }
}

/** What a text says, or what keeps it from being read. */
function valueOrFaults(
  file: string,
  text: string,
  at: YamlFile<unknown>['at'],
): Read | { readonly faults: readonly PackFault[] } {
  const document = parseDocument(text, OPTIONS)
  if (document.errors.length > 0) return { faults: syntaxFaults(file, text, document.errors) }
  try {
    return { value: document.toJS({ maxAliasCount: 200 }) }
  } catch (error) {
    // An anchor that is merged but is no map, or aliases that multiply without end, show only when they are followed.
    const message = error instanceof Error ? error.message : String(error)
    return { faults: [fault('yaml', at([]), { message })] }
  }
}

/** One mistake of writing breaks the lines after it too: a tab is told alone, the other kinds once each. */
function syntaxFaults(
  file: string,
  text: string,
  errors: readonly { readonly message: string; readonly pos: readonly [number, number] }[],
): PackFault[] {
  const tab = /^ *\t/mu.exec(text)
  if (tab) return [fault('yaml-tab', placeOf(file, linesOf(text), tab.index))]
  const found = errors.map(({ message, pos }) => {
    const place = placeOf(file, linesOf(text), pos[0])
    const line = text.split('\n')[place.line - 1] ?? ''
    if (/^[\s-]*[\w.-]+：/u.test(line)) return fault('yaml-wide-colon', place)
    return /^[\s-]*[\w.-]+ +[^:]*$/u.test(line)
      ? fault('yaml-no-colon', place)
      : fault('yaml', place, { message })
  })
  return found.filter(({ kind }, at) => kind === 'yaml' || found.findIndex((one) => one.kind === kind) === at)
}

/** A field of the right name in other letters is one mistake, not two: an unknown field and a missing one. */
function misspeltAsOne(faults: readonly PackFault[]): PackFault[] {
  const plain = (path: PackFault['path']) =>
    (path ?? []).map(String).join('/').toLowerCase().replaceAll(/[-_]/gu, '')
  const twins = new Map(
    faults.filter(({ kind }) => kind === 'missing').map((missing) => [plain(missing.path), missing]),
  )
  const told = new Set<PackFault>()
  const one = faults.map((stray) => {
    const missing = stray.kind === 'unknown-field' ? twins.get(plain(stray.path)) : undefined
    if (!missing) return stray
    told.add(missing)
    const names = { given: String(stray.path?.at(-1)), field: String(missing.path?.at(-1)) }
    return fault('misspelt', stray, names)
  })
  return one.filter((entry) => !told.has(entry))
}

const OPTIONS = { prettyErrors: false, merge: true, logLevel: 'error' } as const

/** Where each value of a text stands; the text is read when somebody first asks. */
export function placesIn(file: string, text: string): (path: Path) => Place {
  let read: { readonly document: Document; readonly lines: LineCounter } | undefined
  return (path) => {
    read ??= { document: parseDocument(text, OPTIONS), lines: linesOf(text) }
    return { ...placeOf(file, read.lines, offsetOf(read.document, path)), path }
  }
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1)
  return lines
}

function placeOf(file: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** Where the value at `path` begins; of the deepest part of the path that exists. A map's field begins at its key. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      )
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
    }
    const node: unknown = document.getIn(path.slice(0, length), true)
    const range = (node as { range?: readonly number[] } | undefined)?.range
    if (range?.[0] !== undefined) return range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

function faultsOf(issue: z.core.$ZodIssue, root: unknown, at: (path: Path) => Place): PackFault[] {
  const field = String(issue.path.at(-1) ?? 'file')
  const given = show(valueAt(root, issue.path))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault('unknown-field', at([...issue.path, key]), { field: key }))
  if (issue.code !== 'custom' && valueAt(root, issue.path) === undefined)
    return [fault('missing', at(issue.path), { field })]
  if (issue.code === 'invalid_value')
    return [fault('choice', at(issue.path), { given, allowed: issue.values.map(String).join(', ') })]
  if (isFaultKind(issue.message)) return [fault(issue.message, at(issue.path), { given, field })]
  const kind = issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined
  if (kind) return [fault(kind, at(issue.path), { field, given })]
  // Figures may be written as numbers or as text; nothing else has several forms that are told apart here.
  if (issue.code === 'invalid_union')
    return [fault(given === 'null' ? 'empty' : 'not-a-value', at(issue.path), { field, given })]
  if (issue.code === 'too_small' && NUMBERS.has(issue.origin))
    return [fault('too-small', at(issue.path), { field, given, least: String(issue.minimum) })]
  if (issue.code === 'too_big' && NUMBERS.has(issue.origin))
    return [fault('too-large', at(issue.path), { field, given, most: String(issue.maximum) })]
  if (issue.code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array'))
    return [fault('empty', at(issue.path), { field })]
  return [fault('shape', at(issue.path), { field, message: issue.message })]
}

const KINDS: Readonly<Record<string, FaultKind>> = {
  string: 'not-text',
  array: 'not-a-list',
  object: 'not-fields',
  record: 'not-fields',
  number: 'not-a-number',
  int: 'not-a-number',
  boolean: 'not-yes-or-no',
}
const NUMBERS: ReadonlySet<string> = new Set(['number', 'int'])

function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key]
  return value
}

/** What was given, cut where it would fill the sentence. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
