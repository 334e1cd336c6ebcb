import { calculateChain } from '@yichuang/benefits'
import type { ChainClaim } from '@yichuang/benefits'
import type { TrialResult } from '@yichuang/contracts'
import { formatYuan, yearOf, yuan, ZERO_FEN } from '@yichuang/kernel'
import type { PlainDate, Ratio } from '@yichuang/kernel'
import { benefitChain, personGroups } from '@yichuang/policy'
import type { ChainFacts, Pack } from '@yichuang/policy'
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
    for (const facts of everyone(on, [inForce, draft]))
      for (const amount of AMOUNTS) {
        const claim = firstClaim(amount, on)
        const [before, after] = [fundOf(inForce, facts, claim), fundOf(draft, facts, claim)]
        tried++
        if (before === after) continue
        changed++
        if (cases.length < MOST)
          cases.push({ place: draft.title.zh, group: groupWords(facts, draft), amount, before, after })
      }
  return { tried, changed, cases }
}

/** Every kind of person, hospital and care, of no group and of each group that the rules tell apart. */
function everyone(on: PlainDate, packs: readonly Pack[]): ChainFacts[] {
  const groups = [...new Set(packs.flatMap((pack) => personGroups(pack).map(({ id }) => id)))]
  const memberships = [{}, ...groups.map((group) => ({ groups: [group] }))]
  return PEOPLE.flatMap(([insurance, personClass]) =>
    KINDS.flatMap((kind) =>
      LEVELS.flatMap((level) =>
        CARE_PLACES.flatMap((carePlace) =>
          memberships.map((of) => ({ insurance, personClass, kind, level, carePlace, on, ...of })),
        ),
      ),
    ),
  )
}

function firstClaim(amount: string, on: PlainDate): ChainClaim {
  const nothing = { deductibleUsed: ZERO_FEN, inScopeUsed: ZERO_FEN, fundPaid: ZERO_FEN, admissions: 0 }
  return {
    lines: [{ id: '1', name: '', amount: yuan(amount), class: 'A', selfPayRatio: 0 as Ratio }],
    used: { basic: { year: yearOf(on), ...nothing }, stages: {}, diseases: {} },
  }
}

function fundOf(pack: Pack, facts: ChainFacts, claim: ChainClaim): string | null {
  const chain = benefitChain(pack, facts)
  return 'basic' in chain ? formatYuan(calculateChain(chain, claim).funds) : null
}
