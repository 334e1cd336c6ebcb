// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2601Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 原发送方报文ID */
  readonly omsgid: string
  /** 原交易编号 */
  readonly oinfno: string
}

/** What 2601 冲正交易 asks. */
export interface Input2601 {
  readonly data: Input2601Data
}

/** What 2601 冲正交易 answers. */
export type Output2601 = null

/** 2601 冲正交易 */
export const t2601: TransactionSpec = {
  infno: '2601',
  name: '冲正交易',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.psn_no),
        { code: 'omsgid', name: '原发送方报文ID', kind: 'text', size: 30, required: true },
        { code: 'oinfno', name: '原交易编号', kind: 'text', size: 4, required: true },
      ],
    },
  ],
  output: [],
}
