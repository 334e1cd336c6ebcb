import type { Fen, PlainDate, Ratio } from '@yichuang/kernel'

/** Another place's figure stands in, and why; in both languages, as people are told. */
export interface Borrowed {
  /** id of the lender's pack */
  readonly pack: string
  readonly from: Readonly<Record<'zh' | 'en', string>>
  readonly why: Readonly<Record<'zh' | 'en', string>>
}

/** Where a number comes from: shown beside it in every trace. `borrowed` names the place whose figure stands in. */
export interface Source {
  /** id of the document in a pack, e.g. `beijing-basic-rules` */
  readonly document: string
  /** official number and title, as people cite it */
  readonly citation: string
  readonly clause: string
  readonly quote: string
  readonly from: PlainDate
  /** Why `from` is that day, when the document does not state it; shown wherever the value is. */
  readonly fromBasis?: string
  /** `excerpt`: the document is known from a copy that quotes it, not from the official text. */
  readonly trust?: 'excerpt'
  readonly borrowed?: Borrowed
  /** the value holds under a relief measure, by this activation (or by the document itself) */
  readonly measure?: {
    readonly id: string
    readonly activation: string
    readonly zh: string
    readonly en: string
  }
}

/** A value with the parameter it was read from. */
export interface Cited<T> {
  readonly value: T
  readonly parameter: string
  readonly source: Source
}

export type TransferDesign = 'continuous' | 'new-admission'
export type CareKind = 'inpatient' | 'outpatient'
export type HospitalLevel = 'primary' | 'secondary' | 'tertiary'
/** employee = 职工基本医疗保险 (310), resident = 城乡居民基本医疗保险 (390). */
export type Insurance = 'employee' | 'resident'
export type PersonClass = 'active' | 'retired' | 'resident-adult' | 'resident-minor' | 'resident-senior'
/** How the person came to be treated outside the insured place (统筹区). */
export type CarePlace = 'local' | 'out-filed' | 'out-referred' | 'out-unreferred'
/** Catalogue class of a fee line: 甲 A, 乙 B, 丙 C (self-pay). */
export type LineClass = 'A' | 'B' | 'C'

/** One band: the fund pays `fundShare` of what lies above the previous band's `upTo`. The last band has no `upTo`. */
export interface Band {
  readonly upTo?: Cited<Fen>
  readonly fundShare: Cited<Ratio>
}

/**
 * Everything the basic calculation needs for one insurance, care kind, hospital level, person class and place of care, on
 * one day; compiled from a pack by `@yichuang/policy`, so that the calculation itself looks nothing up.
 */
export interface BenefitScheme {
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
  readonly on: PlainDate
  readonly insurance: Insurance
  readonly kind: CareKind
  readonly level: HospitalLevel
  readonly personClass: PersonClass
  readonly carePlace: CarePlace
  /**
   * `per-year`: one amount a year, what earlier claims used counts. `per-admission`: amounts for the first, second, …
   * admission of the year; the last one repeats.
   */
  readonly deductible:
    | { readonly design: 'per-year'; readonly amount: Cited<Fen> }
    | { readonly design: 'per-admission'; readonly amounts: readonly Cited<Fen>[] }
  /**
   * A transfer to another hospital within one illness: `continuous`, the deductible goes on counting (国办发〔2015〕70号:
   * 连续计算起付线), or `new-admission`. Only asked for when the claim is one.
   */
  readonly transfer?: Cited<TransferDesign>
  /** Bands lie on the in-scope amount, counted `absolute` (deductible included) or `over-deductible`; `yearToDate` says whether earlier claims of the year have used up the lower bands. */
  readonly bands: readonly Band[]
  readonly bandBase: 'absolute' | 'over-deductible'
  readonly bandsYearToDate: boolean
  /** The person's own share is multiplied by this (北京 art. 36: retired pay 60 % of the employee's own share). */
  readonly ownShareFactor?: Cited<Ratio>
  /** Out-of-area design 1: this part of the in-scope sum is paid by the person first. */
  readonly outOfAreaFirst?: Cited<Ratio>
  /** Out-of-area design 2: the fund share falls by this many points (0.10 = 10 percentage points). */
  readonly outOfAreaCut?: Cited<Ratio>
  /** A rule that suspends both out-of-area designs; when it is there, neither is applied and the trace says why. */
  readonly outOfAreaWaived?: Cited<'true'>
  /** What the basic fund pays at most in a year. */
  readonly yearlyCap?: Cited<Fen>
  /** Whether each band is rounded to the fen, or only the sum. */
  readonly rounding: 'each-band' | 'total'
}

