import type { Db } from '../../platform/db.ts'
import { selectOfPerson, selectReferrals, selectUses } from './referral.queries.ts'
import type { ReferralRow, UseRow } from './referral-row.ts'

const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** One page of referrals, newest first: of one hospital, or of the city. */
export async function listReferrals(
  db: Db,
  regionCode: string,
  asked: {
    readonly hospitalCode: string | undefined
    readonly number: string | undefined
    readonly cursor: string | undefined
    readonly limit: number
  },
): Promise<{ readonly rows: ReferralRow[]; readonly next: string | null }> {
  const { hospitalCode, number, cursor, limit } = asked
  const found = await selectReferrals(db, regionCode, {
    ...(hospitalCode !== undefined && { hospitalCode }),
    ...(number && { number: number.toUpperCase() }),
    before: cursor !== undefined && UUID.test(cursor) ? cursor : NEWEST,
    limit: limit + 1,
  })
  const rows = found.slice(0, limit)
  return { rows, next: found.length > limit ? (rows.at(-1)?.referralId ?? null) : null }
}

/** Referrals of a person at one place, the longest valid first. */
export function referralsOf(db: Db, regionCode: string, personId: string): Promise<ReferralRow[]> {
  return selectOfPerson(db, regionCode, personId)
}

/** The ledger of a referral, in the order it was written. */
export function usesOf(db: Db, { regionCode, referralId }: ReferralRow): Promise<UseRow[]> {
  return selectUses(db, regionCode, [referralId])
}
