import type { Cited } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import type { ItemContent } from '../item.ts'
import type { Pack } from '../types.ts'
import { acting, type MeasureInForce } from './in-force.ts'
import type { Later } from './types.ts'

/** The value a measure gives a parameter on a day, or undefined when none does. */
export function valueUnderMeasure(
  pack: Pack,
  id: string,
  key: string | undefined,
  on: PlainDate,
): Cited<string> | undefined {
  if (pack.acting.length === 0) return undefined
  const parameter = key === undefined ? id : `${id} [${key}]`
  if (id === CUT_APPLIES) {
    const [waived] = acting(pack, 'waive-out-of-area-cut', on)
    if (waived) return { value: 'false', parameter, source: waived.source }
  }
  const set = acting(pack, 'set-parameter', on).find(
    ({ effect }) => effect.parameter === id && effect.key === key,
  )
  return set && { value: set.effect.value, parameter, source: set.source }
}
const CUT_APPLIES = 'claims.out-of-area-cut-applies'

/** The keys of a parameter that measures give a value, whether in force or not: 2019, 2020. */
export function keysUnderMeasures(pack: Pack, id: string): string[] {
  return [...pack.measures.values()].flatMap(({ measures }) =>
    measures.flatMap(({ effect }) =>
      effect.kind === 'set-parameter' && effect.parameter === id && effect.key !== undefined
        ? [effect.key]
        : [],
    ),
  )
}

/** An item as it stands under the measures of a day: channels opened, materials that may come later, another limit. */
export function itemUnderMeasures<I extends ItemContent>(
  pack: Pack,
  itemId: string,
  item: I,
  on: PlainDate,
): I {
  if (pack.acting.length === 0) return item
  const here = ({ measure }: Pick<MeasureInForce, 'measure'>) => measure.items?.includes(itemId) ?? true
  const opened = acting(pack, 'open-channel', on)
    .filter(here)
    .filter(({ effect }) => !item.channels.some(({ channel }) => channel === effect.channel))
    .map(({ effect, source }) => ({ channel: effect.channel, source }))
  const [limit] = acting(pack, 'set-limit', on).filter(here)
  const later = acting(pack, 'papers-later', on).filter(here)
  if (opened.length === 0 && !limit && later.length === 0) return item
  return {
    ...item,
    channels: [...item.channels, ...opened],
    ...(limit && {
      limits: { ...item.limits, promised: { workingDays: limit.effect.workingDays, source: limit.source } },
    }),
    materials: item.materials.map((material) => {
      const by = later.find(({ effect }) => effect.materials?.includes(material.id) ?? true)
      return by ? { ...material, later: laterBy(by) } : material
    }),
  }
}

function laterBy({ effect, acting, measure }: MeasureInForce<'papers-later'>): Later {
  const groups = acting.groups.length > 0 ? acting.groups : measure.groups
  return {
    days: acting.papersWithin ?? effect.days ?? 0,
    measure: acting.measure,
    activation: acting.activation,
    ...(groups && { groups }),
  }
}
