// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input3204Data {
  /** 机构清算申请事件ID */
  readonly clr_appy_evt_id: string
}

/** What 3204 清算申请撤销 asks. */
export interface Input3204 {
  readonly data: Input3204Data
}

/** What 3204 清算申请撤销 answers. */
export type Output3204 = null

/** 3204 清算申请撤销 */
export const t3204: TransactionSpec = {
  infno: '3204',
  name: '清算申请撤销',
  input: [{ path: 'data', rows: false, fields: [need(f.clr_appy_evt_id)] }],
  output: [],
}
