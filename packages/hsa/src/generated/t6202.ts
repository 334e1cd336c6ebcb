// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Decimal, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input6202Data {
  /** 支付授权码 */
  readonly payAuthNo?: string
  /** 待支付订单号 */
  readonly payOrdId: string
  /** 支付订单对应的token */
  readonly payToken: string
  /** 定点机构编码 */
  readonly orgCodg: string
  /** 业务流水号 */
  readonly orgBizSer: string
  /** 电子凭证授权码 */
  readonly ecAuthCode?: string
  /** 电子凭证渠道ID */
  readonly ecChnlAppId?: string
  /** 电子凭证用户ID */
  readonly ecChnlUserId?: string
  /** 就诊ID */
  readonly mdtrtId: string
  /** 收费批次号 */
  readonly chrgBchno?: string
  /** 扩展数据 */
  readonly extData?: string
}

/** What 6202 支付下单 asks. */
export interface Input6202 {
  readonly data: Input6202Data
}

export interface Output6202Data {
  /** 支付订单号 */
  readonly payOrdId: string
  /** 订单状态 */
  readonly ordStas: string
  /** 费用总额 */
  readonly feeSumamt: Decimal
  /** 现金支付 */
  readonly ownPayAmt: Decimal
  /** 个人账户支出 */
  readonly psnAcctPay: Decimal
  /** 医保基金支付 */
  readonly fundPay: Decimal
  /** 扩展数据 */
  readonly extData?: unknown
}

/** What 6202 支付下单 answers. */
export interface Output6202 {
  readonly data: Output6202Data
}

/** 6202 支付下单 */
export const t6202: TransactionSpec = {
  infno: '6202',
  name: '支付下单',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'payAuthNo', name: '支付授权码', kind: 'text', size: 40 },
        { code: 'payOrdId', name: '待支付订单号', kind: 'text', size: 40, required: true },
        { code: 'payToken', name: '支付订单对应的token', kind: 'text', size: 40, required: true },
        { code: 'orgCodg', name: '定点机构编码', kind: 'text', size: 12, required: true },
        { code: 'orgBizSer', name: '业务流水号', kind: 'text', size: 40, required: true },
        { code: 'ecAuthCode', name: '电子凭证授权码', kind: 'text', size: 40 },
        { code: 'ecChnlAppId', name: '电子凭证渠道ID', kind: 'text', size: 40 },
        { code: 'ecChnlUserId', name: '电子凭证用户ID', kind: 'text', size: 40 },
        { code: 'mdtrtId', name: '就诊ID', kind: 'text', size: 40, required: true },
        { code: 'chrgBchno', name: '收费批次号', kind: 'text', size: 40 },
        { code: 'extData', name: '扩展数据', kind: 'text', size: 4000 },
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.payOrdId),
        need(f.ordStas),
        { code: 'feeSumamt', name: '费用总额', kind: 'decimal', size: 12, scale: 2, required: true },
        need(f.ownPayAmt),
        { code: 'psnAcctPay', name: '个人账户支出', kind: 'decimal', size: 12, scale: 2, required: true },
        need(f.fundPay),
        { code: 'extData', name: '扩展数据', kind: 'raw' },
      ],
    },
  ],
}
