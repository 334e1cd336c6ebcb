// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 4103 opspdiseinfo. */
export interface Opspdiseinfo4103 {
  /** 结算清单门慢门特诊疗信息ID */
  readonly setl_list_opsp_trt_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 诊断代码 */
  readonly diag_code: string
  /** 诊断名称 */
  readonly diag_name: string
  /** 手术操作名称 */
  readonly oprn_oprt_name: string
  /** 手术操作代码 */
  readonly oprn_oprt_code: string
}

export const opspdiseinfo4103: readonly FieldSpec[] = [
  {
    code: 'setl_list_opsp_trt_id',
    name: '结算清单门慢门特诊疗信息ID',
    kind: 'text',
    size: 30,
    required: true,
  },
  need(f.mdtrt_id),
  need(f.setl_id),
  need(f.psn_no),
  need(f.diag_code),
  need(f.diag_name),
  need(f.oprn_oprt_name),
  need(f.oprn_oprt_code),
]
