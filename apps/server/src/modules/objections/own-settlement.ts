import type { Db } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { settlementBrief, type SettlementBrief } from '../settlement/index.ts'
import { around } from './objections-world.ts'

/** The settlement with an id if it is one of the person's; undefined for somebody else's as for none. */
export async function ownSettlement(
  db: Db,
  { regionCode, personId }: { readonly regionCode: string; readonly personId: string },
  settlementId: string,
): Promise<SettlementBrief | undefined> {
  try {
    const brief = await settlementBrief(db, regionCode, settlementId, around().nameElsewhere)
    const own = brief.settlement.personId === personId && brief.settlement.settlementId === settlementId
    return own ? brief : undefined
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined
    throw error
  }
}
