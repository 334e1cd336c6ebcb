// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { row1306 } from './record-row1306.ts'
import type { Row1306 } from './record-row1306.ts'

export interface Input1313Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1313 肿瘤形态学目录下载 asks. */
export interface Input1313 {
  readonly data: Input1313Data
}

export type Output1313Fields = Row1306

/** What 1313 肿瘤形态学目录下载 answers. */
export type Output1313 = Output1313Fields

/** 1313 肿瘤形态学目录下载 */
export const t1313: TransactionSpec = {
  infno: '1313',
  name: '肿瘤形态学目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [{ path: '', rows: false, fields: row1306 }],
}
