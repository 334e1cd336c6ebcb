// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 2504 data, 2506 data. */
export interface Data2504 {
  /** 待遇申报明细流水号 */
  readonly trt_dcla_detl_sn: string
  /** 人员编号 */
  readonly psn_no: string
  /** 备注 */
  readonly memo: string
}

export const data2504: readonly FieldSpec[] = [need(f.trt_dcla_detl_sn), need(f.psn_no), need(f.memo)]
