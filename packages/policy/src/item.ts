import type { CarePlace } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import { itemUnderMeasures } from './measures/apply.ts'
import type { Later } from './measures/types.ts'
import { inForceOn } from './periods.ts'
import type { Evidence, ItemBase, Pack, Text } from './types.ts'

/** What an item says, whoever's version it is of; a measure may let a material come later. */
export type ItemContent = Omit<ItemBase, 'group' | 'from' | 'until' | 'fromBasis' | 'materials'> & {
  readonly materials: readonly Material[]
}

/** A service item (事项) as in force on a day at a place: the national definition with what province and city change. */
export type ServiceItem = ItemContent & {
  readonly id: string
  /** names every layer's version, so that a running case can be told from a newer one: `2020-01-01+2020-08-31` */
  readonly version: string
  /** first day of the latest layer in force */
  readonly from: PlainDate
  readonly group: { readonly id: string; readonly title: Text }
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
}

export type TimeLimit = Evidence & { readonly workingDays?: number; readonly instant?: true }
export interface Situation {
  readonly carePlace?: CarePlace
  readonly accident?: boolean
  readonly agent?: boolean
  /** how the person is insured; null when they are not any more and nobody knows how they were */
  readonly insurance?: 'employee' | 'resident' | null
  /** why it is asked for: one of the item's own situations */
  readonly reason?: string
}
export type Material = ItemBase['materials'][number] & { readonly later?: Later }

/** The version of an item in force on a day, or undefined when the item is unknown or not yet in force. */
export function itemOn(pack: Pack, itemId: string, on: PlainDate): ServiceItem | undefined {
  const definition = pack.items.get(itemId)
  const base = definition && inForceOn(definition.base.versions, on)
  if (!base) return undefined
  const { group, from, until: _until, fromBasis: _basis, ...content } = base
  const changes = definition.changes.flatMap((layer) => inForceOn(layer.versions, on) ?? [])
  let merged: ItemContent = content
  for (const { from: _from, until: _end, fromBasis: _why, group: _group, limits, ...change } of changes)
    merged = { ...merged, ...defined(change), limits: { ...merged.limits, ...defined(limits ?? {}) } }
  const days = [from, ...changes.map((change) => change.from)]
  const title = pack.itemGroups.find((entry) => entry.id === group)?.title ?? { zh: group, en: group }
  return {
    ...itemUnderMeasures(pack, itemId, merged, on),
    id: itemId,
    version: days.join('+'),
    from: days.toSorted().at(-1) ?? from,
    group: { id: group, title },
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
  }
}

/** All items in force on a day, in the order of the national list; what is not in it comes last. */
export function itemsOn(pack: Pack, on: PlainDate): readonly ServiceItem[] {
  return [...pack.items.keys()]
    .flatMap((id) => itemOn(pack, id, on) ?? [])
    .sort((a, b) => (a.number ?? NOT_LISTED) - (b.number ?? NOT_LISTED) || (a.id < b.id ? -1 : 1))
}
const NOT_LISTED = 1_000_000

/** The statutory limit and this place's promise, each with what it rests on; null where none is known. */
export function timeLimits(item: ServiceItem): {
  readonly statutory: TimeLimit | null
  readonly promised: TimeLimit | null
} {
  return item.limits
}

/** Whether each material is needed in a situation; a material for another situation is left out. */
export function materialNeeds(
  item: ServiceItem,
  situation: Situation,
): readonly { readonly material: Material; readonly required: boolean }[] {
  return item.materials.flatMap((material) => {
    const { carePlace, accident, agent, insurance, reason } = material.when ?? {}
    if (carePlace && !(situation.carePlace && carePlace.includes(situation.carePlace))) return []
    if (accident !== undefined && accident !== (situation.accident ?? false)) return []
    if (agent !== undefined && agent !== (situation.agent ?? false)) return []
    if (insurance && !(situation.insurance && insurance.includes(situation.insurance))) return []
    if (reason && !(situation.reason && reason.includes(situation.reason))) return []
    return [{ material, required: material.required }]
  })
}

/** The reasons an applicant chooses from, where the item asks why. */
export function reasonsOf({ situations }: Pick<ServiceItem, 'situations'>): ServiceItem['situations'] {
  return situations.filter(({ reason }) => reason)
}

function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
