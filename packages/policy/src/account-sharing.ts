import type { Source } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import { isMissing } from './missing-rule.ts'
import { parameterOn } from './parameter.ts'
import type { Pack } from './types.ts'

/** Relatives of the holder of a personal account (个人账户), as the rules on sharing it (家庭共济) name them. */
export const RELATIVES = ['spouse', 'parent', 'child'] as const
export type Relative = (typeof RELATIVES)[number]

const FAMILY = 'accounts.family'

/** The relatives for whom a personal account may pay on a day, each with its clause; none where no document allows it. */
export function accountSharing(pack: Pack, on: PlainDate): ReadonlyMap<Relative, Source> {
  const allowed = new Map<Relative, Source>()
  if (!pack.parameters.has(FAMILY)) return allowed
  for (const relative of RELATIVES) {
    const rule = parameterOn(pack, FAMILY, relative, on)
    if (!isMissing(rule) && rule.value === 'true') allowed.set(relative, rule.source)
  }
  return allowed
}

/** The first day after `on` from which a loaded document lets relatives use an account, with its clause; undefined where none does. */
export function sharingBegins(
  pack: Pack,
  on: PlainDate,
): { readonly from: PlainDate; readonly source: Source } | undefined {
  const values = pack.parameters.get(FAMILY)?.values ?? []
  for (const from of values.map((value) => value.from).toSorted()) {
    const [source] = from > on ? accountSharing(pack, from).values() : []
    if (source) return { from, source }
  }
  return undefined
}
