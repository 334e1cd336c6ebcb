// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Decimal, FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 1301 output, 1302 output, 1303 output, 1305 output. */
export interface Row1301 {
  /** 文件查询号 */
  readonly file_qury_no?: string
  /** 文件名 */
  readonly filename?: string
  /** 下载截止日期 */
  readonly dld_end_time?: PlainDate
  /** 数据量 */
  readonly data_cnt?: Decimal
}

export const row1301: readonly FieldSpec[] = [
  { code: 'file_qury_no', name: '文件查询号', kind: 'text', size: 40 },
  f.filename,
  f.dld_end_time,
  { code: 'data_cnt', name: '数据量', kind: 'decimal' },
]
