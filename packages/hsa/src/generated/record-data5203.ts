// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 5203 data, 5204 data. */
export interface Data5203 {
  /** 人员编号 */
  readonly psn_no: string
  /** 结算ID */
  readonly setl_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
}

export const data5203: readonly FieldSpec[] = [need(f.psn_no), need(f.setl_id), need(f.mdtrt_id)]
