import type { Source } from '@yichuang/benefits'
import { addDays } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import { documentOf, knownSince } from './time-travel.ts'
import type { InForce, Pack, Parameter } from './types.ts'

/** One value of a time line: when it holds, since when it was known, on what it rests, and in which layer it stands. */
export interface TimelineEntry {
  readonly key?: string
  readonly value: string
  readonly from: PlainDate
  /** last day in force; null: until another follows */
  readonly until: PlainDate | null
  readonly known: PlainDate
  readonly source: Source
  readonly note?: string
  readonly fromBasis?: string
}

/** What one pack of the chain says of a parameter; `overridden`: a pack nearer to the place replaces it. */
export interface ParameterLayer {
  readonly pack: string
  readonly overridden: boolean
  readonly parameter: Parameter
  readonly entries: readonly TimelineEntry[]
}

/** The history of a parameter in every layer of a place, nearest layer first. Empty when no pack declares it. */
export function parameterLayers(
  packs: ReadonlyMap<string, Pack>,
  pack: Pack,
  id: string,
): readonly ParameterLayer[] {
  const layers = pack.chain.flatMap((packId) => {
    const owner = packId === pack.id ? pack : packs.get(packId)
    const parameter = owner?.parameters.get(id)
    if (!owner || !parameter) return []
    const under = measureEntries(owner, id)
    const own = parameter.pack === packId
    return own || under.length > 0
      ? [{ owner, parameter, entries: own ? [...timeline(owner, parameter), ...under] : under }]
      : []
  })
  return layers.map(({ owner, parameter, entries }, place) => ({
    pack: owner.id,
    overridden: place > 0,
    parameter,
    entries,
  }))
}

/** The values that measures of a pack's own documents give a parameter by themselves. */
function measureEntries(owner: Pack, id: string): readonly TimelineEntry[] {
  const sets = [...owner.measures.values()].filter(({ pack }) => pack === owner.id)
  return sets.flatMap(({ measures }) =>
    measures.flatMap(({ effect, from, until, source, title, fromBasis }) =>
      from === undefined || effect.kind !== 'set-parameter' || effect.parameter !== id
        ? []
        : {
            ...(effect.key !== undefined && { key: effect.key }),
            value: effect.value,
            from,
            until: until ?? null,
            known: knownSince(documentOf(owner, source.document), from),
            source,
            note: title.zh,
            ...(fromBasis !== undefined && { fromBasis }),
          },
    ),
  )
}

/** The values of a parameter, by key and day, each with the day it ends. */
export function timeline(pack: Pack, { values }: Parameter): readonly TimelineEntry[] {
  const order = values.toSorted((a, b) => compare(a.key ?? '', b.key ?? '') || compare(a.from, b.from))
  return order.map((value, place) => {
    const next = order[place + 1]
    return {
      ...(value.key !== undefined && { key: value.key }),
      value: value.value,
      from: value.from,
      until: endOf(value, next?.key === value.key ? next : undefined),
      known: knownSince(documentOf(pack, value.source.document), value.from),
      source: value.source,
      ...(value.note !== undefined && { note: value.note }),
      ...(value.fromBasis !== undefined && { fromBasis: value.fromBasis }),
    }
  })
}

/** The last day of an entry, by its own `until` or the next entry's beginning. */
export function endOf(entry: InForce, next: InForce | undefined): PlainDate | null {
  return entry.until ?? (next ? addDays(next.from, -1) : null)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
