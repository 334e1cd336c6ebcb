import type { Fen } from '@yichuang/kernel'
import type { Ledger } from './ledger.ts'
import type { TraceStep } from './scheme.ts'
import { RULES, type Rule, type Says } from './trace-rules.ts'
import { textOf, type Step } from './trace-step.ts'

/** The trace without anything that was worked out: its facts and cited values only. */
export function leavesOf(trace: TraceStep): Step {
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

/** Works a written trace out from top to bottom. */
export function run(step: Step, ledger: Ledger): void {
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
