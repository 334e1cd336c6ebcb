// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1306 } from './record-row1306.ts'
import type { Row1306 } from './record-row1306.ts'

export interface Input1310Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1310 按病种付费病种目录下载 asks. */
export interface Input1310 {
  readonly data: Input1310Data
}

export type Output1310Fields = Row1306

/** What 1310 按病种付费病种目录下载 answers. */
export type Output1310 = Output1310Fields

/** 1310 按病种付费病种目录下载 */
export const t1310: TransactionSpec = {
  infno: '1310',
  name: '按病种付费病种目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1306 }],
}
