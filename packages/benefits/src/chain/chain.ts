import type { Fen, Ratio } from '@yichuang/kernel'
import type {
  Accumulators,
  Banded,
  BenefitClaim,
  BenefitResult,
  BenefitScheme,
  Cited,
  Used,
} from '../scheme.ts'

/**
 * Who pays, by the names of the national interface (setlinfo): basic fund, civil servants' supplement, employers'
 * supplement, critical-illness insurance, large-amount fund of employees, medical aid, other (the state).
 */
export const PAYERS = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'oth_pay',
] as const
export type Payer = (typeof PAYERS)[number]

/** What the basic fund leaves to the person, by reason. A stage works on some of these; what it pays comes off in this order of its own. */
export const PARTS = [
  'deductible',
  'own-share',
  'over-basic-cap',
  'over-disease-cap',
  'out-of-area-first',
  'first-self-pay',
  'over-ceiling',
  'out-of-catalogue',
] as const
export type Part = (typeof PARTS)[number]

type Names = Readonly<Record<'zh' | 'en', string>>

/** One payer after the basic fund: critical illness, a supplement, aid, what the state takes over. */
export interface StageScheme extends Banded {
  /** id of its tables; what was used in the year is kept under it */
  readonly id: string
  readonly title: Names
  readonly payer: Payer
  /** the rule that puts it at this place of the chain, on these parts, for this person */
  readonly order: Cited<'true'>
  readonly worksOn: readonly Part[]
  /** `in-plan`: only claims with lines of the state's plan, and out of scope only what lies on those lines. */
  readonly only?: 'in-plan'
  /** Once a year; what was used earlier counts. Without one the stage pays from the first fen. */
  readonly deductible?: Cited<Fen>
  readonly yearlyCap?: Cited<Fen>
  /** whether what the basic fund paid in the year counts against the cap as well */
  readonly capCounts: 'own' | 'with-basic'
  /** Every counted year of unbroken enrolment raises the cap by `perYear`, by `most` of the cap in all. */
  readonly capBonus?: {
    readonly perYear: Cited<Fen>
    readonly most: Cited<Ratio>
    /** years that count by the person's enrolment; a claim that says `bonusYears` itself goes before */
    readonly years?: number
  }
}

/** What the basic fund pays at most in a year for a recognised disease, or for several together. */
export interface DiseaseCap {
  readonly diseases: readonly string[]
  readonly title: Names
  readonly amount: Cited<Fen>
}

export const POTS = ['current', 'past', 'family'] as const
/** 当年账户, 历年账户, and the accounts of relatives (家庭共济). */
export type Pot = (typeof POTS)[number]

/** One pot of the personal account and which parts of the person's burden it may pay. */
export interface PotScheme {
  readonly pot: Pot
  readonly pays: readonly Part[]
  readonly order: Cited<'true'>
}

/** Everything one claim needs from basic fund to cash, compiled from a pack; the same object serves many claims. */
export interface ChainScheme {
  readonly basic: BenefitScheme
  readonly disease?: { readonly id: string; readonly cap?: DiseaseCap }
  readonly stages: readonly StageScheme[]
  readonly pots: readonly PotScheme[]
}

/** What a stage was used for in the year: base that entered it, deductible, paid. */
export type StageUsed = Used

/** What a person has used in the year, of the basic fund, of each stage by its id, and of each disease by its id. */
export interface ChainUsed {
  readonly basic: Accumulators
  readonly stages: Readonly<Record<string, StageUsed>>
  readonly diseases: Readonly<Record<string, Fen>>
}

export interface ChainClaim extends Omit<BenefitClaim, 'accumulators'> {
  readonly used: ChainUsed
  /** years of unbroken enrolment that count for the incentive */
  readonly bonusYears?: number
  /** what lies in the personal account, where it is to be used */
  readonly accounts?: Readonly<Partial<Record<Pot, Fen>>>
}

export interface StageResult {
  readonly id: string
  readonly payer: Payer
  readonly base: Fen
  readonly deductible: Fen
  readonly paid: Fen
}

/** Amounts by the names of the national interface. `medfee_sumamt = fund_pay_sumamt + otherPaid + psn_part_amt`. */
export type Settlement = Readonly<
  Record<
    | 'medfee_sumamt'
    | 'fulamt_ownpay_amt'
    | 'overlmt_selfpay'
    | 'preselfpay_amt'
    | 'inscp_scp_amt'
    | 'act_pay_dedc'
    | Payer
    | 'fund_pay_sumamt'
    | 'otherPaid'
    | 'psn_part_amt'
    | 'acct_pay'
    | 'acct_mulaid_pay'
    | 'psn_cash_pay',
    Fen
  >
>

/**
 * One claim through the whole chain. No amount is negative, and to the fen: `total = Σ payers + otherPaid + person`,
 * `person = Σ pots + cash`.
 */
export interface ChainResult {
  /** what the basic fund works out, before a disease cap */
  readonly basic: BenefitResult
  readonly total: Fen
  /** what the basic fund pays */
  readonly basicPaid: Fen
  readonly stages: readonly StageResult[]
  readonly payers: Readonly<Record<Payer, Fen>>
  readonly otherPaid: Fen
  /** all funds together */
  readonly funds: Fen
  readonly person: Fen
  readonly pots: Readonly<Record<Pot, Fen>>
  readonly cash: Fen
  readonly after: ChainUsed
}
