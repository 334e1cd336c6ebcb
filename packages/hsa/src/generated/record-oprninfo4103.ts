// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Moment, FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 4103 oprninfo. */
export interface Oprninfo4103 {
  /** 结算清单手术操作ID */
  readonly setl_list_oprn_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 主要手术标志 */
  readonly main_oprn_flag?: string
  /** 手术操作名称 */
  readonly oprn_oprt_name?: string
  /** 手术操作代码 */
  readonly oprn_oprt_code?: string
  /** 手术操作日期 */
  readonly oprn_oprt_date?: PlainDate
  /** 麻醉方式 */
  readonly anst_way?: string
  /** 术者医师姓名 */
  readonly oper_dr_name?: string
  /** 术者医师代码 */
  readonly oper_dr_code?: string
  /** 麻醉医师姓名 */
  readonly anst_dr_name?: string
  /** 麻醉医师代码 */
  readonly anst_dr_code?: string
  /** 手术操作开始时间 */
  readonly oprn_oprt_begntime?: Moment
  /** 手术操作结束时间 */
  readonly oprn_oprt_endtime?: Moment
  /** 麻醉开始时间 */
  readonly anst_begntime?: Moment
  /** 麻醉结束时间 */
  readonly anst_endtime?: Moment
}

export const oprninfo4103: readonly FieldSpec[] = [
  { code: 'setl_list_oprn_id', name: '结算清单手术操作ID', kind: 'text', size: 30, required: true },
  need(f.setl_id),
  need(f.psn_no),
  need(f.mdtrt_id),
  { code: 'main_oprn_flag', name: '主要手术标志', kind: 'text', size: 30 },
  f.oprn_oprt_name,
  f.oprn_oprt_code,
  { code: 'oprn_oprt_date', name: '手术操作日期', kind: 'day' },
  { code: 'anst_way', name: '麻醉方式', kind: 'text', size: 30 },
  { code: 'oper_dr_name', name: '术者医师姓名', kind: 'text', size: 50 },
  { code: 'oper_dr_code', name: '术者医师代码', kind: 'text', size: 30 },
  { code: 'anst_dr_name', name: '麻醉医师姓名', kind: 'text', size: 50 },
  { code: 'anst_dr_code', name: '麻醉医师代码', kind: 'text', size: 30 },
  f.oprn_oprt_begntime,
  f.oprn_oprt_endtime,
  f.anst_begntime,
  f.anst_endtime,
]
