// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { data2404 } from './record-data2404.ts'
import type { Data2404 } from './record-data2404.ts'

export type Input2405Data = Data2404

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
  input: [{ path: 'data', rows: false, fields: data2404 }],
  output: [],
}