/** The part of a scheme that pays by bands, and what it needs to know of the year. */
export type Banded = Pick<
  BenefitScheme,
  | 'bands'
  | 'bandBase'
  | 'bandsYearToDate'
  | 'ownShareFactor'
  | 'outOfAreaCut'
  | 'outOfAreaWaived'
  | 'rounding'
>
/** What bands need to know of the year so far. */
export type Used = Pick<Accumulators, 'deductibleUsed' | 'inScopeUsed' | 'fundPaid'>

/** One fee line as the reviewer coded it. */
export interface ClaimLine {
  readonly id: string
  readonly name: string
  readonly amount: Fen
  readonly class: LineClass
  /** 乙类先行自付比例; 0 for class A, irrelevant for C. */
  readonly selfPayRatio: Ratio
  /** Units (at most four decimals) and the ceiling price of one (限价); what lies above is 超限价自费. Both or neither. */
  readonly quantity?: number
  readonly ceilingPrice?: Fen
  /** Cut by the reviewer, with a reason; leaves the claim's scope altogether. */
  readonly cut?: { readonly amount: Fen; readonly reason: string }
  /** Treatment under a plan of the state (诊疗方案), of which the state pays what insurance leaves. */
  readonly inPlan?: true
}

/**
 * What the person has used in the year before this claim. `inScopeUsed` counts what entered the deductible and the bands:
 * the in-scope sum without what other payers and the out-of-area first self-pay took from it. `deductibleUsed` is part of it.
 */
export interface Accumulators {
  readonly year: number
  readonly deductibleUsed: Fen
  readonly inScopeUsed: Fen
  readonly fundPaid: Fen
  readonly admissions: number
}

export interface BenefitClaim {
  readonly lines: readonly ClaimLine[]
  readonly accumulators: Accumulators
  /** The stay goes on from another hospital: which admission of the year the illness began with, and what was deducted. */
  readonly transferred?: { readonly admission: number; readonly deducted: Fen }
  /** What another payer (commercial or mutual insurance) has already paid on these bills. */
  readonly otherPaid?: Fen
}

/**
 * The amounts of one decided claim, none negative, and to the fen:
 * `total = cut + outOfCatalogue + overCeiling + firstSelfPay + inScope` and `total = fund + otherPaid + person`.
 * `otherPaid` is all that other payers gave; `person` is all the rest, whatever the reason.
 */
export interface BenefitResult {
  readonly total: Fen
  readonly outOfCatalogue: Fen
  readonly overCeiling: Fen
  readonly firstSelfPay: Fen
  readonly cut: Fen
  readonly inScope: Fen
  readonly outOfAreaFirst: Fen
  readonly deductible: Fen
  readonly fund: Fen
  readonly person: Fen
  readonly otherPaid: Fen
  readonly after: Accumulators
}

/** What a cited value does in its step. */
export type ParameterRole =
  | 'share'
  | 'waived'
  | 'standard'
  | 'transfer'
  | 'above'
  | 'upTo'
  | 'fundShare'
  | 'ownShareFactor'
  | 'pointsOff'
  | 'cap'
  | 'perYear'
  | 'most'
  | 'order'
  | 'days'
  | 'divisor'
  | 'rounding'

/** A cited value as a step uses it: yuan with two decimals, or a plain decimal for a ratio. */
export interface TraceParameter extends Cited<string> {
  readonly role: ParameterRole
}

/**
 * One step of the explanation. `says` is a key of the sentence catalogue with its values, from which the citizen's
 * sentence, the reviewer's view and the audit JSON are all made.
 */
export interface TraceStep {
  readonly id: string
  readonly says: string
  readonly values: Readonly<Record<string, string>>
  readonly amount: Fen
  readonly parameters?: readonly TraceParameter[]
  readonly rounding?: 'half-up-fen'
  readonly children?: readonly TraceStep[]
}
