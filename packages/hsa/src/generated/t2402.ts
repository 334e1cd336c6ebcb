// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2402Dscginfo {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 险种类型 */
  readonly insutype: string
  /** 结束时间 */
  readonly endtime: Moment
  /** 病种编码 */
  readonly dise_codg?: string
  /** 病种名称 */
  readonly dise_name?: string
  /** 手术操作代码 */
  readonly oprn_oprt_code?: string
  /** 手术操作名称 */
  readonly oprn_oprt_name?: string
  /** 计划生育服务证号 */
  readonly fpsc_no?: string
  /** 生育类别 */
  readonly matn_type?: string
  /** 计划生育手术类别 */
  readonly birctrl_type?: string
  /** 晚育标志 */
  readonly latechb_flag?: string
  /** 孕周数 */
  readonly geso_val?: number
  /** 胎次 */
  readonly fetts?: number
  /** 胎儿数 */
  readonly fetus_cnt?: number
  /** 早产标志 */
  readonly pret_flag?: string
  /** 计划生育手术或生育日期 */
  readonly birctrl_matn_date?: PlainDate
  /** 伴有并发症标志 */
  readonly cop_flag?: string
  /** 出院科室编码 */
  readonly dscg_dept_codg: string
  /** 出院科室名称 */
  readonly dscg_dept_name: string
  /** 出院床位 */
  readonly dscg_bed?: string
  /** 离院方式 */
  readonly dscg_way: string
  /** 死亡日期 */
  readonly die_date?: PlainDate
  /** 字段扩展 */
  readonly exp_content?: Extension
  /** adm_cond */
  readonly adm_cond?: unknown
}

export interface Input2402Diseinfo {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 诊断类别 */
  readonly diag_type: string
  /** 主诊断标志 */
  readonly maindiag_flag: string
  /** 诊断排序号 */
  readonly diag_srt_no: number
  /** 诊断代码 */
  readonly diag_code: string
  /** 诊断名称 */
  readonly diag_name: string
  /** 诊断科室 */
  readonly diag_dept: string
  /** 诊断医生编码 */
  readonly dise_dor_no: string
  /** 诊断医生姓名 */
  readonly dise_dor_name: string
  /** 诊断时间 */
  readonly diag_time: Moment
}

/** What 2402 出院办理 asks. */
export interface Input2402 {
  readonly dscginfo: Input2402Dscginfo
  readonly diseinfo: readonly Input2402Diseinfo[]
}

/** What 2402 出院办理 answers. */
export type Output2402 = null

/** 2402 出院办理 */
export const t2402: TransactionSpec = {
  infno: '2402',
  name: '出院办理',
  input: [
    {
      path: 'dscginfo',
      rows: false,
      fields: [
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.insutype),
        need(f.endtime),
        f.dise_codg,
        f.dise_name,
        f.oprn_oprt_code,
        f.oprn_oprt_name,
        f.fpsc_no,
        f.matn_type,
        f.birctrl_type,
        f.latechb_flag,
        f.geso_val,
        f.fetts,
        f.fetus_cnt,
        f.pret_flag,
        f.birctrl_matn_date,
        f.cop_flag,
        need(f.dscg_dept_codg),
        need(f.dscg_dept_name),
        f.dscg_bed,
        need(f.dscg_way),
        f.die_date,
        f.exp_content,
        { code: 'adm_cond', name: 'adm_cond', kind: 'raw' },
      ],
    },
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.diag_type),
        need(f.maindiag_flag),
        need(f.diag_srt_no),
        need(f.diag_code),
        need(f.diag_name),
        need(f.diag_dept),
        need(f.dise_dor_no),
        need(f.dise_dor_name),
        need(f.diag_time),
      ],
    },
  ],
  output: [],
}
