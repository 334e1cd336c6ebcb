// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Decimal, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input6203Data {
  /** 支付订单号 */
  readonly payOrdId: string
  /** 应用退款流水号 */
  readonly appRefdSn: string
  /** 应用退费时间 */
  readonly appRefdTime: string
  /** 总退费金额 */
  readonly totlRefdAmt: Decimal
  /** 医保个人账户支付 */
  readonly psnAcctRefdAmt?: Decimal
  /** 基金支付 */
  readonly fundRefdAmt?: Decimal
  /** 现金退费金额 */
  readonly cashRefdAmt: Decimal
  /** 电子凭证授权Token */
  readonly ecToken: string
  /** 退费类型 */
  readonly refdType: string
  /** 医保扩展数据 */
  readonly extData?: unknown
}

/** What 6203 医保退费 asks. */
export interface Input6203 {
  readonly data: Input6203Data
}

export interface Output6203Data {
  /** 结算中心流水号 */
  readonly refdSn: string
  /** 医保退费流水号 */
  readonly hiFefdSn: string
  /** 医保退费日期 */
  readonly hiTrnsDate: string
  /** 医保退费时间 */
  readonly hiTrnsTime: string
  /** 退费状态 */
  readonly refStatus: string
  /** 医保扩展数据 */
  readonly extData?: unknown
}

/** What 6203 医保退费 answers. */
export interface Output6203 {
  readonly data: Output6203Data
}

/** 6203 医保退费 */
export const t6203: TransactionSpec = {
  infno: '6203',
  name: '医保退费',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.payOrdId),
        { code: 'appRefdSn', name: '应用退款流水号', kind: 'text', size: 40, required: true },
        { code: 'appRefdTime', name: '应用退费时间', kind: 'text', size: 40, required: true },
        { code: 'totlRefdAmt', name: '总退费金额', kind: 'decimal', size: 12, scale: 2, required: true },
        { code: 'psnAcctRefdAmt', name: '医保个人账户支付', kind: 'decimal', size: 12, scale: 2 },
        { code: 'fundRefdAmt', name: '基金支付', kind: 'decimal', size: 12, scale: 2 },
        { code: 'cashRefdAmt', name: '现金退费金额', kind: 'decimal', size: 12, scale: 2, required: true },
        { code: 'ecToken', name: '电子凭证授权Token', kind: 'text', size: 64, required: true },
        { code: 'refdType', name: '退费类型', kind: 'text', size: 40, required: true },
        f.extData,
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'refdSn', name: '结算中心流水号', kind: 'text', size: 40, required: true },
        { code: 'hiFefdSn', name: '医保退费流水号', kind: 'text', size: 40, required: true },
        { code: 'hiTrnsDate', name: '医保退费日期', kind: 'text', size: 8, required: true },
        { code: 'hiTrnsTime', name: '医保退费时间', kind: 'text', size: 6, required: true },
        { code: 'refStatus', name: '退费状态', kind: 'text', size: 40, required: true },
        f.extData,
      ],
    },
  ],
}
