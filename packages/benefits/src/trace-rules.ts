import { formatRatio, lesser, ONE, ratio, shareOf, type Fen, type Ratio } from '@yichuang/kernel'
import { ceilingOf, fundShareFor, partInBand, roundMillionths } from './arithmetic.ts'
import { CHAIN_RULES } from './chain/chain-rules.ts'
import { MATERNITY_RULES } from './maternity/maternity-rules.ts'
import type { Ledger } from './ledger.ts'
import {
  citedMoney,
  citedRatio,
  countOf,
  moneyOf,
  parameterOf,
  show,
  textOf,
  type Step,
} from './trace-step.ts'

/**
 * How one kind of step is worked out. `facts` are the values that come from the claim; a rule reads nothing else but
 * them, the step's parameters and the ledger, and every other value is made by `open` (before the children) and `close`
 * (after them), which returns the step's amount.
 */
export interface Rule {
  readonly facts: readonly string[]
  readonly rounding?: 'half-up-fen'
  open?(step: Step, ledger: Ledger): void
  close(step: Step, ledger: Ledger): number
}

export const RULES = {
  result: {
    facts: ['pack', 'version', 'hash', 'on', 'insurance', 'kind', 'level', 'personClass', 'carePlace'],
    close(step, ledger) {
      show(step, 'total', ledger.total)
      show(step, 'person', ledger.person)
      show(step, 'otherPaid', ledger.otherPaid)
      return ledger.fund
    },
  },

  'so-far': {
    facts: ['year', 'deductibleUsed', 'inScopeUsed', 'fundPaid', 'admissions'],
    close(step, ledger) {
      ledger.year = countOf(step, 'year')
      ledger.deductibleUsed = moneyOf(step, 'deductibleUsed')
      ledger.inScopeUsed = moneyOf(step, 'inScopeUsed')
      ledger.fundPaid = moneyOf(step, 'fundPaid')
      ledger.admissions = countOf(step, 'admissions')
      return ledger.fundPaid
    },
  },

  'in-scope': {
    facts: [],
    close(step, ledger) {
      show(step, 'total', ledger.total)
      show(step, 'outOfScope', ledger.total - ledger.inScope)
      return (ledger.rest = ledger.inScope)
    },
  },

  line: {
    facts: ['line', 'name', 'class', 'charged'],
    open(step, ledger) {
      ledger.rest = moneyOf(step, 'charged')
      ledger.total += ledger.rest
      ledger.chain?.beginLine(ledger)
    },
    close(_step, ledger) {
      ledger.inScope += ledger.rest
      return ledger.rest
    },
  },

  'line.cut': {
    facts: ['cut', 'reason'],
    close(step, ledger) {
      const cut = moneyOf(step, 'cut')
      ledger.rest -= cut
      ledger.cut += cut
      return cut
    },
  },

  'line.out-of-catalogue': {
    facts: [],
    close(_step, ledger) {
      const all = ledger.rest
      ledger.rest = 0
      ledger.outOfCatalogue += all
      return all
    },
  },

  'line.over-ceiling': {
    facts: ['quantity', 'ceilingPrice'],
    rounding: 'half-up-fen',
    close(step, ledger) {
      const ceiling = ceilingOf(countOf(step, 'quantity'), moneyOf(step, 'ceilingPrice'))
      const over = Math.max(0, ledger.rest - ceiling)
      show(step, 'of', ledger.rest)
      show(step, 'ceiling', ceiling)
      ledger.rest -= over
      ledger.overCeiling += over
      return over
    },
  },

  'line.first-self-pay': {
    facts: ['share'],
    rounding: 'half-up-fen',
    close(step, ledger) {
      const own = shareOf(ledger.rest as Fen, ratio(textOf(step, 'share')))
      show(step, 'of', ledger.rest)
      ledger.rest -= own
      ledger.firstSelfPay += own
      return own
    },
  },

  'other-payers': {
    facts: ['otherPaid'],
    close(step, ledger) {
      ledger.otherPaid = moneyOf(step, 'otherPaid')
      const taken = Math.min(ledger.otherPaid, ledger.rest)
      show(step, 'of', ledger.rest)
      ledger.rest -= taken
      show(step, 'left', ledger.rest)
      return taken
    },
  },

  'out-of-area.first': {
    facts: [],
    rounding: 'half-up-fen',
    close(step, ledger) {
      show(step, 'of', ledger.rest)
      ledger.outOfAreaFirst = shareOf(ledger.rest as Fen, citedRatio(step, 'share'))
      ledger.rest -= ledger.outOfAreaFirst
      return ledger.outOfAreaFirst
    },
  },

  'out-of-area.waived': { facts: [], close: () => 0 },

  'deductible.per-year': {
    facts: [],
    close(step, ledger) {
      const left = Math.max(0, citedMoney(step, 'standard') - ledger.deductibleUsed)
      show(step, 'used', ledger.deductibleUsed)
      show(step, 'left', left)
      return deduct(step, ledger, left)
    },
  },

  'deductible.per-admission': {
    facts: ['admission'],
    close: (step, ledger) => deduct(step, ledger, citedMoney(step, 'standard')),
  },

  transfer: {
    facts: ['admission', 'deducted'],
    close(step, ledger) {
      ledger.goesOn = true
      return (ledger.deducted = moneyOf(step, 'deducted'))
    },
  },

  'transfer.new': { facts: [], close: () => 0 },

  'deductible.continued': {
    facts: ['admission'],
    close(step, ledger) {
      const left = Math.max(0, citedMoney(step, 'standard') - ledger.deducted)
      show(step, 'used', ledger.deducted)
      show(step, 'left', left)
      return deduct(step, ledger, left)
    },
  },

  'bands.each': {
    facts: ['base', 'yearToDate'],
    open: openBands,
    close: closeBands,
  },

  'bands.total': {
    facts: ['base', 'yearToDate'],
    rounding: 'half-up-fen',
    open: openBands,
    close: closeBands,
  },

  'band.rounded': {
    facts: ['base'],
    rounding: 'half-up-fen',
    close(step, ledger) {
      const { part, share } = openBand(step, ledger)
      const paid = shareOf(part, share)
      ledger.fund += paid
      return paid
    },
  },

  // Only the sum is rounded: each band carries what it adds to the rounded sum, so that the tree still adds up.
  'band.exact': {
    facts: ['base'],
    close(step, ledger) {
      const { part, share } = openBand(step, ledger)
      ledger.exact += part * share
      const paid = roundMillionths(ledger.exact) - ledger.fund
      step.values['exact'] = exactYuan(part * share)
      ledger.fund += paid
      return paid
    },
  },

  cap: {
    facts: [],
    close(step, ledger) {
      const left = Math.max(0, citedMoney(step, 'cap') - ledger.fundPaid)
      show(step, 'of', ledger.fund)
      show(step, 'used', ledger.fundPaid)
      show(step, 'left', left)
      ledger.fund = lesser(ledger.fund as Fen, left as Fen)
      if (ledger.fund === left) ledger.chain?.reachCap(left)
      return ledger.fund
    },
  },

  person: {
    facts: [],
    close(step, ledger) {
      ledger.person = ledger.total - ledger.fund - ledger.otherPaid
      show(step, 'total', ledger.total)
      show(step, 'fund', ledger.fund)
      show(step, 'otherPaid', ledger.otherPaid)
      return ledger.person
    },
  },

  ...CHAIN_RULES,
  ...MATERNITY_RULES,
} as const satisfies Readonly<Record<string, Rule>>

