import type { PlainDate } from '@yichuang/kernel'

export type RunState = 'open' | 'exported' | 'settled' | 'cancelled'
export type PaymentState = 'in-run' | 'paid' | 'rejected' | 'cancelled'

/** A payment run (拨付批次). Money is yuan as text. */
export interface RunRow {
  readonly regionCode: string
  readonly runId: string
  readonly number: string
  readonly officeId: string
  readonly state: RunState
  readonly createdOn: PlainDate
  readonly createdAt: Date
  readonly createdBy: string
  readonly createdByName: string
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

/** One payment of a run. The account is encrypted as in its claim. */
export interface PaymentRow {
  readonly paymentId: string
  readonly runId: string
  readonly line: number
  /** null where no case is behind it */
  readonly caseId: string | null
  /** what people know it by: the case, or what a due is called */
  readonly caseNumber: string
  /** pays something due beside the case's own payment */
  readonly dueId: string | null
  readonly amount: string
  /** each fund's part of it, by its name in the national interface; null: all of it is the basic fund's */
  readonly payers: Readonly<Record<string, string>> | null
  readonly holder: string
  readonly bankName: string
  readonly accountEnc: Buffer
  readonly accountMasked: string
  readonly state: PaymentState
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
