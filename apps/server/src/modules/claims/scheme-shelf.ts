import type { ChainScheme } from '@yichuang/benefits'
import { benefitChain } from '@yichuang/policy'
import type { ChainFacts, MissingRule, Pack } from '@yichuang/policy'

type Answer = ChainScheme | readonly MissingRule[]

/** Days come and go; a place has few schemes on any of them. */
const MOST = 2000
const shelf = new WeakMap<Pack, Map<string, Answer>>()

/** The compiled rules for a person, hospital and day, made once for each pack version. */
export function schemeFor(pack: Pack, facts: ChainFacts): Answer {
  const {
    insurance,
    kind,
    level,
    personClass,
    carePlace,
    on,
    groups = [],
    disease = '',
    recognised = [],
    enrolledYears = '',
  } = facts
  const key = `${insurance} ${kind} ${level} ${personClass} ${carePlace} ${on} ${groups.join()} ${disease} ${recognised.join()} ${enrolledYears}`
  let ofPack = shelf.get(pack)
  if (!ofPack) shelf.set(pack, (ofPack = new Map()))
  const known = ofPack.get(key)
  if (known) return known
  if (ofPack.size >= MOST) ofPack.clear()
  const answer = benefitChain(pack, facts)
  ofPack.set(key, answer)
  return answer
}

export function isScheme(answer: Answer): answer is ChainScheme {
  return 'basic' in answer
}
