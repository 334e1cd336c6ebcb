import type { PlainDate } from '@yichuang/kernel'
import type { FundKey } from '../sums.ts'

/** A payment run of institutions. Money is yuan as text. */
export interface RunRow {
  readonly runId: string
  readonly number: string
  readonly state: 'open' | 'exported' | 'settled' | 'cancelled'
  readonly createdOn: PlainDate
  readonly createdAt: Date
  readonly createdBy: string
  readonly count: number
  readonly total: string
  readonly paidCount: number
  readonly paidTotal: string
  readonly rejectedCount: number
  readonly rejectedTotal: string
  readonly exportedAt: Date | null
  readonly fileHash: string | null
  readonly version: number
}

/** What a fund gives to a payment; negative where it gets more back than it owes. */
export interface FundPart extends FundKey {
  readonly amount: string
}

/** One payment to one institution. */
export interface PaymentRow {
  readonly paymentId: string
  readonly runId: string
  readonly line: number
  readonly institutionCode: string
  readonly institutionName: string
  /** numbers of its applications */
  readonly applications: readonly string[]
  readonly amount: string
  readonly funds: readonly FundPart[]
  readonly holder: string
  readonly bankName: string
  readonly accountEnc: Buffer
  readonly accountMasked: string
  readonly state: 'in-run' | 'paid' | 'rejected' | 'cancelled'
  readonly bankReason: string | null
  readonly bookedOn: PlainDate | null
}

/** A return file of the bank that was booked. */
export interface ReturnRow {
  readonly runId: string
  readonly fileName: string
  readonly at: Date
  readonly byName: string
  readonly paid: number
  readonly rejected: number
}

/** Where an institution is paid, as two people agreed. */
export interface AccountRow {
  readonly institutionCode: string
  readonly holder: string
  readonly bankName: string
  readonly accountEnc: Buffer
  readonly accountMasked: string
}

/** The last that was entered of where an institution is paid; the number itself until it is decided. */
export interface ProposalRow extends Omit<AccountRow, 'accountEnc'> {
  readonly proposalId: string
  readonly state: 'proposed' | 'confirmed' | 'returned'
  readonly accountEnc: Buffer | null
  readonly proposedBy: string | null
  readonly proposedByName: string
  readonly proposedAt: Date
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  /** why it was returned */
  readonly reason: string | null
}
