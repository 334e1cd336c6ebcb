import type { PlainDate } from '@yichuang/kernel'
import { itemOn, type ServiceItem } from './item.ts'
import { endOf } from './time-line.ts'
import type { Pack } from './types.ts'

/** An item as it stood from one day to another, whatever layer changed it. */
export interface ItemStage {
  readonly from: PlainDate
  /** last day, null while it lasts */
  readonly until: PlainDate | null
  readonly item: ServiceItem
}

/** How an item became what it is: one stage for each day on which a layer changed it, oldest first. */
export function itemHistory(pack: Pack, itemId: string): readonly ItemStage[] {
  const definition = pack.items.get(itemId)
  if (!definition) return []
  const days = [definition.base, ...definition.changes].flatMap(({ versions }) =>
    versions.map(({ from }) => from),
  )
  const stages = [...new Set(days)].toSorted().flatMap((from) => {
    const item = itemOn(pack, itemId, from)
    return item ? [{ from, item }] : []
  })
  return stages.map(({ from, item }, place) => ({ from, until: endOf({ from }, stages[place + 1]), item }))
}

/** Items that took the place of this one by a day: it was merged into them, or split. */
export function successorsOf(pack: Pack, itemId: string, on: PlainDate): readonly ServiceItem[] {
  return [...pack.items.keys()]
    .flatMap((id) => itemOn(pack, id, on) ?? [])
    .filter(({ replaces }) => replaces?.includes(itemId))
}
