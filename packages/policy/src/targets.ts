import type { Source } from '@yichuang/benefits'
import { ratio, type PlainDate, type Ratio } from '@yichuang/kernel'
import { itemOn, itemsOn, type ServiceItem } from './item.ts'
import { isMissing } from './missing-rule.ts'
import { parameterOn } from './parameter.ts'
import { inForceOn } from './periods.ts'
import { cutOf, meanCut, pooledCut, reaches, type Cut } from './targets-rate.ts'
import type { Pack, Text } from './types.ts'

/** What is to become less: materials, time limits, time limits not already at once, steps of the frequent items. */
export const TARGETS = ['materials', 'limits', 'non-instant', 'process'] as const
export type TargetKind = (typeof TARGETS)[number]

const PARAMETER: Readonly<Record<TargetKind, string>> = {
  materials: 'targets.materials-cut',
  limits: 'targets.limits-cut',
  'non-instant': 'targets.non-instant-cut',
  process: 'targets.process-cut',
}
const FREQUENT = 'targets.frequent-items'

/** One side of a comparison; `count` is null when no loaded rule says it. Only a sourced count is confirmed. */
export interface Counted {
  readonly count: number | null
  readonly confirmed: boolean
}

/** One item against the national baseline. What is not known is null, never 0. */
export interface Compared {
  readonly itemId: string
  readonly title: Text
  readonly baseline: Counted
  readonly here: Counted
  /** finished on the spot by the national rule: there is nothing to cut */
  readonly instant: boolean
  readonly cut: Cut | null
  /** null when there is no target or nothing to compare */
  readonly reached: boolean | null
  /** who can load the sides that are not known */
  readonly whoCanLoad: readonly Text[]
}

/** A target of a place with the items it is computed from. */
export interface Target {
  readonly kind: TargetKind
  /** the share to be cut at least, with its clause; null when this place has loaded none */
  readonly aim: { readonly ratio: Ratio; readonly source: Source } | null
  readonly whoCanLoad: Text
  readonly items: readonly Compared[]
  readonly pooled: Reading
  readonly mean: Reading
  /** items the figures are made of, of all that the target is about */
  readonly compared: number
  readonly inScope: number
}

export interface Reading {
  readonly cut: Cut | null
  readonly reached: boolean | null
}

/** The four targets of a place on a day, computed from the items in force there and in the country. */
export function targetsOn(place: Pack, country: Pack, on: PlainDate): readonly Target[] {
  return TARGETS.map((kind) => targetOn(place, country, kind, on))
}

function targetOn(place: Pack, country: Pack, kind: TargetKind, on: PlainDate): Target {
  const found = parameterOn(place, PARAMETER[kind], undefined, on)
  const aim = isMissing(found) ? null : { ratio: ratio(found.value), source: found.source }
  // What the national list does not have has no baseline to be cut from.
  const items = itemsOn(place, on)
    .filter(({ number }) => number !== null)
    .filter((item) => kind !== 'process' || frequentGroups(place, on).includes(item.group.id))
    .map((item) => compared(place, country, item, kind, aim?.ratio, on))
  const pairs = items.flatMap(({ baseline, here, instant }) =>
    instant || baseline.count === null || here.count === null
      ? []
      : [{ baseline: baseline.count, here: here.count }],
  )
  const reading = (cut: Cut | undefined): Reading => ({
    cut: cut ?? null,
    reached: cut && aim ? reaches(cut, aim.ratio) : null,
  })
  return {
    kind,
    aim,
    whoCanLoad: place.agency,
    items,
    pooled: reading(pooledCut(pairs)),
    mean: reading(meanCut(pairs)),
    compared: pairs.length,
    inScope: items.filter(({ instant }) => !instant).length,
  }
}

function compared(
  place: Pack,
  country: Pack,
  item: ServiceItem,
  kind: TargetKind,
  target: Ratio | undefined,
  on: PlainDate,
): Compared {
  const national = itemOn(country, item.id, on)
  const { baseline, here, instant } = sides[kind](place, national, item, on)
  const known = !instant && baseline.count !== null && here.count !== null
  const cut = (known && cutOf({ baseline: baseline.count, here: here.count })) || null
  return {
    itemId: item.id,
    title: item.title,
    baseline,
    here,
    instant,
    cut,
    reached: cut && target !== undefined ? reaches(cut, target) : null,
    whoCanLoad: instant
      ? []
      : [
          ...(baseline.count === null ? [country.agency] : []),
          ...(here.count === null ? [place.agency] : []),
        ],
  }
}

type Sides = Pick<Compared, 'baseline' | 'here' | 'instant'>
const unknown: Counted = { count: null, confirmed: false }

/** A time limit: 即时办结 counts 0 days. The place's side is its own promise. */
function limitSides(_place: Pack, national: ServiceItem | undefined, item: ServiceItem): Sides {
  const counted = (limit: ServiceItem['limits']['statutory'] | undefined): Counted =>
    limit ? { count: limit.workingDays ?? 0, confirmed: limit.source !== undefined } : unknown
  const statutory = national?.limits.statutory
  return {
    baseline: counted(statutory),
    here: counted(item.limits.promised),
    instant: statutory?.instant === true,
  }
}

const sides: Readonly<
  Record<
    TargetKind,
    (place: Pack, national: ServiceItem | undefined, item: ServiceItem, on: PlainDate) => Sides
  >
> = {
  limits: limitSides,
  'non-instant': limitSides,
  materials: (place, national, item, on) => ({
    baseline: national ? materialCount(national) : unknown,
    here: ownLists(place, item.id, on).materials ? materialCount(item) : unknown,
    instant: false,
  }),
  process: (place, national, item, on) => ({
    baseline: national ? { count: national.steps.length, confirmed: false } : unknown,
    here: ownLists(place, item.id, on).steps ? { count: item.steps.length, confirmed: false } : unknown,
    instant: false,
  }),
}

/**
 * Whether a place, or its province, lists an item's materials or steps itself. A list merely inherited is the
 * baseline again: it says nothing of what the place has cut.
 */
export function ownLists(
  place: Pack,
  itemId: string,
  on: PlainDate,
): { readonly materials: boolean; readonly steps: boolean } {
  const changes = (place.items.get(itemId)?.changes ?? []).flatMap(
    ({ versions }) => inForceOn(versions, on) ?? [],
  )
  return {
    materials: changes.some(({ materials }) => materials !== undefined),
    steps: changes.some(({ steps }) => steps !== undefined),
  }
}

/** Whether a material counts: required, and not fetched by the agency itself from shared data. */
export function countsAsMaterial({ required, formats }: ServiceItem['materials'][number]): boolean {
  return required && !formats.every((format) => format === 'shared-data')
}

function materialCount(item: ServiceItem): Counted {
  const counting = item.materials.filter(countsAsMaterial)
  return { count: counting.length, confirmed: counting.every(({ source }) => source !== undefined) }
}

function frequentGroups(place: Pack, on: PlainDate): readonly string[] {
  const found = parameterOn(place, FREQUENT, undefined, on)
  return isMissing(found) ? [] : found.value.split(' ')
}
