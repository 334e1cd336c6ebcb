import { ZERO_FEN, type Fen } from '@yichuang/kernel'
import type { Ledger } from '../ledger.ts'
import type { BenefitResult, Used } from '../scheme.ts'
import { PARTS, type Pot, type StageResult } from './chain.ts'
import { allInScope, AT, nothingInPlan, overCapOf, type Left, type Stretch } from './parts.ts'

/** The running figures of a chain while its trace is worked out. */
export class ChainLedger {
  readonly used: Record<string, Used> = {}
  readonly diseases: Record<string, Fen> = {}
  readonly stages: StageResult[] = []
  readonly pots: Record<Pot, Fen> = { current: ZERO_FEN, past: ZERO_FEN, family: ZERO_FEN }
  readonly stretches: Stretch[] = []
  overCap = 0

  basic: BenefitResult | undefined
  disease: string | undefined
  basicPaid = 0
  funds = 0
  /** what is left to the person by reason, and how much of each part the state's plan covers */
  left: Left = PARTS.map(() => 0)
  readonly plan: Left = nothingInPlan()
  /** where the sums stood when the line at hand began */
  #firstSelfPay = 0
  #overCeiling = 0
  #outOfCatalogue = 0

  /** The basic fund has given all it may: what lies above that point is for others. */
  reachCap(fund: number): void {
    this.overCap = overCapOf(this.stretches, fund)
  }

  beginLine({ firstSelfPay, overCeiling, outOfCatalogue }: Ledger): void {
    this.#firstSelfPay = firstSelfPay
    this.#overCeiling = overCeiling
    this.#outOfCatalogue = outOfCatalogue
  }

  /** Counts what the line at hand has out of scope as part of the plan; says how much that is. */
  addToPlan(ledger: Ledger): number {
    const firstSelfPay = ledger.firstSelfPay - this.#firstSelfPay
    const overCeiling = ledger.overCeiling - this.#overCeiling
    const outOfCatalogue = ledger.outOfCatalogue - this.#outOfCatalogue
    allInScope(this.plan)
    this.plan[AT['first-self-pay']]! += firstSelfPay
    this.plan[AT['over-ceiling']]! += overCeiling
    this.plan[AT['out-of-catalogue']]! += outOfCatalogue
    return firstSelfPay + overCeiling + outOfCatalogue
  }
}
