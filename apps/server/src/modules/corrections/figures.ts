import { PAYERS, type Payer } from '@yichuang/benefits'
import { dayInChina, fen, formatYuan, yuan, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import { canonicalJson } from '../../platform/crypto.ts'
import type { PayerAmounts } from '../claims/index.ts'
import { takenOf, type StandingWithAccounts } from './accounts.ts'
import type { Outcome } from './recalculate.ts'
import type { Subject } from './subject.ts'

/** One decision that a correction changes, on both sides; stored with the correction as what its second person signs. */
export interface Figure {
  readonly subject: Subject
  readonly number: string
  readonly decidedOn: PlainDate
  readonly kind: 'inpatient' | 'outpatient'
  readonly before: StandingWithAccounts
  readonly after: StandingWithAccounts
}

/** What all decisions together come to. What one gets more is not set off against what another gets less. */
export interface Totals {
  readonly toPay: Fen
  readonly toRecover: Fen
  /** each fund's part; they make up the sum */
  readonly payBy: PayerAmounts
  readonly recoverBy: PayerAmounts
}

export function figureOf({ entry, after }: Outcome): Figure {
  const { subject, number, at, kind, standing } = entry
  return { subject, number, decidedOn: dayInChina(at), kind, before: standing, after }
}

export function totalsOf(figures: readonly Figure[]): Totals {
  const more = figures.filter((figure) => difference(figure) > 0)
  const less = figures.filter((figure) => difference(figure) < 0)
  return {
    toPay: fen(more.reduce((sum, figure) => sum + difference(figure), 0)),
    toRecover: fen(-less.reduce((sum, figure) => sum + difference(figure), 0)),
    payBy: partsOf(more, 1),
    recoverBy: partsOf(less, -1),
  }
}

/** What the person gets now beyond before; negative where it was too much. What accounts give or get is not the person's. */
export function difference(figure: Figure): number {
  const { before, after } = figure
  return yuan(after.fund) - yuan(before.fund) + differenceOfAccounts(figure)
}

/** What accounts pay now beyond before; negative where they get something back. */
export function differenceOfAccounts({ before, after }: Figure): number {
  return takenOf(after) - takenOf(before)
}

/** The same of each fund, those without a difference left out. */
export function differenceByFund({ before, after }: Figure): [payer: Payer, more: number][] {
  return PAYERS.map((payer): [Payer, number] => [
    payer,
    partOf(after.payers, payer) - partOf(before.payers, payer),
  ]).filter(([, more]) => more !== 0)
}

/** Whether two lists say the same of the same decisions, whatever order their fields came back in. */
export function sameFigures(one: readonly Figure[], other: readonly Figure[]): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

/**
 * What each fund pays, or gets back, of a sum. Where one fund gives up what another takes over, the funds settle that among
 * themselves: the others' parts become that much less, in the order of the national interface, and no part is negative.
 */
function partsOf(figures: readonly Figure[], sign: 1 | -1): PayerAmounts {
  const sums = new Map<Payer, number>()
  for (const figure of figures)
    for (const [payer, more] of differenceByFund(figure))
      sums.set(payer, (sums.get(payer) ?? 0) + sign * more)
  // Accounts move only against the funds: what they get back is as much less to the person.
  const accounts = figures.reduce((sum, figure) => sum + sign * differenceOfAccounts(figure), 0)
  let taken = -[...sums.values()].reduce((sum, part) => sum + Math.min(0, part), Math.min(0, accounts))
  const parts = PAYERS.map((payer): [Payer, number] => {
    const part = Math.max(0, sums.get(payer) ?? 0)
    const less = Math.min(taken, part)
    taken -= less
    return [payer, part - less]
  })
  return Object.fromEntries(
    parts.filter(([, part]) => part > 0).map(([payer, part]) => [payer, formatYuan(fen(part))]),
  )
}

function partOf(payers: PayerAmounts, payer: Payer): Fen {
  return payers[payer] === undefined ? ZERO_FEN : yuan(payers[payer])
}
