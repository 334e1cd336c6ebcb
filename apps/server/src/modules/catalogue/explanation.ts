import { sayStep, type BenefitResult, type TraceStep } from '@yichuang/benefits'
import type { Amounts, ExplanationStep } from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import type { Language } from '../../platform/problem.ts'
import { borrowedWords, citationOf, localeOf } from './words.ts'

/** A calculation's amounts in yuan, as text. */
export function amountsOf(result: BenefitResult): Amounts {
  return {
    total: formatYuan(result.total),
    outOfCatalogue: formatYuan(result.outOfCatalogue),
    overCeiling: formatYuan(result.overCeiling),
    firstSelfPay: formatYuan(result.firstSelfPay),
    cut: formatYuan(result.cut),
    inScope: formatYuan(result.inScope),
    outOfAreaFirst: formatYuan(result.outOfAreaFirst),
    deductible: formatYuan(result.deductible),
    fund: formatYuan(result.fund),
    person: formatYuan(result.person),
    otherPaid: formatYuan(result.otherPaid),
  }
}

/** A trace as the reader is told it: each step a plain sentence with its amount and the clauses under it. */
export function explanationOf(trace: TraceStep, language: Language): ExplanationStep {
  return {
    id: trace.id,
    sentence: sayStep(trace, localeOf(language)),
    amount: formatYuan(trace.amount),
    rounding: trace.rounding,
    citations: (trace.parameters ?? []).map(({ source, parameter, value }) => ({
      ...citationOf(source, language),
      parameter,
      value,
    })),
    children: (trace.children ?? []).map((step) => explanationOf(step, language)),
  }
}

/** The place whose figures a calculation borrowed, and why; null when all are the place's own. */
export function borrowedOf(trace: TraceStep, language: Language): { from: string; why: string } | null {
  for (const { source } of trace.parameters ?? [])
    if (source.borrowed) return borrowedWords(source.borrowed, language)
  for (const step of trace.children ?? []) {
    const found = borrowedOf(step, language)
    if (found) return found
  }
  return null
}
