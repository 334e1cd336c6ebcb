import type { Cited } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import { keysUnderMeasures, valueUnderMeasure } from './measures/apply.ts'
import { missingRule } from './missing-rule.ts'
import type { MissingRule } from './missing-rule.ts'
import { inForceOn } from './periods.ts'
import type { Pack } from './types.ts'

/** The value of a parameter in force on a day, as text in its unit, or what is missing. An id no pack declares throws. */
export function parameterOn(
  pack: Pack,
  id: string,
  key: string | undefined,
  on: PlainDate,
): Cited<string> | MissingRule {
  const parameter = pack.parameters.get(id)
  if (!parameter) throw new RangeError(`No pack declares the parameter “${id}” (asked of ${pack.id})`)
  const relief = valueUnderMeasure(pack, id, key, on)
  if (relief) return relief
  const found = inForceOn(
    parameter.values.filter((value) => value.key === key),
    on,
  )
  if (!found) return missingRule(pack, id, parameter.title, on, key)
  return { value: found.value, parameter: key === undefined ? id : `${id} [${key}]`, source: found.source }
}

/** The keys under which a parameter has ever had a value, by itself or by a measure; one `undefined` where it has no keys. */
export function parameterKeys(pack: Pack, id: string): readonly (string | undefined)[] {
  const parameter = pack.parameters.get(id)
  if (!parameter?.key) return [undefined]
  return [...new Set([...parameter.values.map(({ key }) => key), ...keysUnderMeasures(pack, id)])]
}
