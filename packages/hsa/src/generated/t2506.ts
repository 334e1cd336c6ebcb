// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

export interface Input2506Data {
  /** 待遇申报明细流水号 */
  readonly trt_dcla_detl_sn: string
  /** 人员编号 */
  readonly psn_no: string
  /** 备注 */
  readonly memo: string
}

/** What 2506 人员定点备案撤销 asks. */
export interface Input2506 {
  readonly data: Input2506Data
}

/** What 2506 人员定点备案撤销 answers. */
export type Output2506 = null

/** 2506 人员定点备案撤销 */
export const t2506: TransactionSpec = {
  infno: '2506',
  name: '人员定点备案撤销',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'trt_dcla_detl_sn', name: '待遇申报明细流水号', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'memo', name: '备注', kind: 'text', size: 500, required: true },
      ],
    },
  ],
  output: [],
}
