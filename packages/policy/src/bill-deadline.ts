import type { Cited } from '@yichuang/benefits'
import { plainDate } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import { keysUnderMeasures } from './measures/apply.ts'
import { isMissing } from './missing-rule.ts'
import type { MissingRule } from './missing-rule.ts'
import { parameterOn } from './parameter.ts'
import type { Pack } from './types.ts'

const ID = 'claims.invoice-accepted-until'

/**
 * The last day on which a bill of a year is accepted, by the rule known on a day. The year is the bill's, not the
 * visit's, and the rule is only for bills that were not settled by card (未直接刷卡结算).
 */
export function billAcceptedUntil(
  pack: Pack,
  billYear: number,
  knownOn: PlainDate,
): Cited<PlainDate> | MissingRule {
  const found = parameterOn(pack, ID, String(billYear), knownOn)
  return isMissing(found) ? found : { ...found, value: plainDate(found.value) }
}

/** Every bill year that has a rule on a day, oldest first. */
export function billDeadlines(
  pack: Pack,
  knownOn: PlainDate,
): readonly { readonly billYear: number; readonly until: Cited<PlainDate> }[] {
  const own = (pack.parameters.get(ID)?.values ?? []).map(({ key }) => key)
  const years = new Set([...own, ...keysUnderMeasures(pack, ID)].map(Number))
  return [...years]
    .sort((a, b) => a - b)
    .flatMap((billYear) => {
      const until = billAcceptedUntil(pack, billYear, knownOn)
      return isMissing(until) ? [] : [{ billYear, until }]
    })
}
