import type { Fen } from '@yichuang/kernel'
import { Ledger } from './ledger.ts'
import { reimburse } from './reimburse.ts'
import type { BenefitClaim, BenefitResult, BenefitScheme, TraceStep } from './scheme.ts'
import { RULES, type Rule, type Says } from './trace-rules.ts'
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

/** The trace without anything that was worked out: its facts and cited values only. */
function leavesOf(trace: TraceStep): Step {
  const values: Record<string, string> = {}
  for (const fact of ruleOf(trace).facts) values[fact] = textOf(trace, fact)
  return {
    id: trace.id,
    says: trace.says,
    values,
    amount: 0 as Fen,
    parameters: trace.parameters,
    rounding: undefined,
    children: trace.children?.map(leavesOf),
  }
}

/** Fills in a freshly written trace, which becomes the caller's. */
function workOut(trace: Step): Explanation {
  const ledger = new Ledger()
  run(trace, ledger)
  return { trace, result: ledger.result(textOf(trace, 'kind') === 'inpatient') }
}

function run(step: Step, ledger: Ledger): void {
  const rule = ruleOf(step)
  rule.open?.(step, ledger)
  const { children } = step
  if (children !== undefined) for (let i = 0; i < children.length; i++) run(children[i]!, ledger)
  step.amount = rule.close(step, ledger) as Fen
  step.rounding = rule.rounding
}

function ruleOf(step: TraceStep): Rule {
  if (!Object.hasOwn(RULES, step.says))
    throw new Error(`Step “${step.id}” follows the rule “${step.says}”, which this version does not know`)
  return RULES[step.says as Says]
}

function mustAgree(explained: BenefitResult, calculated: BenefitResult): void {
  const { after, ...amounts } = calculated
  const same =
    Object.entries(amounts).every(([name, amount]) => explained[name as keyof typeof amounts] === amount) &&
    Object.entries(after).every(([name, used]) => explained.after[name as keyof typeof after] === used)
  if (!same)
    throw new Error(
      `The explanation ${JSON.stringify(explained)} differs from the calculation ${JSON.stringify(calculated)}`,
    )
}
