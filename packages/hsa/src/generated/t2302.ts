// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Extension, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2302Data {
  /** 费用明细流水号 */
  readonly feedetl_sn: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2302 住院费用明细撤销 asks. */
export interface Input2302 {
  readonly data: readonly Input2302Data[]
}

/** What 2302 住院费用明细撤销 answers. */
export type Output2302 = null

/** 2302 住院费用明细撤销 */
export const t2302: TransactionSpec = {
  infno: '2302',
  name: '住院费用明细撤销',
  input: [
    {
      path: 'data',
      rows: true,
      fields: [need(f.feedetl_sn), need(f.mdtrt_id), need(f.psn_no), f.exp_content],
    },
  ],
  output: [],
}
