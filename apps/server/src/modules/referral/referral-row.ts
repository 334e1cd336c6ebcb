import type { Citation } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'

/** The clauses the last day of a referral rests on. */
export interface TermCitations {
  readonly valid: Citation
  readonly ends: Citation | null
}

/** A referral as stored. */
export interface ReferralRow {
  readonly regionCode: string
  readonly referralId: string
  readonly number: string
  readonly personId: string
  readonly personName: string
  readonly idNumberMasked: string
  readonly hospitalCode: string
  readonly hospitalName: string
  readonly target: string
  readonly targetName: string
  readonly diagnosisCode: string
  readonly diagnosisName: string
  readonly reason: string
  readonly opinion: string
  readonly doctor: string | null
  readonly suggestedCode: string | null
  readonly suggestedName: string | null
  readonly issuedOn: PlainDate
  readonly from: PlainDate
  readonly until: PlainDate
  readonly rule: TermCitations | null
  readonly source: 'desk' | 'interface'
  readonly keyId: string
  readonly token: string
  readonly issuedByName: string
  readonly revokedOn: PlainDate | null
  readonly revokedSide: 'hospital' | 'agency' | null
  readonly revokedByName: string | null
  readonly revokeReason: string | null
}

export type NewReferral = Omit<
  ReferralRow,
  'revokedOn' | 'revokedSide' | 'revokedByName' | 'revokeReason'
> & {
  readonly issuedBy: string | null
  readonly issuedAt: Date
}

/** One use of a referral. */
export interface UseRow {
  readonly referralId: string
  readonly day: PlainDate
  readonly hospitalName: string
  readonly kind: 'outpatient' | 'inpatient'
  readonly reference: string | null
  readonly by: string
}

export type ReferralState = 'coming' | 'in-force' | 'over' | 'revoked'

/** Whether a referral is good on a day; from the day of its revocation on it is not. */
export function stateOn(
  row: Pick<ReferralRow, 'from' | 'until' | 'revokedOn'>,
  day: PlainDate,
): ReferralState {
  if (row.revokedOn !== null && row.revokedOn <= day) return 'revoked'
  if (day < row.from) return 'coming'
  return day > row.until ? 'over' : 'in-force'
}
