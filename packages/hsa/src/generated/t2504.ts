// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { data2504 } from './record-data2504.ts'
import type { Data2504 } from './record-data2504.ts'

export type Input2504Data = Data2504

/** What 2504 人员慢特病备案撤销 asks. */
export interface Input2504 {
  readonly data: Input2504Data
}

/** What 2504 人员慢特病备案撤销 answers. */
export type Output2504 = null

/** 2504 人员慢特病备案撤销 */
export const t2504: TransactionSpec = {
  infno: '2504',
  name: '人员慢特病备案撤销',
  input: [{ path: 'data', rows: false, fields: data2504 }],
  output: [],
}
