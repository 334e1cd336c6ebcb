// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1301 } from './record-row1301.ts'
import type { Row1301 } from './record-row1301.ts'

export interface Input1305Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1305 医疗服务项目目录下载 asks. */
export interface Input1305 {
  readonly data: Input1305Data
}

export type Output1305Fields = Row1301

/** What 1305 医疗服务项目目录下载 answers. */
export type Output1305 = Output1305Fields

/** 1305 医疗服务项目目录下载 */
export const t1305: TransactionSpec = {
  infno: '1305',
  name: '医疗服务项目目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1301 }],
}
