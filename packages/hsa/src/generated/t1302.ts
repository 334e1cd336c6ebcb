// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1301 } from './record-row1301.ts'
import type { Row1301 } from './record-row1301.ts'

export interface Input1302Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1302 中药饮片目录下载 asks. */
export interface Input1302 {
  readonly data: Input1302Data
}

export type Output1302Fields = Row1301

/** What 1302 中药饮片目录下载 answers. */
export type Output1302 = Output1302Fields

/** 1302 中药饮片目录下载 */
export const t1302: TransactionSpec = {
  infno: '1302',
  name: '中药饮片目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1301 }],
}
