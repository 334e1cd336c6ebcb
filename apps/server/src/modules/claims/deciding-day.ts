import { yearOf, type PlainDate } from '@yichuang/kernel'
import { isMissing, missingRule, parameterOn, type MissingRule, type Pack } from '@yichuang/policy'
import type { Costs } from './checked.ts'

const RULE = 'claims.year-of-stay'

/**
 * The day whose rules and year count for a claim. For a stay over the turn of a year the place says whether that is the
 * day of the discharge or of the admission; where it has not, a person decides.
 */
export function decidingDay(pack: Pack, { from, on }: Pick<Costs, 'from' | 'on'>): PlainDate | MissingRule {
  if (from === undefined || yearOf(from) === yearOf(on)) return on
  const rule = parameterOn(pack, RULE, undefined, on)
  if (isMissing(rule)) return rule
  if (rule.value === 'discharge') return on
  if (rule.value === 'admission') return from
  return missingRule(pack, RULE, pack.parameters.get(RULE)!.title, on)
}
