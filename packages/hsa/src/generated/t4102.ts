// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input4102Stastinfo {
  /** 人员编号 */
  readonly psn_no: string
  /** 结算ID */
  readonly setl_id: string
  /** 审核状态 */
  readonly stas_type: string
}

/** What 4102 医疗保障基金结算清单信息状态修改 asks. */
export interface Input4102 {
  readonly data: { readonly stastinfo: readonly Input4102Stastinfo[] }
}

/** What 4102 医疗保障基金结算清单信息状态修改 answers. */
export type Output4102 = null

/** 4102 医疗保障基金结算清单信息状态修改 */
export const t4102: TransactionSpec = {
  infno: '4102',
  name: '医疗保障基金结算清单信息状态修改',
  input: [
    {
      path: 'data.stastinfo',
      rows: true,
      fields: [
        need(f.psn_no),
        need(f.setl_id),
        { code: 'stas_type', name: '审核状态', kind: 'text', size: 10, required: true },
      ],
    },
  ],
  output: [],
}