/** The kinds of step there are. */
export type Says = keyof typeof RULES

function deduct(step: Step, ledger: Ledger, left: number): number {
  show(step, 'of', ledger.rest)
  ledger.deductible = Math.min(left, ledger.rest)
  ledger.rest -= ledger.deductible
  return ledger.deductible
}

function openBands(step: Step, ledger: Ledger): void {
  const absolute = textOf(step, 'base') === 'absolute'
  if (textOf(step, 'yearToDate') === 'true')
    ledger.start = ledger.inScopeUsed - (absolute ? 0 : ledger.deductibleUsed)
  if (absolute) ledger.start += ledger.deductible
  ledger.end = ledger.start + ledger.rest
}

function closeBands(step: Step, ledger: Ledger): number {
  show(step, 'of', ledger.rest)
  return ledger.fund
}

function openBand(step: Step, ledger: Ledger): { part: Fen; share: Ratio } {
  const above = parameterOf(step, 'above') === undefined ? 0 : citedMoney(step, 'above')
  const upTo = parameterOf(step, 'upTo') === undefined ? Number.MAX_SAFE_INTEGER : citedMoney(step, 'upTo')
  const factor = parameterOf(step, 'ownShareFactor') && citedRatio(step, 'ownShareFactor')
  const pointsOff = parameterOf(step, 'pointsOff') && citedRatio(step, 'pointsOff')
  const part = partInBand(ledger.start as Fen, ledger.end as Fen, above as Fen, upTo as Fen)
  const share = fundShareFor(citedRatio(step, 'fundShare'), factor, pointsOff)
  show(step, 'part', part)
  step.values['share'] = formatRatio(share)
  ledger.chain?.stretches.push({ part, share })
  return { part, share }
}

/** An exact sum in millionths of a fen, written as yuan with as many decimals as it has: `"85.0425"`. */
function exactYuan(exact: number): string {
  const fraction = String(exact % (ONE * 100))
    .padStart(8, '0')
    .replace(/0{1,6}$/, '')
  return `${Math.floor(exact / (ONE * 100))}.${fraction}`
}
