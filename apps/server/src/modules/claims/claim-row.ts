import type { BenefitClaim, ChainClaim, ChainUsed, Payer } from '@yichuang/benefits'
import type { Amounts, ClaimContent, LineCoding } from '@yichuang/contracts'
import type { BillText, PlainDate } from '@yichuang/kernel'
import type { ChainFacts, MissingRule } from '@yichuang/policy'

/** A bill that this case has under claim. */
export interface RegisteredBill {
  readonly code: BillText
  readonly number: BillText
  readonly claimedOn: PlainDate
  /** yuan */
  readonly amount: string
}

/** A claim as stored: `content` without account and phone, which stand encrypted beside it. */
export interface ClaimRow {
  readonly content: ClaimContent
  readonly accountEnc: Buffer | null
  readonly accountMasked: string | null
  readonly phoneEnc: Buffer | null
  readonly phoneMasked: string | null
  readonly coding: readonly LineCoding[] | null
  readonly calculation: StoredCalculation | null
  readonly bills: readonly RegisteredBill[]
}

/** A line that nobody has coded yet, as the estimate takes it. */
export interface AssumedLine {
  readonly coding: LineCoding
  readonly name: string
  readonly found: boolean
}

/** A claim as it was worked out: on the basic fund's year, or where others pay after it on the year of each. */
export type WorkedClaim = BenefitClaim | ChainClaim

/** Yuan by the name of the fund in the national interface: `{ hifp_pay: '35640.00', hifmi_pay: '4416.00' }`. */
export type PayerAmounts = Readonly<Partial<Record<Payer, string>>>

/** What a calculation rested on; with content and coding the trace follows from it again. */
export interface StoredCalculation {
  readonly basis: 'estimate' | 'coded' | 'manual'
  readonly pack: { readonly id: string; readonly hash: string }
  /** null where rules are missing */
  readonly scheme: ChainFacts | null
  readonly used: ChainUsed | null
  readonly assumed: readonly AssumedLine[]
  readonly missing: readonly MissingRule[]
  readonly amounts: Amounts | null
  readonly payers?: PayerAmounts | null
  /** yuan, as read from what the reviewer typed; only where rules are missing */
  readonly manualFund?: string
}

/** The facts a decision used: with its pack they give the same trace again. */
export type DecisionFacts =
  | { readonly scheme: ChainFacts; readonly claim: WorkedClaim }
  | { readonly manualFund: string; readonly missing: readonly MissingRule[] }

export interface DecisionRow {
  readonly outcome: 'granted' | 'refused'
  readonly decidedOn: PlainDate
  readonly byName: string
  readonly reviewedByName: string
  readonly reason: string
  /** yuan */
  readonly fund: string
  readonly amounts: Amounts | null
  /** each fund's part of `fund`; null where the basic fund pays alone */
  readonly payers: PayerAmounts | null
  readonly facts: DecisionFacts | null
  readonly trace: string | null
  readonly traceHash: string | null
  readonly packId: string
  readonly packVersion: string
  readonly packHash: string
}
