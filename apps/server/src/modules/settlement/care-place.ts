import type { CarePlace } from '@yichuang/benefits'
import type { Db } from '../../platform/db.ts'
import type { Hospital } from '../organisations/index.ts'
import { remoteInForce } from '../person-filings/index.ts'
import { referralInForce } from '../referral/index.ts'
import type { VisitRow } from './visit.queries.ts'

/**
 * Where somebody is treated, seen from the insured place: outside it a referral, or else a filing of care elsewhere
 * (异地就医备案), in force on the first day of the visit makes the difference. Asks only where the institution lies elsewhere.
 */
export async function carePlaceOf(
  db: Db,
  regionCode: string,
  institution: Hospital,
  { personId, beganOn }: Pick<VisitRow, 'personId' | 'beganOn'>,
): Promise<CarePlace> {
  if (institution.regionCode === regionCode) return 'local'
  const referral = await referralInForce(db, regionCode, personId, beganOn, institution.regionCode)
  if (referral) return 'out-referred'
  const filing = await remoteInForce(db, regionCode, personId, beganOn, institution.regionCode)
  return filing ? 'out-filed' : 'out-unreferred'
}
