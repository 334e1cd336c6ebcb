// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Decimal, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input100001Data {
  /** 人员编号 */
  readonly psn_No: string
  /** 结算ID */
  readonly setl_Id: string
  /** 就诊ID */
  readonly mdtrt_Id: string
}

/** What 100001 政策项查询 asks. */
export interface Input100001 {
  readonly data: Input100001Data
}

export interface Output100001Fields {
  /** 结算ID */
  readonly setlId: string
  /** 就诊ID */
  readonly mdtrtId: string
  /** 人员编号 */
  readonly psnNo: string
  /** 政策项编码 */
  readonly polItemCode: string
  /** 政策项名称 */
  readonly polItemName: string
  /** 自付金额 */
  readonly selfPayAmt?: Decimal
  /** 自付比例 */
  readonly selfPayProp?: Decimal
  /** 基金支付金额 */
  readonly fundPayAmt?: Decimal
  /** 基金支付比例 */
  readonly fundPayProp?: Decimal
  /** 政策项支付合计 */
  readonly polItemPaySum?: Decimal
}

/** What 100001 政策项查询 answers. */
export type Output100001 = readonly Output100001Fields[]

/** 100001 政策项查询 */
export const t100001: TransactionSpec = {
  infno: '100001',
  name: '政策项查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'psn_No', name: '人员编号', kind: 'text', size: 30, required: true },
        { code: 'setl_Id', name: '结算ID', kind: 'text', size: 30, required: true },
        { code: 'mdtrt_Id', name: '就诊ID', kind: 'text', size: 30, required: true },
      ],
    },
  ],
  output: [
    {
      path: '',
      rows: true,
      fields: [
        { code: 'setlId', name: '结算ID', kind: 'text', size: 50, required: true },
        need(f.mdtrtId),
        need(f.psnNo),
        { code: 'polItemCode', name: '政策项编码', kind: 'text', size: 50, required: true },
        { code: 'polItemName', name: '政策项名称', kind: 'text', size: 50, required: true },
        { code: 'selfPayAmt', name: '自付金额', kind: 'decimal' },
        { code: 'selfPayProp', name: '自付比例', kind: 'decimal' },
        { code: 'fundPayAmt', name: '基金支付金额', kind: 'decimal' },
        { code: 'fundPayProp', name: '基金支付比例', kind: 'decimal' },
        { code: 'polItemPaySum', name: '政策项支付合计', kind: 'decimal' },
      ],
    },
  ],
}
