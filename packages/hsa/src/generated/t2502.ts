// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2502Data {
  /** 待遇申报明细流水号 */
  readonly trt_dcla_detl_sn: string
  /** 人员编号 */
  readonly psn_no: string
  /** 备注 */
  readonly memo?: string
}

/** What 2502 转院备案撤销 asks. */
export interface Input2502 {
  readonly data: Input2502Data
}

/** What 2502 转院备案撤销 answers. */
export type Output2502 = null

/** 2502 转院备案撤销 */
export const t2502: TransactionSpec = {
  infno: '2502',
  name: '转院备案撤销',
  input: [{ path: 'data', rows: false, fields: [need(f.trt_dcla_detl_sn), need(f.psn_no), f.memo] }],
  output: [],
}
