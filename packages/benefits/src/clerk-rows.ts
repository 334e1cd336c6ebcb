import { formatYuan, type Locale } from '@yichuang/kernel'
import type { TraceStep } from './scheme.ts'
import { borrowedFrom, sayClauses, termOf } from './sentences.ts'
import { Told } from './told.ts'
import type { Says } from './trace-rules.ts'

/** One row of the reviewer's table. */
export interface ClerkRow {
  readonly id: string
  /** 0 for the result itself, 1 for its steps, 2 for lines and bands, 3 for the deductions of a line */
  readonly depth: number
  readonly term: string
  /** how the amount came about, `"10,000.00 × 85%"`; empty where it was handed in or is the sum of the rows below */
  readonly working: string
  /** yuan with two decimals */
  readonly amount: string
  readonly roundedToFen: boolean
  readonly clauses: readonly string[]
  /** places whose figures stand in for the place's own */
  readonly borrowedFrom: readonly string[]
}

/** The trace as a table for the reviewer, from top to bottom. */
export function clerkRows(trace: TraceStep, locale: Locale = 'zh-CN'): readonly ClerkRow[] {
  const rows: ClerkRow[] = []
  addRows(rows, trace, locale, 0)
  return rows
}

function addRows(rows: ClerkRow[], step: TraceStep, locale: Locale, depth: number): void {
  rows.push({
    id: step.id,
    depth,
    term: termOf(step, locale),
    working: WORKING[step.says as Says]?.(new Told(step)) ?? '',
    amount: formatYuan(step.amount),
    roundedToFen: step.rounding === 'half-up-fen',
    clauses: sayClauses(step, locale),
    borrowedFrom: borrowedFrom({ ...step, children: [] }, locale),
  })
  for (const child of step.children ?? []) addRows(rows, child, locale, depth + 1)
}

function bandWorking(it: Told): string {
  const own = it.has('ownShareFactor') ? ` × ${it.percent('ownShareFactor')}` : ''
  const points = it.has('pointsOff') ? ` − ${it.percent('pointsOff')}` : ''
  const how = own || points ? ` (1 − (1 − ${it.percent('fundShare')})${own}${points})` : ''
  return `${it.yuan('part')} × ${it.percent('share')}${how}`
}

/** The working in figures, which reads the same in every language. */
const WORKING: Partial<Record<Says, (it: Told) => string>> = {
  'in-scope': (it) => `${it.yuan('total')} − ${it.yuan('outOfScope')}`,
  line: (it) => it.yuan('charged'),
  'line.cut': (it) => it.text('reason'),
  'line.over-ceiling': (it) =>
    `max(0, ${it.yuan('of')} − ${it.text('quantity')} × ${it.yuan('ceilingPrice')})`,
  'line.first-self-pay': (it) => `${it.yuan('of')} × ${it.percent('share')}`,
  'other-payers': (it) => `min(${it.yuan('otherPaid')}, ${it.yuan('of')})`,
  'out-of-area.first': (it) => `${it.yuan('of')} × ${it.percent('share')}`,
  'deductible.per-year': (it) => `min(${it.yuan('of')}, max(0, ${it.yuan('standard')} − ${it.yuan('used')}))`,
  'deductible.per-admission': (it) => `min(${it.yuan('of')}, ${it.yuan('standard')})`,
  'band.rounded': bandWorking,
  'band.exact': (it) => `${bandWorking(it)} = ${it.yuan('exact')}`,
  cap: (it) => `min(${it.yuan('of')}, max(0, ${it.yuan('cap')} − ${it.yuan('used')}))`,
  person: (it) => `${it.yuan('total')} − ${it.yuan('fund')} − ${it.yuan('otherPaid')}`,
  'deductible.continued': (it) =>
    `min(${it.yuan('of')}, max(0, ${it.yuan('standard')} − ${it.yuan('used')}))`,
  'disease-cap': (it) => `min(${it.yuan('of')}, max(0, ${it.yuan('cap')} − ${it.yuan('used')}))`,
  allowance: (it) =>
    it.has('daily')
      ? `${it.yuan('wage')} ÷ ${it.text('divisor')} = ${it.yuan('daily')}; × ${it.text('days')}`
      : `${it.yuan('wage')} × ${it.text('days')} ÷ ${it.text('divisor')}`,
  'days.birth': (it) => `+ ${it.text('days')}`,
  'days.difficult': (it) => `+ ${it.text('days')}`,
  'days.more-babies': (it) => `+ ${it.text('more')}`,
  'days.miscarriage': (it) => `+ ${it.text('days')}`,
  'days.bonus': (it) => `+ ${it.text('days')}`,
  'maternity.limit': (it) => `min(${it.yuan('of')}, ${it.yuan('standard')})`,
  'maternity.ratio': (it) => `${it.yuan('of')} × ${it.percent('share')}`,
  stage: (it) => it.yuan('base'),
  'stage.cap': (it) => `min(${it.yuan('of')}, max(0, ${it.yuan('raised')} − ${it.yuan('used')}))`,
  pot: (it) => `min(${it.yuan('of')}, ${it.yuan('balance')})`,
  cash: (it) => `${it.yuan('total')} − ${it.yuan('funds')} − ${it.yuan('otherPaid')} − ${it.yuan('account')}`,
}
