import type { ClaimContent } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { DecisionRow } from './claim-row.ts'

/** A granted decision as a correction of the year needs it. */
export type DecidedRow = Pick<
  DecisionRow,
  'fund' | 'amounts' | 'payers' | 'facts' | 'packId' | 'packHash'
> & {
  readonly caseId: string
  readonly decidedAt: Date
  readonly content: ClaimContent
}

const granted = statement<DecidedRow>(
  'claims.granted-of-cases',
  `select d.case_id as "caseId", d.decided_at as "decidedAt", d.fund, d.amounts, d.payers, d.facts,
     d.pack_id as "packId", d.pack_hash as "packHash", c.content
   from claims.decision d join claims.claim c on c.region_code = d.region_code and c.case_id = d.case_id
   where d.region_code = $1 and d.case_id = any($2::uuid[]) and d.outcome = 'granted'
   order by d.decided_at, d.case_id limit 1000`,
)

/** The granted decisions of these cases, in the order they were made. */
export function grantedOf(db: Db, regionCode: string, caseIds: readonly string[]): Promise<DecidedRow[]> {
  return db.many(granted, [regionCode, caseIds])
}
