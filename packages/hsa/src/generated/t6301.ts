// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Decimal, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input6301Data {
  /** 支付订单号 */
  readonly payOrdId: string
  /** 定点机构编码 */
  readonly orgCodg: string
  /** 支付token */
  readonly payToken: string
  /** 证件号码 */
  readonly idNo: string
  /** 用户姓名 */
  readonly userName: string
  /** 证件类别 */
  readonly idType: string
  /** 扩展数据 */
  readonly extData?: unknown
}

/** What 6301 医保订单结算结果查询 asks. */
export interface Input6301 {
  readonly data: Input6301Data
}

export interface Output6301Data {
  /** 订单状态 */
  readonly ordStas: string
  /** 支付订单号 */
  readonly payOrdId: string
  /** 回调类型 */
  readonly callType: string
  /** 医院订单号 */
  readonly medOrgOrd: string
  /** 交易时间 */
  readonly traceTime: string
  /** 两定机构编号 */
  readonly orgCodg: string
  /** 两定机构名称 */
  readonly orgName: string
  /** 结算类型 */
  readonly setlType: string
  /** 费用总金额 */
  readonly feeSumamt: Decimal
  /** 现金支付 */
  readonly ownPayAmt: Decimal
  /** 个人账户支付 */
  readonly psnAcctPay: Decimal
  /** 医保基金支付 */
  readonly fundPay: Decimal
  /** 用于院内结算失败对医保的冲正授权 */
  readonly revsToken: string
  /** 医保扩展数据 */
  readonly extData?: unknown
}

/** What 6301 医保订单结算结果查询 answers. */
export interface Output6301 {
  readonly data: Output6301Data
}

/** 6301 医保订单结算结果查询 */
export const t6301: TransactionSpec = {
  infno: '6301',
  name: '医保订单结算结果查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.payOrdId),
        { code: 'orgCodg', name: '定点机构编码', kind: 'text', size: 40, required: true },
        need(f.payToken),
        need(f.idNo),
        need(f.userName),
        need(f.idType),
        { code: 'extData', name: '扩展数据', kind: 'raw' },
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.ordStas),
        need(f.payOrdId),
        need(f.callType),
        need(f.medOrgOrd),
        need(f.traceTime),
        { code: 'orgCodg', name: '两定机构编号', kind: 'text', size: 40, required: true },
        { code: 'orgName', name: '两定机构名称', kind: 'text', size: 40, required: true },
        need(f.setlType),
        need(f.feeSumamt),
        need(f.ownPayAmt),
        need(f.psnAcctPay),
        need(f.fundPay),
        need(f.revsToken),
        f.extData,
      ],
    },
  ],
}
