// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { data2404 } from './record-data2404.ts'
import type { Data2404 } from './record-data2404.ts'

export type Input2404Data = Data2404

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
  input: [{ path: 'data', rows: false, fields: data2404 }],
  output: [],
}
