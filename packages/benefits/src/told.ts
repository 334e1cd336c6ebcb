import { formatPercent, formatYuan, ratio } from '@yichuang/kernel'
import type { ParameterRole, TraceStep } from './scheme.ts'
import { parameterOf } from './trace-step.ts'

/** What a sentence may say of a step: its amount, its values and its cited values, written for people. */
export class Told {
  readonly #step: TraceStep

  constructor(step: TraceStep) {
    this.#step = step
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined
  }

  text(name: string): string {
    const text = this.#find(name)
    if (text === undefined)
      throw new RangeError(`Step “${this.#step.id}” (${this.#step.says}) has nothing called “${name}”`)
    return text
  }

  /** Yuan with two decimals or more and thousands apart: `"12,345.60"`. */
  yuan(name: string): string {
    const [whole, fraction] = this.text(name).split('.') as [string, string]
    return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`
  }

  percent(name: string): string {
    return formatPercent(ratio(this.text(name)))
  }

  /** The number in `0.1` percentage points: `"10"`. */
  points(name: string): string {
    return this.percent(name).slice(0, -1)
  }

  /** Whether an amount is nothing at all. */
  none(name: string): boolean {
    return Number(this.text(name)) === 0
  }

  same(name: string, other: string): boolean {
    return this.text(name) === this.text(other)
  }

  #find(name: string): string | undefined {
    if (name === 'amount') return formatYuan(this.#step.amount)
    return this.#step.values[name] ?? parameterOf(this.#step, name as ParameterRole)?.value
  }
}

/** Words for every kind of step in one language; the compiler asks for those that are missing. */
export interface Words {
  /** the citizen's sentence, without jargon */
  readonly says: (told: Told) => string
  /** the reviewer's term */
  readonly term: (told: Told) => string
}
