// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Extension, FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 2103 data, 2208 data. */
export interface Data2103 {
  /** 结算ID */
  readonly setl_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

export const data2103: readonly FieldSpec[] = [
  need(f.setl_id),
  need(f.mdtrt_id),
  need(f.psn_no),
  f.exp_content,
]
