// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1301 } from './record-row1301.ts'
import type { Row1301 } from './record-row1301.ts'

export interface Input1303Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1303 医疗机构制剂目录下载 asks. */
export interface Input1303 {
  readonly data: Input1303Data
}

export type Output1303Fields = Row1301

/** What 1303 医疗机构制剂目录下载 answers. */
export type Output1303 = Output1303Fields

/** 1303 医疗机构制剂目录下载 */
export const t1303: TransactionSpec = {
  infno: '1303',
  name: '医疗机构制剂目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1301 }],
}
