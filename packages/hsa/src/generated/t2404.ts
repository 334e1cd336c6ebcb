// Made by scripts/generate.ts from tables/; do not edit.
import type { Extension, TransactionSpec } from '../spec.ts'

export interface Input2404Data {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2404 入院撤销 asks. */
export interface Input2404 {
  readonly data: Input2404Data
}

/** What 2404 入院撤销 answers. */
export type Output2404 = null

/** 2404 入院撤销 */
export const t2404: TransactionSpec = {
  infno: '2404',
  name: '入院撤销',
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
