import type { Source } from '@yichuang/benefits'
import { formatRatio, formatYuan } from '@yichuang/kernel'
import type { Fen, PlainDate, Ratio } from '@yichuang/kernel'
import { pathWords } from './diff-words.ts'
import { itemOn } from './item.ts'
import { inForceOn } from './periods.ts'
import type { InForce, Override, Pack, Text } from './types.ts'

export type ChangedKind =
  'parameter' | 'item' | 'benefit' | 'process' | 'document' | 'calendar' | 'directory' | 'measure' | 'pack'

/** One thing that differs between two libraries, as a person reads it. */
export interface PolicyChange {
  readonly kind: ChangedKind
  readonly change: 'added' | 'removed' | 'changed'
  readonly pack: string
  /** of the parameter, item, table, document … */
  readonly id: string
  readonly title: Text
  /** what of it: 2020 · 值, 办理期限 › 承诺 › 工作日 */
  readonly what: Text
  readonly before: string | null
  readonly after: string | null
  /** first day on which the difference holds, where it has one */
  readonly from: PlainDate | null
  readonly source: Source | null
}

type Packs = ReadonlyMap<string, Pack>

/**
 * What differs between two libraries, each thing told once, in the pack that says it. Empty exactly when no rule differs;
 * comments and the order of files are no difference.
 */
export function comparePacks(before: Packs, after: Packs): readonly PolicyChange[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort()
  return ids.flatMap((id) => ofPack(id, before, after))
}

/**
 * What a pack says otherwise of one thing than the pack above it: of an item as it stands on a day, of a parameter or a
 * table with all its days. `before` is what the pack above says.
 */
export function localDifferences(
  above: Pack,
  local: Pack,
  { kind, id }: Pick<Override, 'kind' | 'id'>,
  on: PlainDate,
): readonly PolicyChange[] {
  const said: Readonly<Record<Override['kind'], (pack: Pack) => unknown>> = {
    item: (pack) => itemOn(pack, id, on),
    parameter: ({ parameters }) => parameters.get(id),
    benefit: ({ benefits }) => benefits.get(id),
    process: ({ processes }) => processes.get(id),
  }
  return differences(kind, local.id, id, said[kind](above), said[kind](local))
}

type PartOf = (pack: Pack, packs: Packs) => ReadonlyMap<string, unknown>

function ofPack(id: string, before: Packs, after: Packs): PolicyChange[] {
  const partOf = (packs: Packs, pick: PartOf) => {
    const pack = packs.get(id)
    return pack ? pick(pack, packs) : new Map<string, unknown>()
  }
  const parts: [ChangedKind, PartOf][] = [
    ['pack', (pack) => new Map([[pack.id, headOf(pack)]])],
    ['document', (pack) => own(pack.documents, id)],
    ['parameter', (pack) => own(pack.parameters, id)],
    ['item', (pack) => ownItems(pack, id)],
    [
      'benefit',
      (pack) =>
        new Map<string, unknown>(
          [pack.benefits, pack.supplements, pack.chains, pack.maternity].flatMap((all) => [
            ...own<{ readonly pack: string }>(all, id),
          ]),
        ),
    ],
    ['process', (pack) => own(pack.processes, id)],
    ['directory', (pack) => own(pack.directories, id)],
    ['measure', (pack) => own(measuresOf(pack), id)],
    ['calendar', ownCalendars],
  ]
  return parts.flatMap(([kind, pick]) => {
    const [from, to] = [partOf(before, pick), partOf(after, pick)]
    return [...new Set([...from.keys(), ...to.keys()])]
      .sort()
      .flatMap((key) => ofThing(kind, id, key, from.get(key), to.get(key)))
  })
}

/**
 * What differs in one thing. A version that begins on a new day is compared with the one it takes over from, so that only
 * what it changes is told, and not all that it repeats.
 */
