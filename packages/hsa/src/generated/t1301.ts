// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1301 } from './record-row1301.ts'
import type { Row1301 } from './record-row1301.ts'

export interface Input1301Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1301 西药中成药目录下载 asks. */
export interface Input1301 {
  readonly data: Input1301Data
}

export type Output1301Fields = Row1301

/** What 1301 西药中成药目录下载 answers. */
export type Output1301 = Output1301Fields

/** 1301 西药中成药目录下载 */
export const t1301: TransactionSpec = {
  infno: '1301',
  name: '西药中成药目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1301 }],
}
