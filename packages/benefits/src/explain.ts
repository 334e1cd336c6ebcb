import { Ledger } from './ledger.ts'
import { reimburse } from './reimburse.ts'
import type { BenefitClaim, BenefitResult, BenefitScheme, TraceStep } from './scheme.ts'
import { leavesOf, run } from './run-trace.ts'
import { textOf, type Step } from './trace-step.ts'
import { writeTrace } from './write-trace.ts'

export interface Explanation {
  readonly result: BenefitResult
  readonly trace: TraceStep
}

/**
 * Works out a claim step by step. The trace is a small program: it is written down with its inputs and cited values and
 * then run, apart from `reimburse`; should the two ever disagree by a fen, nobody is told a figure and an Error is thrown.
 */
export function explain(scheme: BenefitScheme, claim: BenefitClaim): Explanation {
  const explanation = workOut(writeTrace(scheme, claim))
  mustAgree(explanation.result, reimburse(scheme, claim))
  return explanation
}

/**
 * Runs a stored trace again from its leaves (what was handed in and what is cited), whatever amounts stand in it. A trace
 * that nobody changed comes out as it was. Throws an Error or a RangeError naming the step that cannot be worked out.
 */
export function replay(trace: TraceStep): Explanation {
  return workOut(leavesOf(trace))
}

/** Fills in a freshly written trace, which becomes the caller's. */
function workOut(trace: Step): Explanation {
  const ledger = new Ledger()
  run(trace, ledger)
  return { trace, result: ledger.result(textOf(trace, 'kind') === 'inpatient') }
}

function mustAgree(explained: BenefitResult, calculated: BenefitResult): void {
  if (!saysTheSame(explained, calculated))
    throw new Error(
      `The explanation ${JSON.stringify(explained)} differs from the calculation ${JSON.stringify(calculated)}`,
    )
}

/** Whether two results are the same in every amount. */
export function saysTheSame(one: BenefitResult, other: BenefitResult): boolean {
  const [mine, yours] = [one.after, other.after]
  return (
    one.total === other.total &&
    one.outOfCatalogue === other.outOfCatalogue &&
    one.overCeiling === other.overCeiling &&
    one.firstSelfPay === other.firstSelfPay &&
    one.cut === other.cut &&
    one.inScope === other.inScope &&
    one.outOfAreaFirst === other.outOfAreaFirst &&
    one.deductible === other.deductible &&
    one.fund === other.fund &&
    one.person === other.person &&
    one.otherPaid === other.otherPaid &&
    mine.year === yours.year &&
    mine.deductibleUsed === yours.deductibleUsed &&
    mine.inScopeUsed === yours.inScopeUsed &&
    mine.fundPaid === yours.fundPaid &&
    mine.admissions === yours.admissions
  )
}
