// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Decimal, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input6302Data {
  /** 支付订单号 */
  readonly payOrdId: string
  /** 回调类型 */
  readonly callType: string
  /** 医院订单号 */
  readonly medOrgOrd: string
  /** 交易时间 */
  readonly traceTime: string
  /** 费用总金额 */
  readonly feeSumamt: Decimal
  /** 个人现金自付 */
  readonly ownpayAmt: Decimal
  /** 个人账户支付 */
  readonly psnAcctPay: Decimal
  /** 其中基金支付 */
  readonly fundPay: Decimal
  /** 医保收费时间 */
  readonly hiChrgTime: string
  /** 医保交易流水号 */
  readonly hiDocSn: string
  /** 医保挂号流水号 */
  readonly hiRgstSn: string
  /** 机构名称 */
  readonly orgName: string
  /** 电子凭证码值 */
  readonly ecCode?: string
  /** 结算类型 */
  readonly setlType: string
  /** 用于院内结算失败对医保的冲正授权 */
  readonly revsToken: string
  /** 医保扩展数据 */
  readonly extData?: unknown
}

/** What 6302 医保结算结果通知 asks. */
export interface Input6302 {
  readonly data: Input6302Data
}

export interface Output6302Data {
  /** 回调通知结果 */
  readonly success: unknown
  /** 结果说明 */
  readonly message: string
}

/** What 6302 医保结算结果通知 answers. */
export interface Output6302 {
  readonly data: Output6302Data
}

/** 6302 医保结算结果通知 */
export const t6302: TransactionSpec = {
  infno: '6302',
  name: '医保结算结果通知',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.payOrdId),
        need(f.callType),
        need(f.medOrgOrd),
        need(f.traceTime),
        need(f.feeSumamt),
        { code: 'ownpayAmt', name: '个人现金自付', kind: 'decimal', size: 12, scale: 2, required: true },
        need(f.psnAcctPay),
        { code: 'fundPay', name: '其中基金支付', kind: 'decimal', size: 12, scale: 2, required: true },
        { code: 'hiChrgTime', name: '医保收费时间', kind: 'text', size: 6, required: true },
        { code: 'hiDocSn', name: '医保交易流水号', kind: 'text', size: 40, required: true },
        { code: 'hiRgstSn', name: '医保挂号流水号', kind: 'text', size: 40, required: true },
        { code: 'orgName', name: '机构名称', kind: 'text', size: 40, required: true },
        { code: 'ecCode', name: '电子凭证码值', kind: 'text', size: 200 },
        need(f.setlType),
        need(f.revsToken),
        f.extData,
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.success),
        { code: 'message', name: '结果说明', kind: 'text', size: 1000, required: true },
      ],
    },
  ],
}
