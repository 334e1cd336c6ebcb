// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Extension, FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 2404 data, 2405 data. */
export interface Data2404 {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

export const data2404: readonly FieldSpec[] = [need(f.mdtrt_id), need(f.psn_no), f.exp_content]
