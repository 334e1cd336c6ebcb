// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Moment, FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 1101 idetinfo, 1161 idetinfo. */
export interface Idetinfo1101 {
  /** 人员身份类别 */
  readonly psn_idet_type: string
  /** 人员类别等级 */
  readonly psn_type_lv?: string
  /** 备注 */
  readonly memo?: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 结束时间 */
  readonly endtime?: Moment
}

export const idetinfo1101: readonly FieldSpec[] = [
  {
    code: 'psn_idet_type',
    name: '人员身份类别',
    kind: 'code',
    size: 3,
    required: true,
    list: 'psn_idet_type',
  },
  { code: 'psn_type_lv', name: '人员类别等级', kind: 'text', size: 3 },
  f.memo,
  need(f.begntime),
  f.endtime,
]
