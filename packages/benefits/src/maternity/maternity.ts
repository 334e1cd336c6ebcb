import type { Fen, PlainDate, Ratio } from '@yichuang/kernel'
import type { Cited, ClaimLine, Source, TraceStep } from '../scheme.ts'

/** Which is done first, and where it is rounded to the fen: the two differ by a few fen. */
export type AllowanceRounding = 'divide-then-multiply' | 'multiply-then-divide'

interface OfPlace {
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
  readonly on: PlainDate
}

/** How the maternity allowance (生育津贴) of one place and day is worked out: wage ÷ `divisor` × days. */
export interface AllowanceScheme extends OfPlace {
  readonly divisor: Cited<number>
  readonly rounding: Cited<AllowanceRounding>
  readonly birthDays: Cited<number>
  readonly difficultDays: Cited<number>
  /** for each baby after the first */
  readonly moreBabyDays: Cited<number>
  /** by full months or weeks of pregnancy; the last row that has begun holds */
  readonly miscarriage: {
    readonly by: 'months' | 'weeks'
    readonly rows: readonly { readonly from: number; readonly days: Cited<number> }[]
  }
  /** Days of reward leave (奖励假) the fund pays for; `none`: a rule says that it pays for none. */
  readonly bonusDays: Cited<number> | { readonly none: Source }
}

/** What happened, and the wage on which the law bases it: 用人单位上年度职工月平均工资. */
export type MaternityEvent =
  | {
      readonly outcome: 'birth'
      readonly difficult: boolean
      readonly babies: number
      readonly monthlyWage: Fen
    }
  | {
      readonly outcome: 'miscarriage'
      readonly pregnancy: { readonly months?: number; readonly weeks?: number }
      readonly monthlyWage: Fen
    }

export const MATERNITY_BENEFITS = ['delivery', 'check-ups', 'family-planning'] as const
export type MaternityBenefit = (typeof MATERNITY_BENEFITS)[number]
/** The kinds of care each benefit is paid by, as the interface of hospitals tells them apart (生育类别, 计划生育手术类别). */
export const MATERNITY_KINDS = {
  delivery: ['normal', 'assisted', 'caesarean', 'difficult', 'miscarriage', 'induction'],
  'check-ups': ['check-ups'],
  'family-planning': [
    'iud-insertion',
    'iud-removal',
    'abortion',
    'induction',
    'sterilisation',
    'sterilisation-reversal',
    'male-sterilisation',
    'male-sterilisation-reversal',
  ],
} as const satisfies Readonly<Record<MaternityBenefit, readonly string[]>>
export type MaternityKind = (typeof MATERNITY_KINDS)[MaternityBenefit][number]

/**
 * What the fund pays of the medical costs of one kind: a fixed sum whatever the bill, the bill up to a limit, or a share of
 * what is in scope.
 */
export interface MaternityMedicalScheme extends OfPlace {
  readonly benefit: MaternityBenefit
  readonly kind: string
  readonly pays:
    | { readonly design: 'fixed' | 'limit'; readonly amount: Cited<Fen> }
    | { readonly design: 'ratio'; readonly share: Cited<Ratio> }
}

export interface MaternityMedicalClaim {
  readonly lines: readonly ClaimLine[]
  readonly otherPaid?: Fen
}

export interface AllowanceExplanation {
  readonly result: { readonly days: number; readonly allowance: Fen }
  readonly trace: TraceStep
}

/** `total + beyond = fund + otherPaid + person`; `beyond` is what a fixed sum gives beyond the bill. None is negative. */
export interface MaternityMedicalResult {
  readonly total: Fen
  readonly inScope: Fen
  readonly fund: Fen
  readonly otherPaid: Fen
  readonly person: Fen
  readonly beyond: Fen
}

export interface MaternityMedicalExplanation {
  readonly result: MaternityMedicalResult
  readonly trace: TraceStep
}
