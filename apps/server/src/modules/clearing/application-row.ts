import type { PlainDate } from '@yichuang/kernel'
import type { Insurance } from '@yichuang/benefits'
import type { Source } from './sums.ts'

export type ApplicationState =
  'applied' | 'proposed' | 'approved' | 'in-run' | 'paid' | 'withdrawn' | 'returned'

/** An application (清算申请). Money is yuan as text. */
export interface ApplicationRow {
  readonly applicationId: string
  readonly number: string
  readonly kind: 'settled' | 'deposit'
  readonly institutionCode: string
  readonly institutionName: string
  /** `2020-10`, of deposits `2020` */
  readonly period: string
  readonly clrType: string
  readonly clrWay: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly state: ApplicationState
  /** settlements, cancellations among them */
  readonly count: number
  readonly cancellations: number
  readonly medical: string
  readonly cash: string
  readonly applied: string
  readonly deducted: string
  readonly deposit: string
  readonly offset: string
  readonly payable: string
  readonly depositShare: string | null
  readonly appliedOn: PlainDate
  readonly appliedAt: Date
  readonly appliedBy: string
  readonly proposedBy: string | null
  readonly proposedByName: string | null
  readonly proposedAt: Date | null
  readonly note: string | null
  readonly approvedBy: string | null
  readonly approvedByName: string | null
  readonly approvedAt: Date | null
  readonly reason: string | null
  readonly paymentId: string | null
  readonly paidOn: PlainDate | null
  readonly releasedBy: string | null
  readonly version: number
}

/** The part of a fund. Money is yuan as text. */
export interface FundRow {
  readonly applicationId: string
  readonly insurance: Insurance
  readonly payer: Source
  readonly applied: string
  readonly deducted: string
  readonly deposit: string
  readonly offset: string
  readonly payable: string
}

export interface DeductionRow {
  readonly applicationId: string
  readonly seq: number
  readonly insurance: Insurance
  readonly payer: Source
  readonly amount: string
  readonly reason: string
  /** of the agreement or a document, as the reviewer names it */
  readonly clause: string
  readonly settlementId: string | null
}
