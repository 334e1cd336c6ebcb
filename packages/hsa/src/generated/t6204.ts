// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Decimal, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input6204Data {
  /** 支付订单号 */
  readonly payOrdId: string
  /** 医院订单号 */
  readonly medOrgOrd: string
  /** 费用总金额 */
  readonly feeSumamt: Decimal
  /** 现金自付 */
  readonly ownPayAmt: Decimal
  /** 个人账户支付 */
  readonly psnAcctPay: Decimal
  /** 医保基金支付 */
  readonly fundPay: Decimal
  /** 第三方支付类型 */
  readonly thdPayType: string
  /** 扩展数据 */
  readonly extData?: unknown
}

/** What 6204 医保订单信息同步 asks. */
export interface Input6204 {
  readonly data: Input6204Data
}

/** What 6204 医保订单信息同步 answers. */
export type Output6204 = null

/** 6204 医保订单信息同步 */
export const t6204: TransactionSpec = {
  infno: '6204',
  name: '医保订单信息同步',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.payOrdId),
        need(f.medOrgOrd),
        need(f.feeSumamt),
        { code: 'ownPayAmt', name: '现金自付', kind: 'decimal', size: 12, scale: 2, required: true },
        need(f.psnAcctPay),
        need(f.fundPay),
        { code: 'thdPayType', name: '第三方支付类型', kind: 'text', size: 40, required: true },
        { code: 'extData', name: '扩展数据', kind: 'raw' },
      ],
    },
  ],
  output: [],
}
