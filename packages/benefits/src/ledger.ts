import type { ChainLedger } from './chain/chain-ledger.ts'
import type { BenefitResult } from './scheme.ts'

/** The running figures while a trace is worked out from top to bottom. */
export class Ledger {
  year = 0
  deductibleUsed = 0
  inScopeUsed = 0
  fundPaid = 0
  admissions = 0

  total = 0
  cut = 0
  outOfCatalogue = 0
  overCeiling = 0
  firstSelfPay = 0
  inScope = 0
  otherPaid = 0
  outOfAreaFirst = 0
  deductible = 0
  fund = 0
  person = 0

  /** what is left of the line at hand, then of the in-scope sum */
  rest = 0
  /** the stretch of the in-scope sum that the bands pay on, and the exact sum of their shares in millionths of a fen */
  start = 0
  end = 0
  exact = 0

  /** a stay that goes on from another hospital: whether it is no new admission, and what was deducted before it */
  goesOn = false
  deducted = 0

  /** days of maternity leave */
  days = 0

  /** there when the trace is one of a whole chain */
  chain: ChainLedger | undefined

  result(inpatient: boolean): BenefitResult {
    const amounts = {
      total: this.total,
      outOfCatalogue: this.outOfCatalogue,
      overCeiling: this.overCeiling,
      firstSelfPay: this.firstSelfPay,
      cut: this.cut,
      inScope: this.inScope,
      outOfAreaFirst: this.outOfAreaFirst,
      deductible: this.deductible,
      fund: this.fund,
      person: this.person,
      otherPaid: this.otherPaid,
      after: {
        year: this.year,
        deductibleUsed: this.deductibleUsed + this.deductible,
        inScopeUsed:
          this.inScopeUsed + this.inScope - Math.min(this.otherPaid, this.inScope) - this.outOfAreaFirst,
        fundPaid: this.fundPaid + this.fund,
        admissions: this.admissions + (inpatient && !this.goesOn ? 1 : 0),
      },
    }
    return amounts as BenefitResult
  }
}
