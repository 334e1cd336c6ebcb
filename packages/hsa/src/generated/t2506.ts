// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { data2504 } from './record-data2504.ts'
import type { Data2504 } from './record-data2504.ts'

export type Input2506Data = Data2504

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
  input: [{ path: 'data', rows: false, fields: data2504 }],
  output: [],
}
