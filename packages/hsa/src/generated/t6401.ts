// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input6401Data {
  /** 支付订单号 */
  readonly payOrdId: string
  /** 机构编号 */
  readonly orgCodg: string
  /** 支付token */
  readonly payToken: string
  /** 证件号码 */
  readonly idNo: string
  /** 用户姓名 */
  readonly userName: string
  /** 证件类别 */
  readonly idType: string
  /** 医保扩展数据 */
  readonly extData?: unknown
}

/** What 6401 费用明细上传撤销 asks. */
export interface Input6401 {
  readonly data: Input6401Data
}

export interface Output6401Data {
  /** 回调通知结果 */
  readonly success: unknown
}

/** What 6401 费用明细上传撤销 answers. */
export interface Output6401 {
  readonly data: Output6401Data
}

/** 6401 费用明细上传撤销 */
export const t6401: TransactionSpec = {
  infno: '6401',
  name: '费用明细上传撤销',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.payOrdId),
        { code: 'orgCodg', name: '机构编号', kind: 'text', size: 40, required: true },
        need(f.payToken),
        need(f.idNo),
        need(f.userName),
        need(f.idType),
        f.extData,
      ],
    },
  ],
  output: [{ path: 'data', rows: false, fields: [need(f.success)] }],
}
