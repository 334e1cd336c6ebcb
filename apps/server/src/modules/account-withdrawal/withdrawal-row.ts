import type { ClaimContent } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'

/** What a proposal rests on: what the account held then, or what a person gave because no account is known. Yuan. */
export type Proposed =
  | { readonly year: number; readonly currentYear: string; readonly pastYears: string; readonly fund: string }
  | { readonly byHand: true; readonly fund: string }

/** A withdrawal as stored: `content` without account and phone, which stand encrypted beside it. */
export interface WithdrawalRow {
  readonly personId: string
  readonly content: ClaimContent
  readonly accountEnc: Buffer | null
  readonly accountMasked: string | null
  readonly phoneEnc: Buffer | null
  readonly phoneMasked: string | null
  readonly proposed: Proposed | null
}

export interface DecisionRow {
  readonly outcome: 'granted' | 'refused'
  readonly decidedOn: PlainDate
  readonly byName: string
  readonly reviewedByName: string
  readonly reason: string
  /** yuan */
  readonly fund: string
  readonly decided: Proposed | null
  readonly packId: string
  readonly packVersion: string
  readonly packHash: string
}
