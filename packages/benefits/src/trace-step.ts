import { formatYuan, ratio, yuan, type Fen, type Ratio } from '@yichuang/kernel'
import type { ParameterRole, TraceParameter, TraceStep } from './scheme.ts'

/** A step while it is being written and worked out; once handed over it is a `TraceStep` and no longer changes. */
export interface Step extends TraceStep {
  readonly values: Record<string, string>
  amount: Fen
  rounding: 'half-up-fen' | undefined
  readonly parameters: readonly TraceParameter[] | undefined
  readonly children: readonly Step[] | undefined
}

/** Reads a value of a step. Throws a RangeError that names the step and the value when it is not there. */
export function textOf(step: TraceStep, name: string): string {
  const text = step.values[name]
  if (text === undefined) throw new RangeError(`Step “${step.id}” (${step.says}) has no value “${name}”`)
  return text
}

export function moneyOf(step: TraceStep, name: string): Fen {
  return yuan(textOf(step, name))
}

export function countOf(step: TraceStep, name: string): number {
  const text = textOf(step, name)
  const count = Number(text)
  if (text === '' || !Number.isFinite(count))
    throw new RangeError(`Step “${step.id}” (${step.says}): “${text}” is not a number (${name})`)
  return count
}

export function parameterOf(step: TraceStep, role: ParameterRole): TraceParameter | undefined {
  const { parameters } = step
  if (parameters === undefined) return undefined
  for (let i = 0; i < parameters.length; i++) if (parameters[i]!.role === role) return parameters[i]
  return undefined
}

/** Reads a cited amount. Throws a RangeError that names the step when it is not there. */
export function citedMoney(step: TraceStep, role: ParameterRole): Fen {
  return yuan(needed(step, role).value)
}

/** Reads a cited ratio. Throws a RangeError that names the step when it is not there. */
export function citedRatio(step: TraceStep, role: ParameterRole): Ratio {
  return ratio(needed(step, role).value)
}

/** Reads a cited count, such as days. Throws a RangeError that names the step when it is not there or no count. */
export function citedCount(step: TraceStep, role: ParameterRole): number {
  const { value } = needed(step, role)
  if (!/^\d{1,5}$/.test(value))
    throw new RangeError(`Step “${step.id}” (${step.says}): “${value}” is not a count (${role})`)
  return Number(value)
}

function needed(step: TraceStep, role: ParameterRole): TraceParameter {
  const parameter = parameterOf(step, role)
  if (parameter === undefined)
    throw new RangeError(`Step “${step.id}” (${step.says}) has no parameter in the role “${role}”`)
  return parameter
}

/** Keeps an amount that was worked out, for the sentences. */
export function show(step: Step, name: string, amount: number): void {
  step.values[name] = formatYuan(amount as Fen)
}
