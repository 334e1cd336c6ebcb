import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { agreementOn } from '../institutions/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { readCredential, regionOf, signRevocations, type SigningKey, type Unreadable } from './credential.ts'
import { publicKeys } from './key.service.ts'
import { ReferralNotNetworked } from './referral.problems.ts'
import { selectByNumber, selectRevoked } from './referral.queries.ts'
import type { ReferralRow } from './referral-row.ts'

/** The referral that a scanned credential stands for, its signature checked; else why it stands for none. */
export async function scanned(
  forRegion: (regionCode: string) => Db,
  text: string,
): Promise<{ readonly row: ReferralRow; readonly db: Db } | { readonly why: Unreadable }> {
  const regionCode = regionOf(text)
  if (regionCode === undefined) return { why: 'unreadable' }
  const db = forRegion(regionCode)
  const keys = await publicKeys(db, regionCode)
  const read = readCredential(text, (keyId) => keys.get(keyId))
  if (!read.ok) return { why: read.why }
  const row = await selectByNumber(db, regionCode, read.credential.number)
  // Signed by us and not stored: a copy of the data that was put back after it. Nothing to rely on.
  return row ? { row, db } : { why: 'forged' }
}

/**
 * Throws unless a hospital's agreement has it networked with the place the patient comes from: within the province, or
 * nationwide. A hospital whose agreements lie elsewhere is not asked about: its own place answers for it.
 */
export async function mustBeNetworked(
  db: Db,
  { regionCode, hospitalCode, name }: Hospital,
  insuredRegion: string,
  day: PlainDate,
): Promise<void> {
  const agreement = await agreementOn(db, regionCode, hospitalCode, day)
  if (!agreement) return
  const near = regionCode.slice(0, 2) === insuredRegion.slice(0, 2)
  const reach = agreement.network === 'nation' || (near && agreement.network === 'province')
  if (!reach || agreement.networkedFrom === null || agreement.networkedFrom > day)
    throw ReferralNotNetworked({ hospital: name })
}

/** The dated list of revoked referrals that would still be valid, signed with the key in use. */
export async function revocationList(db: Db, regionCode: string, asOf: PlainDate, key: SigningKey) {
  const revoked = await selectRevoked(db, regionCode, asOf)
  return { regionCode, asOf, revoked, signed: signRevocations({ regionCode, asOf, revoked }, key) }
}
