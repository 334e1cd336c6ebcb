import type { PlainDate } from '@yichuang/kernel'
import { measureNamed, type ActingMeasure, type Group, type Pack } from '@yichuang/policy'
import type { ActivationEvent } from './activation.queries.ts'

/** What is left of a leader's acts upon a set of measures: what, where, for whom, from when to when. */
export interface Activation {
  readonly activationId: string
  readonly setId: string
  readonly measures: readonly string[]
  readonly places: readonly string[]
  readonly groups: readonly Group[]
  readonly from: PlainDate
  /** undefined: put in force by a document that names no end */
  readonly until: PlainDate | undefined
  readonly papersWithin: number | null
  readonly perDay: number | null
  readonly byDocument: boolean
  readonly history: readonly ActivationEvent[]
}

const DOCUMENT = 'document:'

/** The activations of a place, those of documents first: the acts of leaders folded over what the pack itself puts in force. */
export function activationsOf(pack: Pack, events: readonly ActivationEvent[]): Activation[] {
  const found = new Map<string, Activation>()
  for (const set of pack.measures.values())
    for (const { id, from, until } of set.measures) {
      if (from === undefined) continue
      const measure = `${set.id}.${id}`
      found.set(`${DOCUMENT}${measure}`, {
        activationId: `${DOCUMENT}${measure}`,
        setId: set.id,
        measures: [measure],
        places: [],
        groups: [],
        from,
        until,
        papersWithin: null,
        perDay: null,
        byDocument: true,
        history: [],
      })
    }
  for (const event of events.toSorted((a, b) => a.seq - b.seq)) {
    const earlier = found.get(event.activationId)
    const { activationId, setId, measures, places, groups, startsOn, endsOn, papersWithin, perDay } = event
    // A document that was taken away from the pack leaves the acts upon it without an object.
    if (!earlier && event.kind !== 'switched-on') continue
    found.set(activationId, {
      ...(earlier ?? {
        activationId,
        setId,
        measures,
        places,
        groups,
        from: startsOn,
        papersWithin,
        perDay,
        byDocument: false,
      }),
      until: endsOn,
      history: [...(earlier?.history ?? []), event],
    })
  }
  return [...found.values()]
}

/** What acts upon the rules of a pack: one entry for each measure of each activation that ever begins. */
export function actingOf(pack: Pack, activations: readonly Activation[]): ActingMeasure[] {
  return activations.flatMap(
    ({ activationId, measures, from, until, places, groups, papersWithin, perDay, byDocument, history }) =>
      until !== undefined && until < from
        ? []
        : measures
            .filter((measure) => measureNamed(pack, measure) !== undefined)
            .map((measure) => {
              const all = measureNamed(pack, measure)?.measure.groups ?? []
              const days = papersWithin ?? daysOfDocument(pack, measure)
              return {
                activation: byDocument ? 'document' : activationId,
                measure,
                from,
                ...(until !== undefined && { until }),
                ...(!byDocument && history[0] && { known: history[0].day }),
                places,
                groups: groups.length > 0 ? groups : all,
                ...(days !== undefined && { papersWithin: days }),
                ...(limitsNumbers(pack, measure) && perDay !== null && { perDay }),
              }
            }),
  )
}

function limitsNumbers(pack: Pack, measure: string): boolean {
  return measureNamed(pack, measure)?.measure.effect.kind === 'limit-numbers'
}

function daysOfDocument(pack: Pack, measure: string): number | undefined {
  const effect = measureNamed(pack, measure)?.measure.effect
  return effect?.kind === 'papers-later' ? effect.days : undefined
}
