// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1306 } from './record-row1306.ts'
import type { Row1306 } from './record-row1306.ts'

export interface Input1314Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1314 中医疾病目录下载 asks. */
export interface Input1314 {
  readonly data: Input1314Data
}

export type Output1314Fields = Row1306

/** What 1314 中医疾病目录下载 answers. */
export type Output1314 = Output1314Fields

/** 1314 中医疾病目录下载 */
export const t1314: TransactionSpec = {
  infno: '1314',
  name: '中医疾病目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1306 }],
}
