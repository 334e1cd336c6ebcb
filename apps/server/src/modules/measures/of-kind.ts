import type { PlainDate } from '@yichuang/kernel'
import { concerns, inForce, type EffectKind, type MeasureInForce } from '@yichuang/policy'
import { actingOf } from './activations.ts'
import { measured } from './measures-world.ts'

/**
 * Measures of one kind in force on a day, for subjects that are no case of a person: at a county when `place` is given,
 * else anywhere in the city. Whom they are for is not asked.
 */
export function measuresOfKind(
  regionCode: string,
  kind: EffectKind,
  on: PlainDate,
  place?: string,
): readonly MeasureInForce[] {
  const { pack, activations } = measured().stateOf(regionCode)
  const open = actingOf(pack, activations)
    .map((entry) => ({ ...entry, groups: [], ...(place === undefined && { places: [] }) }))
    .filter((entry) => concerns(entry, { place }))
  return inForce(pack, open, { on, ...(place !== undefined && { place }) }).filter(
    ({ effect }) => effect.kind === kind,
  )
}
