import type { BenefitScheme } from '@yichuang/benefits'
import { benefitScheme } from '@yichuang/policy'
import type { MissingRule, Pack, SchemeFacts } from '@yichuang/policy'

type Answer = BenefitScheme | readonly MissingRule[]

/** Days come and go; a place has few schemes on any of them. */
const MOST = 2000
const shelf = new WeakMap<Pack, Map<string, Answer>>()

/** The compiled rules for a person, hospital and day, made once for each pack version. */
export function schemeFor(pack: Pack, facts: SchemeFacts): Answer {
  const { insurance, kind, level, personClass, carePlace, on } = facts
  const key = `${insurance} ${kind} ${level} ${personClass} ${carePlace} ${on}`
  let ofPack = shelf.get(pack)
  if (!ofPack) shelf.set(pack, (ofPack = new Map()))
  const known = ofPack.get(key)
  if (known) return known
  if (ofPack.size >= MOST) ofPack.clear()
  const answer = benefitScheme(pack, facts)
  ofPack.set(key, answer)
  return answer
}

export function isScheme(answer: Answer): answer is BenefitScheme {
  return 'bands' in answer
}
