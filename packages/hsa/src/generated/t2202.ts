// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Extension, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2202Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 住院/门诊号 */
  readonly ipt_otp_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2202 门诊挂号撤销 asks. */
export interface Input2202 {
  readonly data: Input2202Data
}

/** What 2202 门诊挂号撤销 answers. */
export type Output2202 = null

/** 2202 门诊挂号撤销 */
export const t2202: TransactionSpec = {
  infno: '2202',
  name: '门诊挂号撤销',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [need(f.psn_no), need(f.mdtrt_id), need(f.ipt_otp_no), f.exp_content],
    },
  ],
  output: [],
}
