import type { Amounts, ExplanationStep, Payers } from '@yichuang/contracts'
import type { Sentences } from '../../platform/problem.ts'

/** What the item's own code puts into a decision letter: what was worked out, from which rules. Words are Chinese. */
export interface DecisionContent {
  readonly outcome: 'granted' | 'refused'
  readonly reason: string
  readonly amounts: Amounts | null
  /** each payer with its part, where there are several */
  readonly payers?: Payers | null
  /** every step of the calculation in plain words, with its clauses; null when a person worked it out */
  readonly explanation: ExplanationStep | null
  readonly borrowed: { readonly from: string; readonly why: string } | null
  /** sentences that name the rules no pack has, so that a person worked the figure out */
  readonly missing: readonly string[]
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
  readonly traceHash: string | null
  /** whose money it is; the fund's where nothing is said */
  readonly paidFrom?: Sentences
  /** of a case that is not about a payment: the answer in a sentence, what follows from it, and the kind of message */
  readonly answer?: {
    readonly sentence: string
    readonly follows: readonly string[]
    readonly message: string
  }
}

/** One step of a calculation as a letter says it. */
export interface LetterStep {
  readonly sentence: string
  readonly amount: string
  readonly citations: readonly string[]
  readonly children: readonly LetterStep[]
}

export interface LetterSection {
  readonly heading: string
  readonly paragraphs?: readonly string[]
  /** numbered */
  readonly list?: readonly string[]
  /** days of a ledger, one line each, in small print */
  readonly ledger?: readonly string[]
  readonly steps?: readonly LetterStep[]
}

/** Everything a letter says, in Chinese, frozen when it is issued: page, PDF and verification are made from this. */
export interface LetterContent {
  readonly title: string
  readonly issuer: string
  readonly applicantName: string
  readonly caseNumber: string
  readonly day: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly LetterSection[]
  /** printed large at the head, e.g. that figures are borrowed from another place */
  readonly marks: readonly string[]
  /** something signed that the letter carries as a QR code of its own, opened by the page `path` */
  readonly credential?: { readonly caption: string; readonly path: string; readonly token: string }
}

export const letterKinds = [
  'receipt',
  'notice',
  'decision',
  'withdrawal',
  'due-moved',
  'referral',
  'chronic',
  'correction',
] as const
export type LetterKind = (typeof letterKinds)[number]
