// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Extension, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2205Data {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 收费批次号 */
  readonly chrg_bchno: string
  /** 人员编号 */
  readonly psn_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2205 门诊费用明细信息撤销 asks. */
export interface Input2205 {
  readonly data: Input2205Data
}

/** What 2205 门诊费用明细信息撤销 answers. */
export type Output2205 = null

/** 2205 门诊费用明细信息撤销 */
export const t2205: TransactionSpec = {
  infno: '2205',
  name: '门诊费用明细信息撤销',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [need(f.mdtrt_id), need(f.chrg_bchno), need(f.psn_no), f.exp_content],
    },
  ],
  output: [],
}