function ofThing(
  kind: ChangedKind,
  pack: string,
  id: string,
  before: unknown,
  after: unknown,
): PolicyChange[] {
  const [was, is] = [versionsOf(before), versionsOf(after)]
  if (!was || !is) return differences(kind, pack, id, before, after)
  const rest = differences(
    kind,
    pack,
    id,
    { ...(before as object), versions: [] },
    { ...(after as object), versions: [] },
  )
  const days = [...new Set([...was, ...is].map(({ from }) => from))].sort()
  const ofDays = days.flatMap((day) => {
    const [old, now] = [was.find(({ from }) => from === day), is.find(({ from }) => from === day)]
    const earlier =
      now &&
      inForceOn(
        is.filter(({ from }) => from < day),
        day,
      )
    // Why and until when the earlier one held is no part of what the new one takes over.
    const taken = old ?? (earlier && { ...earlier, from: day, fromBasis: undefined, until: undefined })
    const title = titleOf(after) ?? titleOf(before)
    return differences(kind, pack, id, withTitle(taken, title), withTitle(now, title))
  })
  return [...rest, ...ofDays]
}

type Version = InForce & Readonly<Record<string, unknown>>

function versionsOf(value: unknown): readonly Version[] | undefined {
  const { versions } = (value ?? {}) as { versions?: readonly Version[] }
  return versions
}

function withTitle(version: Version | undefined, title: Text | undefined): object | undefined {
  return version && { ...(title && { title }), ...version }
}

/** What differs in one thing, leaf by leaf. A list is told apart by what names its entries, not by their order. */
function differences(
  kind: ChangedKind,
  pack: string,
  id: string,
  before: unknown,
  after: unknown,
): PolicyChange[] {
  const [from, to] = [leavesOf(before), leavesOf(after)]
  const title = titleOf(after) ?? titleOf(before) ?? { zh: id, en: id }
  const whole = before === undefined ? 'added' : after === undefined ? 'removed' : undefined
  if (whole !== undefined && WHOLE.has(kind)) {
    const leaf = { path: [], value: title.zh, from: null, source: null }
    return [
      told(
        kind,
        pack,
        id,
        title,
        whole,
        whole === 'removed' ? leaf : undefined,
        whole === 'added' ? leaf : undefined,
      ),
    ]
  }
  const changes: PolicyChange[] = []
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    const [was, is] = [from.get(key), to.get(key)]
    if (was?.value === is?.value) continue
    changes.push(told(kind, pack, id, title, was ? (is ? 'changed' : 'removed') : 'added', was, is))
  }
  return changes
}
const WHOLE: ReadonlySet<ChangedKind> = new Set(['document', 'directory', 'process'])

interface Leaf {
  readonly path: readonly string[]
  readonly value: string
  readonly from: PlainDate | null
  readonly source: Source | null
}

function told(
  kind: ChangedKind,
  pack: string,
  id: string,
  title: Text,
  change: PolicyChange['change'],
  before: Leaf | undefined,
  after: Leaf | undefined,
): PolicyChange {
  const { path, from, source } = after ?? before!
  return {
    kind,
    change,
    pack,
    id,
    title,
    what: pathWords(path),
    before: before?.value ?? null,
    after: after?.value ?? null,
    from,
    source,
  }
}

/** Every leaf of a value by its path, with the day and the source of the nearest entry around it. */
function leavesOf(root: unknown): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  const walk = (
    value: unknown,
    path: readonly string[],
    from: PlainDate | null,
    source: Source | null,
  ): void => {
    if (value === undefined || value === null) return
    if (Array.isArray(value)) {
      const names = new Map<string, number>()
      for (const [index, entry] of (value as unknown[]).entries()) {
        const name = nameOf(entry, index)
        const seen = names.get(name) ?? 0
        names.set(name, seen + 1)
        walk(entry, [...path, seen === 0 ? name : `${name} (${seen + 1})`], from, source)
      }
      return
    }
    if (typeof value !== 'object') {
      leaves.set(path.join('\0'), { path, value: written(path.at(-1) ?? '', value), from, source })
      return
    }
    const fields = value as Record<string, unknown>
    const here = typeof fields['from'] === 'string' ? (fields['from'] as PlainDate) : from
    const cited = (fields['source'] as Source | undefined) ?? source
    for (const [field, inner] of Object.entries(fields)) {
      if (SILENT.has(field)) continue
      if (field === 'source' && inner !== undefined) {
        const { citation, clause, quote } = inner as Source
        const text = `${citation} ${clause} “${quote}”`
        leaves.set([...path, field].join('\0'), {
          path: [...path, field],
          value: text,
          from: here,
          source: cited,
        })
      } else walk(inner, [...path, field], here, cited)
    }
  }
  walk(root, [], null, null)
  return leaves
}
/** Where a thing stands is no difference of its own, and a digest says nothing to a person. */
const SILENT = new Set(['pack', 'sha256', 'citation'])

