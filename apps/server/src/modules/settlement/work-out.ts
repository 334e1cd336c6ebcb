import {
  calculateChain,
  checkChainClaim,
  settlementOf,
  type Accumulators,
  type ChainResult,
  type ChainScheme,
} from '@yichuang/benefits'
import { fen, formatRatio, formatYuan, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import { HospitalFault } from '../hospital/index.ts'
import { balanceOf, leftOver, takenBy, usable, type Accounts } from './account.ts'
import { familyUse } from './family.ts'
import { claimLine, type ClassedLine } from './fee-lines.ts'
import type { FeesRow } from './fees.queries.ts'
import { maternityAmounts, type MaternityRules } from './maternity.ts'
import type { ChainRules, Rules } from './rules.ts'
import type { SettledAmounts, Workings } from './settlement.queries.ts'
import { measuresIn } from './under-measures.ts'

/** A settlement worked out, before anything is written. */
export interface WorkedOut {
  readonly amounts: SettledAmounts
  readonly workings: Workings
  /** 本次可支付限额: what the fund could still have paid before this settlement */
  readonly limit: Fen
  /** the fund's part of what is in scope, after the deductible */
  readonly share: string
  /** 余额: what the personal account holds afterwards */
  readonly balance: Fen
  /** place whose figures stand in, where the place has none of its own */
  readonly borrowedFrom: string | undefined
}

/** The person's means when a settlement is worked out. */
export interface Means {
  /** the basic fund's year */
  readonly before: Accumulators
  readonly accounts: Accounts
  readonly today: PlainDate
}

/** Works lines out by rules; the same from what is stored gives the same amounts. */
export function workOut(
  rules: Rules,
  lines: readonly ClassedLine[],
  means: Means,
  stay: Pick<Workings, 'mid' | 'transferred'> = {},
): WorkedOut {
  return 'maternity' in rules ? byKindOfBirth(rules, lines, means) : byChain(rules, lines, means, stay)
}

/** Maternity care counts in no year and takes from no account. */
function byKindOfBirth(
  rules: MaternityRules,
  lines: readonly ClassedLine[],
  { before, accounts: { held } }: Means,
): WorkedOut {
  const { pack, facts, maternity } = rules
  const amounts = maternityAmounts(rules, lines)
  const { benefit, kind, pays } = maternity
  return {
    amounts,
    workings: {
      pack: { id: pack.id, hash: pack.hash },
      facts,
      before,
      after: before,
      maternity: { benefit, kind },
    },
    limit: amounts.fund_pay_sumamt,
    share: pays.design === 'ratio' ? formatRatio(pays.share.value) : '0',
    balance: balanceOf(held),
    borrowedFrom: undefined,
  }
}

function byChain(
  { pack, facts, chain, later }: ChainRules,
  lines: readonly ClassedLine[],
  { before, accounts: means, today }: Means,
  stay: Pick<Workings, 'mid' | 'transferred'>,
): WorkedOut {
  const { held, family } = means
  const accounts = usable(means, chain, today)
  const claim = {
    lines: lines.map(claimLine),
    used: { basic: before, ...(later ?? { stages: {}, diseases: {} }) },
    ...(accounts && { accounts }),
    ...(stay.transferred && { transferred: stay.transferred }),
  }
  const faults = checkChainClaim(claim)
  if (faults[0]) throw new HospitalFault(faults[0].sentences['zh-CN'])
  const result = calculateChain(chain, claim)
  const { basic, stages, diseases } = result.after
  const account = takenBy(result, held)
  const relatives = familyUse(result, family)
  const measures = measuresIn(chain)
  return {
    amounts: amountsOf(result),
    workings: {
      pack: { id: pack.id, hash: pack.hash },
      facts,
      before,
      after: basic,
      ...(later && { later: { before: later, after: { stages, diseases } } }),
      ...(account && { account }),
      ...(relatives && { family: relatives }),
      ...(measures.length > 0 && { measures }),
      ...stay,
    },
    limit: limitOf(chain, before, result),
    share: shareOfFund(result),
    balance: account ? leftOver(account) : balanceOf(held),
    borrowedFrom: borrowedBy(chain),
  }
}

/** The place whose figures stand in for any of the payers. */
function borrowedBy({ basic, stages }: ChainScheme): string | undefined {
  const cited = [basic, ...stages].map(({ bands }) => bands[0]?.fundShare.source.borrowed)
  return cited.find((one) => one !== undefined)?.from.zh
}

/** The open lines of a batch, and that they come to what the institution says. */
export function openLines(fees: readonly FeesRow[], chargeBatch: string, total: Fen): ClassedLine[] {
  checkFees(fees, chargeBatch, total)
  return fees.flatMap(({ classed }) => classed)
}

function checkFees(fees: readonly FeesRow[], chargeBatch: string, total: Fen): void {
  if (fees.length === 0)
    throw new HospitalFault(
      `收费批次（chrg_bchno）${chargeBatch} 没有已上传的费用明细。请先用 2204 上传该批次的全部明细。`,
    )
  const settled = fees.find(({ settlementId }) => settlementId !== null)
  if (settled)
    throw new HospitalFault(
      `收费批次（chrg_bchno）${chargeBatch} 已经结算，结算ID ${settled.settlementId}。如需重新结算，请先用 2208 撤销。`,
    )
  const sum = fees.reduce((so, fees) => so + fees.total, 0)
  const count = fees.reduce((so, { classed }) => so + classed.length, 0)
  if (sum !== total)
    throw new HospitalFault(
      `医疗费总额（medfee_sumamt）${formatYuan(total)} 元与收费批次 ${chargeBatch} 已上传的 ${count} 条明细合计 ${formatYuan(fen(sum))} 元不一致。请核对明细后重新结算。`,
    )
}

/** In the interface the account's part holds what relatives' accounts paid (2206 note): A3 and A4. */
function amountsOf(result: ChainResult): SettledAmounts {
  const { otherPaid: _none, ...amounts } = settlementOf(result)
  return { ...amounts, acct_pay: fen(amounts.acct_pay + amounts.acct_mulaid_pay) }
}

/** What the fund could still have paid in the year. */
function limitOf({ basic }: ChainScheme, before: Accumulators, result: ChainResult): Fen {
  if (!basic.yearlyCap) return result.basicPaid
  const left = basic.yearlyCap.value - before.fundPaid
  return left > 0 ? fen(left) : ZERO_FEN
}

/** 统筹基金支付比例 of this settlement, four decimals. */
function shareOfFund({ basicPaid, basic }: ChainResult): string {
  const base = basic.inScope - basic.deductible
  return base <= 0 ? '0' : String(Math.round((basicPaid / base) * 10_000) / 10_000)
}
