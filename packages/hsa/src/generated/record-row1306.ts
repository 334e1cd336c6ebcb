// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 1306 output, 1307 output, 1308 output, 1309 output, 1310 output, 1311 output, 1313 output, 1314 output. */
export interface Row1306 {
  /** 文件查询号 */
  readonly file_qury_no?: string
  /** 文件名 */
  readonly filename?: string
  /** 下载截止日期 */
  readonly dld_end_time?: PlainDate
  /** 数据量 */
  readonly data_cnt?: number
}

export const row1306: readonly FieldSpec[] = [
  { code: 'file_qury_no', name: '文件查询号', kind: 'text', size: 40 },
  f.filename,
  f.dld_end_time,
  { code: 'data_cnt', name: '数据量', kind: 'whole', size: 10 },
]
