import type { Insurance, Payer } from '@yichuang/benefits'
import { fen, ratio, shareOf, sumFen, ZERO_FEN, type Fen } from '@yichuang/kernel'
import type { ClosedSums } from './world.ts'

/** Who gives the money: a fund, or the person's own account, by its name in the interface. */
export type Source = Payer | 'acct_pay'
export const SOURCES = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'oth_pay',
  'acct_pay',
] as const satisfies readonly Source[]
/** The fund that advances (预付金) are paid from and offset against. */
export const BASIC = 'hifp_pay'
/** Money of people, not of the agency: nothing of it is held back. */
export const ACCOUNT = 'acct_pay'

/** A fund of one of the insurances. */
export interface FundKey {
  readonly insurance: Insurance
  readonly payer: Source
}

/** What becomes of what is applied for of one fund: `applied = deducted + deposit + offset + payable`. */
export interface FundSums extends FundKey {
  readonly applied: Fen
  readonly deducted: Fen
  readonly deposit: Fen
  readonly offset: Fen
  /** negative where an institution owes: more was cancelled than settled */
  readonly payable: Fen
}

/** Funds of employees before those of residents, each in the order of the interface. */
export function inOrder(a: FundKey, b: FundKey): number {
  if (a.insurance !== b.insurance) return a.insurance < b.insurance ? -1 : 1
  return SOURCES.indexOf(a.payer) - SOURCES.indexOf(b.payer)
}

export const sameFund = (a: FundKey, b: FundKey): boolean =>
  a.insurance === b.insurance && a.payer === b.payer

/** What is applied for, fund by fund; funds that give nothing are left out. */
export function appliedFunds(sums: readonly Pick<ClosedSums, 'insurance' | 'amounts'>[]): FundSums[] {
  return (['employee', 'resident'] as const).flatMap((insurance) =>
    SOURCES.flatMap((payer) => {
      const parts = sums.filter((one) => one.insurance === insurance).map(({ amounts }) => amounts[payer])
      if (parts.every((part) => part === 0)) return []
      return [nothingTaken({ insurance, payer }, sumFen(parts))]
    }),
  )
}

export function nothingTaken({ insurance, payer }: FundKey, applied: Fen): FundSums {
  const none = { deducted: ZERO_FEN, deposit: ZERO_FEN, offset: ZERO_FEN }
  return { insurance, payer, applied, ...none, payable: applied }
}

/** What is taken off a fund before it is paid. */
export interface Taken {
  readonly deducted: Fen
  /** of the agreement, `0.05`; null: it says nothing, and nothing is held back */
  readonly depositShare: string | null
  /** of advances the institution holds; of the basic fund only */
  readonly offset: Fen
}

/**
 * A fund after review: the deposit is a share of what is left after deductions; the offset comes last. Undefined when more
 * is taken than there is.
 */
export function taken({ insurance, payer, applied }: FundSums, off: Taken): FundSums | undefined {
  const { deducted, offset, depositShare } = off
  const accepted = fen(applied - deducted)
  const held = depositShare !== null && payer !== ACCOUNT && accepted > 0
  const deposit = held ? shareOf(accepted, ratio(depositShare)) : ZERO_FEN
  const payable = fen(accepted - deposit - offset)
  if ((deducted > 0 && accepted < 0) || (offset > 0 && (payable < 0 || payer !== BASIC))) return undefined
  return { insurance, payer, applied, deducted, deposit, offset, payable }
}

/** Sums over funds, as an application shows them. */
export function totalsOf(funds: readonly FundSums[]) {
  const sum = (name: 'applied' | 'deducted' | 'deposit' | 'offset' | 'payable') =>
    sumFen(funds.map((fund) => fund[name]))
  return {
    applied: sum('applied'),
    deducted: sum('deducted'),
    deposit: sum('deposit'),
    offset: sum('offset'),
    payable: sum('payable'),
  }
}
