// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1306 } from './record-row1306.ts'
import type { Row1306 } from './record-row1306.ts'

export interface Input1311Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1311 日间手术治疗病种目录下载 asks. */
export interface Input1311 {
  readonly data: Input1311Data
}

export type Output1311Fields = Row1306

/** What 1311 日间手术治疗病种目录下载 answers. */
export type Output1311 = Output1311Fields

/** 1311 日间手术治疗病种目录下载 */
export const t1311: TransactionSpec = {
  infno: '1311',
  name: '日间手术治疗病种目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1306 }],
}
