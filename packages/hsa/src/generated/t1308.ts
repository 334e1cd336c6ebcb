// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1306 } from './record-row1306.ts'
import type { Row1306 } from './record-row1306.ts'

export interface Input1308Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1308 手术操作目录下载 asks. */
export interface Input1308 {
  readonly data: Input1308Data
}

export type Output1308Fields = Row1306

/** What 1308 手术操作目录下载 answers. */
export type Output1308 = Output1308Fields

/** 1308 手术操作目录下载 */
export const t1308: TransactionSpec = {
  infno: '1308',
  name: '手术操作目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1306 }],
}
