// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1306 } from './record-row1306.ts'
import type { Row1306 } from './record-row1306.ts'

export interface Input1309Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1309 门诊慢特病种目录下载 asks. */
export interface Input1309 {
  readonly data: Input1309Data
}

export type Output1309Fields = Row1306

/** What 1309 门诊慢特病种目录下载 answers. */
export type Output1309 = Output1309Fields

/** 1309 门诊慢特病种目录下载 */
export const t1309: TransactionSpec = {
  infno: '1309',
  name: '门诊慢特病种目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1306 }],
}
