import { sayStep, type BenefitResult, type ChainResult, type TraceStep } from '@yichuang/benefits'
import type { Amounts, Calculation, ExplanationStep } from '@yichuang/contracts'
import { fen, formatYuan } from '@yichuang/kernel'
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

/** The amounts of a whole chain: `fund` is what all funds pay together, `person` what is left after them. */
export function chainAmountsOf({ basic, funds, person }: ChainResult): Amounts {
  return { ...amountsOf(basic), fund: formatYuan(funds), person: formatYuan(person) }
}

/**
 * Each payer of a chain with what it pays, the basic fund first, then the pots of the account that pay something;
 * undefined for a trace in which the basic fund is alone.
 */
export function payersIn(trace: TraceStep, language: Language): Calculation['payers'] {
  if (trace.says !== 'chain') return undefined
  const steps = trace.children ?? []
  const paid = (says: string) => steps.find((step) => step.says === says)?.amount
  const pots = (names: readonly string[]) =>
    fen(
      steps.reduce(
        (sum, { says, values, amount }) =>
          sum + (says === 'pot' && names.includes(values['pot']!) ? amount : 0),
        0,
      ),
    )
  return [
    { payer: 'hifp_pay', title: BASIC[language], amount: formatYuan(paid('disease-cap') ?? paid('basic')!) },
    ...steps
      .filter(({ says }) => says === 'stage')
      .map(({ values, amount }) => ({
        payer: values['payer']!,
        title: values[language]!,
        amount: formatYuan(amount),
      })),
    ...[
      { payer: 'acct_pay', title: ACCOUNT[language], paid: pots(['current', 'past']) },
      { payer: 'acct_mulaid_pay', title: FAMILY[language], paid: pots(['family']) },
    ].flatMap(({ paid, ...pot }) => (paid > 0 ? [{ ...pot, amount: formatYuan(paid) }] : [])),
  ]
}
const BASIC = { zh: '基本医疗保险', en: 'Basic insurance' } as const
const ACCOUNT = { zh: '个人账户', en: 'Personal account' } as const
const FAMILY = { zh: '家庭共济账户', en: 'Accounts of the family' } as const

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
