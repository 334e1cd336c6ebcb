// Made by scripts/generate.ts from tables/; do not edit.
import type { Extension, TransactionSpec } from '../spec.ts'

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
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'ipt_otp_no', name: '住院/门诊号', kind: 'text', size: 30, required: true },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
  output: [],
}
