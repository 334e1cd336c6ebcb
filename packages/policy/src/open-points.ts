import { chainOn } from './benefit-chain.ts'
import type { ChainFacts } from './benefit-chain.ts'
import { lentTablesFor, tablesFor } from './benefit-scheme.ts'
import { rowsFor } from './check-chains.ts'
import type { Pack, Text } from './types.ts'
import { unknownIn } from './unknown.ts'

/**
 * What an answer does not take into account because no document of the place says it: a yearly cap of the basic fund or of
 * a later payer that its table names as unknown. Whole sentences, to be shown beside the amounts.
 */
export function openPoints(pack: Pack, facts: ChainFacts): readonly Text[] {
  const { level, personClass, groups = [] } = facts
  const points: Text[] = []
  const tables = tablesFor(pack, facts) ?? lentTablesFor(pack, facts)
  const why = unknownIn(tables?.unknown, { part: 'yearlyCap', level, personClass })
  if (tables && why) points.push(capOpen(tables.title, why))
  for (const { table } of chainOn(pack, facts)?.stages ?? []) {
    const later = pack.supplements.get(table) ?? pack.borrowed?.supplements.get(table)
    if (!later || rowsFor(later.yearlyCap?.rows ?? [], groups, personClass).length > 0) continue
    const open = unknownIn(later.unknown, { part: 'yearlyCap', group: groups[0], personClass })
    if (open) points.push(capOpen(later.title, open))
  }
  return points
}

function capOpen(title: Text, why: Text): Text {
  return {
    zh: `${title.zh}的年度最高支付限额没有加载，以上数额没有按限额封顶：${why.zh}。`,
    en: `The yearly cap of “${title.en}” is not loaded, so these amounts stop at none: ${why.en}.`,
  }
}
