import type { Amounts, ExplanationStep } from '@yichuang/contracts'

/** What the item's own code puts into a decision letter: what was worked out, from which rules. Words are Chinese. */
export interface DecisionContent {
  readonly outcome: 'granted' | 'refused'
  readonly reason: string
  readonly amounts: Amounts | null
  /** every step of the calculation in plain words, with its clauses; null when a person worked it out */
  readonly explanation: ExplanationStep | null
  readonly borrowed: { readonly from: string; readonly why: string } | null
  /** sentences that name the rules no pack has, so that a person worked the figure out */
  readonly missing: readonly string[]
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
  readonly traceHash: string | null
}
