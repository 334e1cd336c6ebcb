// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Moment, FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 4103 icuinfo. */
export interface Icuinfo4103 {
  /** 结算清单重症监护ID */
  readonly setl_list_scs_cutd_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 重症监护病房类型 */
  readonly scs_cutd_ward_type: string
  /** 重症监护进入时间 */
  readonly scs_cutd_inpool_time: Moment
  /** 重症监护退出时间 */
  readonly scs_cutd_exit_time: Moment
  /** 重症监护合计时长 */
  readonly scs_cutd_sum_dura: string
}

export const icuinfo4103: readonly FieldSpec[] = [
  { code: 'setl_list_scs_cutd_id', name: '结算清单重症监护ID', kind: 'text', size: 30, required: true },
  need(f.psn_no),
  need(f.mdtrt_id),
  need(f.setl_id),
  need(f.scs_cutd_ward_type),
  need(f.scs_cutd_inpool_time),
  need(f.scs_cutd_exit_time),
  need(f.scs_cutd_sum_dura),
]
