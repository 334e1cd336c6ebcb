// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

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
        need(f.mdtrt_id),
        { code: 'bkkp_sn', name: '记账流水号', kind: 'text', size: 30, required: true },
        need(f.psn_no),
        f.memo,
        need(f.med_list_codg),
      ],
    },
  ],
  output: [],
}
