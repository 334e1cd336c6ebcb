import type { Fen } from '@yichuang/kernel'
import type { ChainResult, Settlement } from './chain.ts'

/**
 * The amounts by the names of the national interface, as a settlement list gives them. What the reviewer cut is the
 * person's own (全自费); the first self-pay for care elsewhere is one of the two kinds of 先行自付.
 */
export function settlementOf({ basic, payers, ...result }: ChainResult): Settlement {
  return {
    medfee_sumamt: result.total,
    fulamt_ownpay_amt: (basic.outOfCatalogue + basic.cut) as Fen,
    overlmt_selfpay: basic.overCeiling,
    preselfpay_amt: (basic.firstSelfPay + basic.outOfAreaFirst) as Fen,
    inscp_scp_amt: (basic.inScope - basic.outOfAreaFirst) as Fen,
    act_pay_dedc: basic.deductible,
    ...payers,
    fund_pay_sumamt: result.funds,
    otherPaid: result.otherPaid,
    psn_part_amt: result.person,
    acct_pay: (result.pots.current + result.pots.past) as Fen,
    acct_mulaid_pay: result.pots.family,
    psn_cash_pay: result.cash,
  }
}
