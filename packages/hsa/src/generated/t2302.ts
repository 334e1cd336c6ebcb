// Made by scripts/generate.ts from tables/; do not edit.
import type { Extension, TransactionSpec } from '../spec.ts'

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
      fields: [
        { code: 'feedetl_sn', name: '费用明细流水号', kind: 'text', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
  output: [],
}
