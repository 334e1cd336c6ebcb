// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

export interface Input2306Data {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 记账流水号 */
  readonly bkkp_sn: string
  /** 人员编号 */
  readonly psn_no: string
  /** 备注 */
  readonly memo?: string
  /** 医疗目录编码 */
  readonly med_list_codg: string
}

/** What 2306 费用明细修改备注 asks. */
export interface Input2306 {
  readonly data: readonly Input2306Data[]
}

/** What 2306 费用明细修改备注 answers. */
export type Output2306 = null

/** 2306 费用明细修改备注 */
export const t2306: TransactionSpec = {
  infno: '2306',
  name: '费用明细修改备注',
  input: [
    {
      path: 'data',
      rows: true,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'bkkp_sn', name: '记账流水号', kind: 'text', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'memo', name: '备注', kind: 'text', size: 500 },
        { code: 'med_list_codg', name: '医疗目录编码', kind: 'text', size: 50, required: true },
      ],
    },
  ],
  output: [],
}
