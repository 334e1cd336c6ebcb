import { reimburse } from '@yichuang/benefits'
import type { BenefitClaim } from '@yichuang/benefits'
import type { TrialResult } from '@yichuang/contracts'
import { formatYuan, yearOf, yuan, ZERO_FEN } from '@yichuang/kernel'
import type { PlainDate, Ratio } from '@yichuang/kernel'
import { benefitScheme } from '@yichuang/policy'
import type { Pack, SchemeFacts } from '@yichuang/policy'
import { CARE_PLACES, KINDS, LEVELS } from '../../claims/index.ts'
import { groupWords } from '../words.ts'
import type { Sides } from './tally.ts'

const AMOUNTS = ['300.00', '1500.00', '8000.00', '30000.00', '120000.00', '600000.00'] as const
const PEOPLE = [
  ['employee', 'active'],
  ['employee', 'retired'],
  ['resident', 'resident-adult'],
  ['resident', 'resident-minor'],
  ['resident', 'resident-senior'],
] as const
const MOST = 300

/**
 * Made-up claims over the whole range of people, hospitals and amounts, so that a rule shows that no stored case happens to
 * meet: a first claim of the year, wholly in scope.
 */
export function trySynthetic(places: readonly Sides[], on: PlainDate): TrialResult['synthetic'] {
  const cases: TrialResult['synthetic']['cases'] = []
  let [tried, changed] = [0, 0]
  for (const { inForce, draft } of places)
    for (const facts of everyone(on))
      for (const amount of AMOUNTS) {
        const claim = firstClaim(amount, on)
        const [before, after] = [fundOf(inForce, facts, claim), fundOf(draft, facts, claim)]
        tried++
        if (before === after) continue
        changed++
        if (cases.length < MOST)
          cases.push({ place: draft.title.zh, group: groupWords(facts), amount, before, after })
      }
  return { tried, changed, cases }
}

function everyone(on: PlainDate): SchemeFacts[] {
  return PEOPLE.flatMap(([insurance, personClass]) =>
    KINDS.flatMap((kind) =>
      LEVELS.flatMap((level) =>
        CARE_PLACES.map((carePlace) => ({ insurance, personClass, kind, level, carePlace, on })),
      ),
    ),
  )
}

function firstClaim(amount: string, on: PlainDate): BenefitClaim {
  const nothing = { deductibleUsed: ZERO_FEN, inScopeUsed: ZERO_FEN, fundPaid: ZERO_FEN, admissions: 0 }
  return {
    lines: [{ id: '1', name: '', amount: yuan(amount), class: 'A', selfPayRatio: 0 as Ratio }],
    accumulators: { year: yearOf(on), ...nothing },
  }
}

function fundOf(pack: Pack, facts: SchemeFacts, claim: BenefitClaim): string | null {
  const scheme = benefitScheme(pack, facts)
  return 'bands' in scheme ? formatYuan(reimburse(scheme, claim).fund) : null
}
