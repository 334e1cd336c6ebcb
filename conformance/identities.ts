import { fenOf } from './amounts.ts'

type Info = Readonly<Record<string, unknown>>

/** An identity of amounts that every settlement keeps, to the fen. */
export interface Identity {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Both sides, in fen. */
  readonly sides: (info: Info, detail: readonly Info[]) => readonly [left: number, right: number]
  /** the amount on the left */
  readonly what: string
}

export const FUNDS = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'oth_pay',
  'hifdm_pay',
] as const
export const PARTS = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'] as const

/** Amounts that are not there are nothing. */
export const sumOf = (row: Info, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (fenOf(row[key]) || 0), 0)

/** A1, A2, A3, A5 and A6: what one settlement says, whatever care it is for. */
export const identities: readonly Identity[] = [
  {
    id: 'A1',
    zh: '医疗费总额 = 基金支付总额 + 个人负担 + 医院负担',
    en: 'Total = funds + person + hospital',
    what: 'medfee_sumamt',
    sides: (info) => [
      fenOf(info['medfee_sumamt']),
      sumOf(info, ['fund_pay_sumamt', 'psn_part_amt', 'hosp_part_amt']),
    ],
  },
  {
    id: 'A2',
    zh: '基金支付总额 = 各基金支付之和',
    en: 'Funds together = each fund',
    what: 'fund_pay_sumamt',
    sides: (info) => [fenOf(info['fund_pay_sumamt']), sumOf(info, FUNDS)],
  },
  {
    id: 'A3',
    zh: '个人负担 = 个人账户 + 现金',
    en: 'Person = account + cash',
    what: 'psn_part_amt',
    sides: (info) => [fenOf(info['psn_part_amt']), sumOf(info, ['acct_pay', 'psn_cash_pay'])],
  },
  {
    id: 'A5',
    zh: '全自费 + 超限价 + 先行自付 + 符合范围 = 医疗费总额',
    en: 'The four parts = the total',
    what: 'medfee_sumamt',
    sides: (info) => [sumOf(info, PARTS), fenOf(info['medfee_sumamt'])],
  },
  {
    id: 'A6',
    zh: '基金支付明细之和 = 基金支付总额 + 个人账户 + 医院负担',
    en: 'Rows of funds = funds + account + hospital',
    what: 'setldetail',
    sides: (info, detail) => [
      detail.reduce((sum, row) => sum + fenOf(row['fund_payamt']), 0),
      sumOf(info, ['fund_pay_sumamt', 'acct_pay', 'hosp_part_amt']),
    ],
  },
]
