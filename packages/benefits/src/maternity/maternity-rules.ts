import { lesser, shareOf, type Fen } from '@yichuang/kernel'
import type { Ledger } from '../ledger.ts'
import type { Rule } from '../trace-rules.ts'
import { citedCount, citedMoney, citedRatio, countOf, moneyOf, parameterOf, show } from '../trace-step.ts'

/** How the steps of maternity benefits are worked out. Days stand in the values of a step; its amount is money. */
export const MATERNITY_RULES = {
  allowance: {
    facts: ['pack', 'version', 'hash', 'on', 'outcome', 'wage'],
    rounding: 'half-up-fen',
    close(step, ledger) {
      const wage = moneyOf(step, 'wage')
      const divisor = citedCount(step, 'divisor')
      step.values['days'] = String(ledger.days)
      const daily = divided(wage, divisor)
      if (parameterOf(step, 'rounding')?.value === 'multiply-then-divide')
        return divided(wage * ledger.days, divisor)
      show(step, 'daily', daily)
      return daily * ledger.days
    },
  },
  'days.birth': { facts: [], close: (step, ledger) => add(ledger, citedCount(step, 'days')) },
  'days.difficult': { facts: [], close: (step, ledger) => add(ledger, citedCount(step, 'days')) },
  'days.more-babies': {
    facts: ['babies'],
    close(step, ledger) {
      const more = (countOf(step, 'babies') - 1) * citedCount(step, 'days')
      step.values['more'] = String(more)
      return add(ledger, more)
    },
  },
  'days.miscarriage': {
    facts: ['pregnancy', 'by'],
    close: (step, ledger) => add(ledger, citedCount(step, 'days')),
  },
  'days.bonus': { facts: [], close: (step, ledger) => add(ledger, citedCount(step, 'days')) },

  'maternity.medical': {
    facts: ['pack', 'version', 'hash', 'on', 'benefit', 'kind'],
    close(step, ledger) {
      const left = ledger.total - ledger.otherPaid
      show(step, 'total', ledger.total)
      show(step, 'otherPaid', ledger.otherPaid)
      show(step, 'person', Math.max(0, left - ledger.fund))
      show(step, 'beyond', Math.max(0, ledger.fund - left))
      return ledger.fund
    },
  },
  'maternity.fixed': {
    facts: [],
    close: (step, ledger) => (ledger.fund = citedMoney(step, 'standard')),
  },
  'maternity.limit': {
    facts: [],
    close(step, ledger) {
      show(step, 'of', ledger.rest)
      return (ledger.fund = lesser(ledger.rest as Fen, citedMoney(step, 'standard')))
    },
  },
  'maternity.ratio': {
    facts: [],
    rounding: 'half-up-fen',
    close(step, ledger) {
      show(step, 'of', ledger.rest)
      return (ledger.fund = shareOf(ledger.rest as Fen, citedRatio(step, 'share')))
    },
  },
} as const satisfies Readonly<Record<string, Rule>>

/** Days are no money: the step's amount stays nothing. */
function add(ledger: Ledger, days: number): number {
  ledger.days += days
  return 0
}

/** Half up to the fen. */
function divided(amount: number, by: number): number {
  return Math.floor((2 * amount + by) / (2 * by))
}
