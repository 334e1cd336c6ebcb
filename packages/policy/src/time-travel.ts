import type { Source } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import type { BenefitTables, ItemDefinition, ItemLayer, Pack, Parameter, PolicyDocument } from './types.ts'

/** A version of a place's pack; `publishedOn` null: the one the installation was delivered with. */
export interface PackEdition {
  readonly pack: Pack
  readonly publishedOn: PlainDate | null
}

/**
 * The rules of a place as they were known on a day: the newest edition published by then, without every value whose
 * document was published later. What is in force on a day is then asked of it as of any pack: `parameterOn`, `itemOn`,
 * `benefitScheme`, `calendarVersions`. Undefined when no edition was there yet.
 */
export function packAsKnown(editions: readonly PackEdition[], known: PlainDate): Pack | undefined {
  let latest: PackEdition | undefined
  for (const edition of editions)
    if (edition.publishedOn === null || edition.publishedOn <= known) latest = edition
  return latest && withoutLaterDocuments(latest.pack, known)
}

/**
 * The day on which a value became known: its document's publication. A document without a day of publication is taken as
 * known when its value comes in force, which is the latest it can have been.
 */
export function knownSince(document: PolicyDocument | undefined, from: PlainDate): PlainDate {
  return document?.published ?? from
}

function withoutLaterDocuments(pack: Pack, known: PlainDate): Pack {
  const isKnown = (source: Source) => knownSince(documentOf(pack, source.document), source.from) <= known
  const rows = <R extends { readonly source: Source }>(all: readonly R[]) =>
    all.filter((row) => isKnown(row.source))
  return {
    ...pack,
    documents: new Map(
      [...pack.documents].filter(([, { published }]) => published === null || published <= known),
    ),
    parameters: mapped(pack.parameters, (entry): Parameter => ({ ...entry, values: rows(entry.values) })),
    benefits: mapped(pack.benefits, (tables) => tablesKnown(tables, rows)),
    items: mappedOrLeft(pack.items, (item) => itemKnown(item, isKnown)),
    calendars: pack.calendars.filter(({ published }) => published <= known),
    ...measuresKnown(pack, isKnown, known),
  }
}

/** Measures of documents that were out by then, and what had been switched on by then. */
function measuresKnown(
  pack: Pack,
  isKnown: (source: Source) => boolean,
  known: PlainDate,
): Pick<Pack, 'measures' | 'acting'> {
  const measures = mapped(pack.measures, (set) => ({
    ...set,
    measures: set.measures.filter(({ source, from }) => isKnown({ ...source, from: from ?? source.from })),
  }))
  const there = new Set(
    [...measures.values()].flatMap((set) => set.measures.map(({ id }) => `${set.id}.${id}`)),
  )
  return {
    measures,
    acting: pack.acting.filter(
      (acting) => there.has(acting.measure) && (acting.known === undefined || acting.known <= known),
    ),
  }
}

type Rows = <R extends { readonly source: Source }>(all: readonly R[]) => readonly R[]

/** Every list of rows in the tables, whatever the part is called: a part added later is filtered too. */
function tablesKnown(tables: BenefitTables, rows: Rows): BenefitTables {
  const part = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const entries: unknown[] = value
      return entries.every(isRow) ? rows(entries) : entries
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]: [string, unknown]) => [key, part(inner)]),
    )
  }
  return part(tables) as BenefitTables
}

function isRow(value: unknown): value is { readonly source: Source } {
  return typeof value === 'object' && value !== null && 'source' in value
}

/** A version that quotes documents was known when the first of them was; one that quotes none has no day of its own. */
function itemKnown(item: ItemDefinition, isKnown: (source: Source) => boolean): ItemDefinition | undefined {
  const layer = <V>({ pack, versions }: ItemLayer<V>): ItemLayer<V> => ({
    pack,
    versions: versions.filter((version) => {
      const sources = sourcesIn(version)
      return sources.length === 0 || sources.some(isKnown)
    }),
  })
  const base = layer(item.base)
  if (base.versions.length === 0) return undefined
  return { ...item, base, changes: item.changes.map(layer).filter(({ versions }) => versions.length > 0) }
}

/** Every source below a value. */
export function sourcesIn(value: unknown): readonly Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'source' && isSource(inner) ? [inner] : sourcesIn(inner),
  )
}

function isSource(value: unknown): value is Source {
  return typeof value === 'object' && value !== null && 'document' in value && 'quote' in value
}

/** The document a source names, `pack:id`; undefined for one of a pack outside the chain. */
export function documentOf(pack: Pack, reference: string): PolicyDocument | undefined {
  const id = reference.slice(reference.indexOf(':') + 1)
  const found = pack.documents.get(id)
  return found && (reference === id || found.pack === reference.slice(0, -id.length - 1)) ? found : undefined
}

function mapped<V>(entries: ReadonlyMap<string, V>, change: (value: V) => V): ReadonlyMap<string, V> {
  return new Map([...entries].map(([id, value]) => [id, change(value)]))
}

function mappedOrLeft<V>(
  entries: ReadonlyMap<string, V>,
  change: (value: V) => V | undefined,
): ReadonlyMap<string, V> {
  return new Map(
    [...entries].flatMap(([id, value]) => {
      const changed = change(value)
      return changed === undefined ? [] : [[id, changed] as const]
    }),
  )
}
