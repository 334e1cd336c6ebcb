// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1306 } from './record-row1306.ts'
import type { Row1306 } from './record-row1306.ts'

export interface Input1306Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1306 医用耗材目录下载 asks. */
export interface Input1306 {
  readonly data: Input1306Data
}

export type Output1306Fields = Row1306

/** What 1306 医用耗材目录下载 answers. */
export type Output1306 = Output1306Fields

/** 1306 医用耗材目录下载 */
export const t1306: TransactionSpec = {
  infno: '1306',
  name: '医用耗材目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1306 }],
}
