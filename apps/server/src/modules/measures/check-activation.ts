import type { PlainDate } from '@yichuang/kernel'
import { measureNamed, type Group, type Measure, type Pack } from '@yichuang/policy'
import type { Activation } from './activations.ts'
import { groupNames } from './words.ts'
import {
  BeforeAuthority,
  EndsBeforeStart,
  GroupOutside,
  MeasuresOfTwoSets,
  MeasureUnknown,
  OutlivesAuthority,
  Overlaps,
  PapersDaysMissing,
  PerDayMissing,
} from './measures.problems.ts'

export interface Wanted {
  readonly measures: readonly string[]
  readonly places: readonly string[]
  readonly groups: readonly Group[]
  readonly from: PlainDate
  readonly until: PlainDate
  readonly papersWithin?: number | undefined
  readonly perDay?: number | undefined
}

/** Throws the first thing that keeps measures from being switched on so; gives the set they are of. */
export function checkActivation(pack: Pack, existing: readonly Activation[], wanted: Wanted): string {
  const { from, until } = wanted
  if (until < from) throw EndsBeforeStart({ from, until })
  const sets = new Set<string>()
  for (const name of wanted.measures) {
    const named = measureNamed(pack, name)
    if (!named) throw MeasureUnknown({ measure: name })
    sets.add(named.set.id)
    checkPeriod(pack, named.measure, from, until)
    checkGroups(named.measure, wanted.groups)
    const { effect, title } = named.measure
    if (effect.kind === 'papers-later' && effect.days === undefined && wanted.papersWithin === undefined)
      throw PapersDaysMissing({ title })
    if (effect.kind === 'limit-numbers' && effect.perDay === undefined && wanted.perDay === undefined)
      throw PerDayMissing({ title })
    checkOverlap(existing, name, named.measure, wanted)
  }
  if (sets.size > 1) throw MeasuresOfTwoSets({ sets: [...sets] })
  return [...sets][0]!
}

/** The new end of an activation that runs: within what its documents allow, and in nobody's way. */
export function checkEnd(
  pack: Pack,
  existing: readonly Activation[],
  of: Activation,
  until: PlainDate,
): void {
  for (const name of of.measures) {
    const named = measureNamed(pack, name)
    if (!named) continue
    checkPeriod(pack, named.measure, of.from, until)
    const others = existing.filter(({ activationId }) => activationId !== of.activationId)
    checkOverlap(others, name, named.measure, { ...of, until })
  }
}

/** The first day on which the document of a measure allows it. */
export function earliestOf(pack: Pack, measure: Measure): PlainDate | null {
  if (measure.from !== undefined) return measure.from
  const id = measure.source.document.split(':').at(-1)!
  const document = pack.documents.get(id)
  return document?.inForce ?? document?.published ?? null
}

function checkPeriod(pack: Pack, measure: Measure, from: PlainDate, until: PlainDate): void {
  const { title, longest, source } = measure
  const { citation, clause } = source
  if (longest !== undefined && until > longest)
    throw OutlivesAuthority({ title, longest, until, citation, clause })
  const earliest = earliestOf(pack, measure)
  if (earliest !== null && from < earliest) throw BeforeAuthority({ title, earliest, from, citation })
}

function checkGroups({ title, groups: allowed }: Measure, wanted: readonly Group[]): void {
  const outside = allowed && wanted.find((group) => !allowed.includes(group))
  if (outside) throw GroupOutside({ title, group: groupNames[outside] })
}

function checkOverlap(
  existing: readonly Activation[],
  name: string,
  { title }: Measure,
  { places, groups, from, until }: Pick<Wanted, 'places' | 'groups' | 'from' | 'until'>,
): void {
  const met = (a: readonly string[], b: readonly string[]) =>
    a.length === 0 || b.length === 0 || a.some((one) => b.includes(one))
  const other = existing.find(
    (activation) =>
      activation.measures.includes(name) &&
      met(activation.places, places) &&
      met(activation.groups, groups) &&
      activation.from <= until &&
      (activation.until === undefined || (activation.until >= from && activation.until >= activation.from)),
  )
  if (other) throw Overlaps({ title, from: other.from, until: other.until })
}
