// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1306 } from './record-row1306.ts'
import type { Row1306 } from './record-row1306.ts'

export interface Input1307Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1307 疾病与诊断目录下载 asks. */
export interface Input1307 {
  readonly data: Input1307Data
}

export type Output1307Fields = Row1306

/** What 1307 疾病与诊断目录下载 answers. */
export type Output1307 = Output1307Fields

/** 1307 疾病与诊断目录下载 */
export const t1307: TransactionSpec = {
  infno: '1307',
  name: '疾病与诊断目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1306 }],
}
