// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input5301Data {
  /** 人员编号 */
  readonly psn_no: string
}

/** What 5301 人员慢特病备案查询 asks. */
export interface Input5301 {
  readonly data: Input5301Data
}

export interface Output5301Feedetail {
  /** 门慢门特病种目录代码 */
  readonly opsp_dise_code: string
  /** 门慢门特病种名称 */
  readonly opsp_dise_name: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
}

/** What 5301 人员慢特病备案查询 answers. */
export interface Output5301 {
  readonly feedetail: readonly Output5301Feedetail[]
}

/** 5301 人员慢特病备案查询 */
export const t5301: TransactionSpec = {
  infno: '5301',
  name: '人员慢特病备案查询',
  input: [{ path: 'data', rows: false, fields: [need(f.psn_no)] }],
  output: [
    {
      path: 'feedetail',
      rows: true,
      fields: [need(f.opsp_dise_code), need(f.opsp_dise_name), need(f.begndate), f.enddate],
    },
  ],
}
