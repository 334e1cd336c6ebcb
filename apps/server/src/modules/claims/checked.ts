import type { CareKind, CarePlace } from '@yichuang/benefits'
import type { BillText, Fen, PlainDate } from '@yichuang/kernel'

/** A fee line that was read. `lineId` is `<bill id>/<line id>`, as coding names it. */
export interface CheckedLine {
  readonly lineId: string
  readonly code: string | undefined
  readonly name: string
  readonly quantity: number | undefined
  readonly amount: Fen
}

/** What makes a bill one and the same across all agencies. */
export interface BillKey {
  readonly code: BillText
  readonly number: BillText
}

export interface CheckedBill extends BillKey {
  /** `bills.0` */
  readonly path: string
  readonly issuedOn: PlainDate
  readonly amount: Fen
}

/** What was charged and when: all the calculation takes from the content. */
export interface Costs {
  readonly kind: CareKind
  readonly carePlace: CarePlace
  /** the day whose rules and year count: discharge, or the last bill of out-patient care */
  readonly on: PlainDate
  /** the day of admission; absent for out-patient care */
  readonly from?: PlainDate | undefined
  readonly lines: readonly CheckedLine[]
  readonly total: Fen
  readonly otherPaid: Fen
}
