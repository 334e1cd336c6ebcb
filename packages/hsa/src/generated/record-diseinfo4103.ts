// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 4103 diseinfo. */
export interface Diseinfo4103 {
  /** 结算清单诊断ID */
  readonly setl_list_diag_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 诊断类别 */
  readonly diag_type: string
  /** 主诊断标志 */
  readonly maindiag_flag: string
  /** 诊断代码 */
  readonly diag_code: string
  /** 诊断名称 */
  readonly diag_name: string
  /** 入院病情类型 */
  readonly adm_cond_type?: string
}

export const diseinfo4103: readonly FieldSpec[] = [
  { code: 'setl_list_diag_id', name: '结算清单诊断ID', kind: 'text', size: 30, required: true },
  need(f.setl_id),
  need(f.mdtrt_id),
  need(f.psn_no),
  need(f.diag_type),
  need(f.maindiag_flag),
  need(f.diag_code),
  need(f.diag_name),
  f.adm_cond_type,
]