/** What an entry of a list is called: its id, its key and day, its hospital level and so on; else its place. */
function nameOf(entry: unknown, index: number): string {
  if (typeof entry === 'string' || typeof entry === 'number') return String(entry)
  if (typeof entry !== 'object' || entry === null) return String(index + 1)
  const fields = entry as Record<string, unknown>
  // A thing with a name of its own stays the same thing when its day or its figures change.
  if (typeof fields['id'] === 'string') return fields['id']
  const names = NAMES.flatMap((name) => {
    const value = fields[name]
    return typeof value === 'string' || typeof value === 'number'
      ? [name === 'above' ? `${formatYuan(value as Fen)}+` : String(value)]
      : []
  })
  return names.length > 0 ? names.join(' · ') : String(index + 1)
}
const NAMES = ['key', 'channel', 'from', 'level', 'personClass', 'carePlace', 'admission', 'above', 'name']

function written(field: string, value: unknown): string {
  if (typeof value === 'number' && MONEY.has(field)) return formatYuan(value as Fen)
  if (typeof value === 'number' && RATIOS.has(field)) return formatRatio(value as Ratio)
  return String(value)
}
// `deductible` and `yearlyCap` are numbers in measures only.
const MONEY = new Set(['amount', 'above', 'upTo', 'perYear', 'deductible', 'yearlyCap'])
const RATIOS = new Set(['fundShare', 'share', 'most', 'raiseShare'])

function titleOf(value: unknown): Text | undefined {
  const { title, base } = (value ?? {}) as { title?: Text | string; base?: { title?: Text }[] }
  if (typeof title === 'string') return { zh: title, en: title }
  return title ?? base?.findLast((version) => version.title !== undefined)?.title
}

function own<T extends { readonly pack: string }>(
  all: ReadonlyMap<string, T>,
  pack: string,
): ReadonlyMap<string, T> {
  return new Map([...all].filter(([, entry]) => entry.pack === pack))
}

/** The layer of a pack in each item, under the title the item has there. */
function ownItems(pack: Pack, id: string): ReadonlyMap<string, unknown> {
  return new Map(
    [...pack.items].flatMap(([key, { base, changes }]) => {
      const versions = base.pack === id ? base.versions : changes.find((layer) => layer.pack === id)?.versions
      const title = base.versions.findLast((version) => version.title !== undefined)?.title
      return versions ? [[key, { versions, ...(title && { title }) }] as const] : []
    }),
  )
}

/** A pack's calendars stand after those it inherits. */
function ownCalendars(pack: Pack, packs: Packs): ReadonlyMap<string, unknown> {
  const inherited = packs.get(pack.extends ?? '')?.calendars.length ?? 0
  return new Map(
    pack.calendars.slice(inherited).map(({ year, document, published, citation, off, work }) => [
      `${year} ${document}`,
      {
        title: citation,
        published,
        off: off.map(({ from, to, name }) => ({ name, from, until: to })),
        work,
      },
    ]),
  )
}

function measuresOf(pack: Pack): ReadonlyMap<string, { readonly pack: string }> {
  return (pack as { measures?: ReadonlyMap<string, { readonly pack: string }> }).measures ?? new Map()
}

function headOf({ title, regionCode, agency, borrowed, itemGroups }: Pack): unknown {
  const { from, lender, readOn } = borrowed ?? {}
  return { title, regionCode, agency, itemGroups, ...(borrowed && { borrowed: { from, lender, readOn } }) }
}
