// Made by scripts/generate.ts from tables/; do not edit.
import type { Extension, TransactionSpec } from '../spec.ts'

export interface Input2405Data {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2405 出院撤销 asks. */
export interface Input2405 {
  readonly data: Input2405Data
}

/** What 2405 出院撤销 answers. */
export type Output2405 = null

/** 2405 出院撤销 */
export const t2405: TransactionSpec = {
  infno: '2405',
  name: '出院撤销',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
  output: [],
}
