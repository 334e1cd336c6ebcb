import {
  calculateChain,
  checkClaim,
  settlementOf,
  type Accumulators,
  type CareKind,
  type CarePlace,
  type ChainResult,
  type ChainScheme,
  type HospitalLevel,
} from '@yichuang/benefits'
import { fen, formatYuan, yearOf, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import { isBasicOnly, type ChainFacts, type Pack } from '@yichuang/policy'
import { isScheme, schemeFor, type AccumulatorKey } from '../claims/index.ts'
import { HospitalFault } from '../hospital/index.ts'
import { claimLine } from './fee-lines.ts'
import type { FeesRow } from './fees.queries.ts'
import type { SettledAmounts, Workings } from './settlement.queries.ts'
import type { VisitRow } from './visit.queries.ts'

/** A settlement worked out, before anything is written. */
export interface WorkedOut {
  readonly amounts: SettledAmounts
  readonly workings: Workings
  /** 本次可支付限额: what the fund could still have paid before this settlement */
  readonly limit: Fen
  /** the fund's part of what is in scope, after the deductible */
  readonly share: string
  /** place whose figures stand in, where the place has none of its own */
  readonly borrowedFrom: string | undefined
}

/** Ordinary out-patient care and purchases at pharmacies: what the tables of out-patient care are for. */
const ORDINARY = new Set(['11', '12', '13', '41'])

/** What the tables must be for. Throws `HospitalFault` when they are not. */
export function checkMedType(medType: string): void {
  if (!ORDINARY.has(medType))
    throw new HospitalFault(
      `医疗类别（med_type）${medType} 的待遇规则尚未加载，不能按普通门诊结算。请按普通门诊（11）、急诊（13）或药店购药（41）办理，或到经办机构手工报销。`,
    )
}

export function yearKey(
  regionCode: string,
  { personId, insurance, beganOn }: Pick<VisitRow, 'personId' | 'insurance' | 'beganOn'>,
): AccumulatorKey {
  return { regionCode, personId, insurance, kind: 'outpatient', year: yearOf(beganOn) }
}

/** The institution as the tables see it. */
export interface Where {
  readonly level: HospitalLevel
  readonly carePlace: CarePlace
}

/** The rules for a visit, or a refusal that names what the place has not loaded. */
export function chainOf(
  pack: Pack,
  { insurance, personClass, beganOn }: Pick<VisitRow, 'insurance' | 'personClass' | 'beganOn'>,
  { level, carePlace }: Where,
  { kind, on }: { readonly kind: CareKind; readonly on: PlainDate } = { kind: 'outpatient', on: beganOn },
): { readonly chain: ChainScheme; readonly facts: ChainFacts } {
  const facts: ChainFacts = {
    insurance,
    personClass,
    level,
    kind,
    carePlace,
    on,
  }
  const chain = schemeFor(pack, facts)
  if (!isScheme(chain)) {
    const missing = chain.map(({ sentence }) => sentence.zh).join('；')
    throw new HospitalFault(
      `本地${CARE[kind]}待遇规则没有加载，不能联网结算，请按自费处理后到经办机构报销。缺少：${missing}`,
    )
  }
  if (!isBasicOnly(chain))
    throw new HospitalFault(
      `本地在基本统筹之后还有其他支付方或个人账户，${CARE[kind]}联网结算尚未接入其年度累计。请按自费处理后到经办机构报销。`,
    )
  return { chain, facts }
}
const CARE = { outpatient: '门诊', inpatient: '住院' } as const

/** Works out the open fees of a batch. `total` is what the institution says they come to. */
export function workOut(
  pack: Pack,
  visit: VisitRow,
  where: Where,
  fees: readonly FeesRow[],
  { chargeBatch, total, before }: { chargeBatch: string; total: Fen; before: Accumulators },
): WorkedOut {
  checkFees(fees, chargeBatch, total)
  const { chain, facts } = chainOf(pack, visit, where)
  const lines = fees.flatMap(({ classed }) => classed.map(claimLine))
  const faults = checkClaim({ lines, accumulators: before })
  if (faults[0]) throw new HospitalFault(faults[0].sentences['zh-CN'])
  const result = calculateChain(chain, { lines, used: { basic: before, stages: {}, diseases: {} } })
  return {
    amounts: amountsOf(result),
    workings: { pack: { id: pack.id, hash: pack.hash }, facts, before, after: result.after.basic },
    limit: limitOf(chain, before, result),
    share: shareOfFund(result),
    borrowedFrom: chain.basic.bands[0]?.fundShare.source.borrowed?.from.zh,
  }
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
export function amountsOf(result: ChainResult): SettledAmounts {
  const { otherPaid: _none, ...amounts } = settlementOf(result)
  return { ...amounts, acct_pay: fen(amounts.acct_pay + amounts.acct_mulaid_pay) }
}

/** What the fund could still have paid in the year. */
export function limitOf({ basic }: ChainScheme, before: Accumulators, result: ChainResult): Fen {
  if (!basic.yearlyCap) return result.basicPaid
  const left = basic.yearlyCap.value - before.fundPaid
  return left > 0 ? fen(left) : ZERO_FEN
}

/** 统筹基金支付比例 of this settlement, four decimals. */
export function shareOfFund({ basicPaid, basic }: ChainResult): string {
  const base = basic.inScope - basic.deductible
  return base <= 0 ? '0' : String(Math.round((basicPaid / base) * 10_000) / 10_000)
}
