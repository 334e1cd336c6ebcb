import { fitsUnit } from '../check-tables.ts'
import { personGroups } from '../benefit-chain.ts'
import { fault } from '../fault.ts'
import type { PackFault } from '../fault.ts'
import type { PackFiles } from '../pack-files.ts'
import type { Pack } from '../types.ts'
import type { Measure } from './types.ts'

/** Reports measures that could not act: of an unknown parameter, item or material, or lasting longer than allowed. */
export function checkMeasures(set: PackFiles, pack: Pack, faults: PackFault[]): void {
  for (const file of set.measures)
    for (const [index, measure] of file.value.measures.entries()) {
      const at = (...path: (string | number)[]) => file.at(['measures', index, ...path])
      const { id, from, until, longest, items, effect } = measure
      const twice = file.value.measures.findIndex((other) => other.id === id)
      if (twice !== index) faults.push(fault('duplicate-id', at('id'), { id, other: file.file }))
      if (from !== undefined && until !== undefined && until < from)
        faults.push(fault('until-before-from', at('until'), { from, until }))
      if (longest !== undefined && until !== undefined && until > longest)
        faults.push(fault('measure-outlives', at('until'), { until, longest }))
      if (longest !== undefined && from !== undefined && from > longest)
        faults.push(fault('measure-outlives', at('from'), { until: from, longest }))
      for (const [place, item] of (items ?? []).entries())
        if (!pack.items.has(item)) faults.push(fault('unknown-item', at('items', place), { item }))
      if (effect.kind === 'set-parameter') checkParameterOf(pack, effect, at, faults)
      if (effect.kind === 'adjust-payer') checkPayerOf(pack, effect, at, faults)
      if (effect.kind === 'take-over-rest') checkEntitled(pack, effect, at, faults)
      if (effect.kind === 'papers-later') checkMaterialsOf(pack, { items, effect }, at, faults)
    }
}

type At = (...path: (string | number)[]) => ReturnType<PackFiles['measures'][number]['at']>

function checkParameterOf(
  pack: Pack,
  effect: Extract<Measure['effect'], { kind: 'set-parameter' }>,
  at: At,
  faults: PackFault[],
): void {
  const parameter = pack.parameters.get(effect.parameter)
  if (!parameter) {
    faults.push(fault('unknown-parameter', at('effect', 'parameter'), { parameter: effect.parameter }))
    return
  }
  const { unit } = parameter
  const wrong = fitsUnit(unit, effect.value)
  if (wrong) faults.push(fault('unit', at('effect', 'value'), { given: effect.value, unit, example: wrong }))
  if ((parameter.key === undefined) !== (effect.key === undefined))
    faults.push(fault('measure-key', at('effect', 'parameter'), { parameter: effect.parameter }))
}

/** Tables that are there, the place's own or borrowed ones, and at least one figure that changes. */
function checkPayerOf(
  pack: Pack,
  effect: Extract<Measure['effect'], { kind: 'adjust-payer' }>,
  at: At,
  faults: PackFault[],
): void {
  const { table, deductible, raiseShare, yearlyCap } = effect
  const tables = pack.supplements.get(table) ?? pack.borrowed?.supplements.get(table)
  if (!tables) faults.push(fault('unknown-payer', at('effect', 'table'), { table }))
  if (deductible === undefined && raiseShare === undefined && yearlyCap === undefined)
    faults.push(fault('adjusts-nothing', at('effect'), { table }))
}

function checkEntitled(
  pack: Pack,
  { entitled = [] }: Extract<Measure['effect'], { kind: 'take-over-rest' }>,
  at: At,
  faults: PackFault[],
): void {
  const known = personGroups(pack).map(({ id }) => id)
  for (const [place, group] of entitled.entries())
    if (!known.includes(group))
      faults.push(fault('unknown-person-group', at('effect', 'entitled', place), { group }))
}

function checkMaterialsOf(
  pack: Pack,
  {
    items,
    effect,
  }: Pick<Measure, 'items'> & { effect: Extract<Measure['effect'], { kind: 'papers-later' }> },
  at: At,
  faults: PackFault[],
): void {
  const known = new Set(
    [...pack.items.values()]
      .filter(({ id }) => items?.includes(id) ?? true)
      .flatMap(({ base, changes }) => [...base.versions, ...changes.flatMap(({ versions }) => versions)])
      .flatMap((version) => (version.materials ?? []).map(({ id }) => id)),
  )
  for (const [place, material] of (effect.materials ?? []).entries())
    if (!known.has(material))
      faults.push(fault('unknown-material', at('effect', 'materials', place), { material }))
}
