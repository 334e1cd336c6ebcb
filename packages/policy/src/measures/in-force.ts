import type { Source } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import type { Pack } from '../types.ts'
import type { ActingMeasure, Effect, EffectKind, Group, Measure, MeasureScope, MeasureSet } from './types.ts'

/** A measure in force, with what put it in force and the clause it rests on, marked as a measure. */
export interface MeasureInForce<K extends EffectKind = EffectKind> {
  readonly set: MeasureSet
  readonly measure: Measure
  readonly effect: Extract<Effect, { kind: K }>
  readonly acting: ActingMeasure
  readonly source: Source
}

/**
 * The measures in force at a place, for people and on a day. Where place or people are not known, only measures that ask
 * for neither are given: relief is never assumed.
 */
export function inForce(
  pack: Pack,
  activations: readonly ActingMeasure[],
  { place, groups, on }: MeasureScope & { readonly on: PlainDate },
): readonly MeasureInForce[] {
  return activations
    .filter((acting) => holdsOn(acting, on) && concerns(acting, { place, groups }))
    .flatMap((acting) => found(pack, acting) ?? [])
}

/** The measures of one kind of effect that a pack is under on a day; the latest to begin comes first. */
export function acting<K extends EffectKind>(
  pack: Pack,
  kind: K,
  on: PlainDate,
): readonly MeasureInForce<K>[] {
  if (pack.acting.length === 0) return []
  const now = pack.acting.filter((entry) => holdsOn(entry, on)).flatMap((entry) => found(pack, entry) ?? [])
  // TypeScript cannot tell that the kind decides the effect.
  const ofKind = now.filter(({ effect }) => effect.kind === kind) as unknown as MeasureInForce<K>[]
  return ofKind.toSorted((a, b) => (a.acting.from < b.acting.from ? 1 : -1))
}

/** A measure by its full name `<set>.<measure>`, with its set. */
export function measureNamed(
  pack: Pack,
  name: string,
): { readonly set: MeasureSet; readonly measure: Measure } | undefined {
  for (const set of pack.measures.values()) {
    if (!name.startsWith(`${set.id}.`)) continue
    const measure = set.measures.find(({ id }) => `${set.id}.${id}` === name)
    if (measure) return { set, measure }
  }
  return undefined
}

/** What the documents of a pack put in force themselves, without anybody's act. */
export function actingByDocument(sets: Iterable<MeasureSet>): ActingMeasure[] {
  return [...sets].flatMap((set) =>
    set.measures.flatMap(({ id, from, until, effect, groups = [] }) =>
      from === undefined
        ? []
        : {
            activation: BY_DOCUMENT,
            measure: `${set.id}.${id}`,
            from,
            ...(until !== undefined && { until }),
            places: [],
            groups,
            ...(effect.kind === 'papers-later' && effect.days !== undefined && { papersWithin: effect.days }),
          },
    ),
  )
}
export const BY_DOCUMENT = 'document'

/**
 * A pack under other measures: the same rules, read through these. Its hash names both, so that what was decided under a
 * measure can be worked out again after it has ended.
 */
export function packUnder(
  pack: Pack,
  activations: readonly ActingMeasure[],
  sha256: (text: string) => string,
): Pack {
  const own = actingByDocument(pack.measures.values())
  const wanted = canonical(activations)
  if (wanted === canonical(own)) return pack.acting === own ? pack : { ...pack, acting: own }
  return { ...pack, acting: activations, hash: sha256(`${pack.hash}\n${wanted}`) }
}

/** Whether a measure that acts is for everybody of a scope. */
export function concerns({ places, groups }: ActingMeasure, scope: MeasureScope): boolean {
  const here = places.length === 0 || (scope.place !== undefined && places.includes(scope.place))
  const these = groups.length === 0 || groups.some((group) => scope.groups?.includes(group))
  return here && these
}

export function holdsOn({ from, until }: Pick<ActingMeasure, 'from' | 'until'>, on: PlainDate): boolean {
  return from <= on && (until === undefined || on <= until)
}

/** The groups a person is known to belong to by their enrolment. */
export function groupsOf(insurance: string | null, personClass: string | null): Group[] {
  return [insurance, personClass].filter((group) => group !== null) as Group[]
}

function found(pack: Pack, acting: ActingMeasure): MeasureInForce | undefined {
  const named = measureNamed(pack, acting.measure)
  if (!named) return undefined
  const { set, measure } = named
  const { from, activation } = acting
  const mark = { id: acting.measure, activation, zh: measure.title.zh, en: measure.title.en }
  return { set, measure, effect: measure.effect, acting, source: { ...measure.source, from, measure: mark } }
}

function canonical(activations: readonly ActingMeasure[]): string {
  const lines = activations.map(
    ({ activation, measure, from, until, places, groups, papersWithin, perDay }) =>
      JSON.stringify([
        activation,
        measure,
        from,
        until ?? null,
        places,
        groups,
        papersWithin ?? null,
        ...(perDay === undefined ? [] : [perDay]),
      ]),
  )
  return lines.toSorted().join('\n')
}
