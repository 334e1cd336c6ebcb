// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

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
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'endtime', name: '结束时间', kind: 'moment', required: true },
        { code: 'dise_codg', name: '病种编码', kind: 'text', size: 30 },
        { code: 'dise_name', name: '病种名称', kind: 'text', size: 500 },
        { code: 'oprn_oprt_code', name: '手术操作代码', kind: 'text', size: 30 },
        { code: 'oprn_oprt_name', name: '手术操作名称', kind: 'text', size: 500 },
        { code: 'fpsc_no', name: '计划生育服务证号', kind: 'text', size: 50 },
        { code: 'matn_type', name: '生育类别', kind: 'code', size: 6, list: 'matn_type' },
        { code: 'birctrl_type', name: '计划生育手术类别', kind: 'code', size: 6, list: 'birctrl_type' },
        { code: 'latechb_flag', name: '晚育标志', kind: 'code', size: 3, list: 'latechb_flag' },
        { code: 'geso_val', name: '孕周数', kind: 'whole', size: 2 },
        { code: 'fetts', name: '胎次', kind: 'whole', size: 3 },
        { code: 'fetus_cnt', name: '胎儿数', kind: 'whole', size: 3 },
        { code: 'pret_flag', name: '早产标志', kind: 'code', size: 3, list: 'pret_flag' },
        { code: 'birctrl_matn_date', name: '计划生育手术或生育日期', kind: 'day' },
        { code: 'cop_flag', name: '伴有并发症标志', kind: 'code', size: 3, list: 'cop_flag' },
        { code: 'dscg_dept_codg', name: '出院科室编码', kind: 'text', size: 30, required: true },
        { code: 'dscg_dept_name', name: '出院科室名称', kind: 'text', size: 100, required: true },
        { code: 'dscg_bed', name: '出院床位', kind: 'text', size: 30 },
        { code: 'dscg_way', name: '离院方式', kind: 'code', size: 3, required: true, list: 'dscg_way' },
        { code: 'die_date', name: '死亡日期', kind: 'day' },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
        { code: 'adm_cond', name: 'adm_cond', kind: 'raw' },
      ],
    },
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'diag_type', name: '诊断类别', kind: 'code', size: 3, required: true, list: 'diag_type' },
        {
          code: 'maindiag_flag',
          name: '主诊断标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'maindiag_flag',
        },
        { code: 'diag_srt_no', name: '诊断排序号', kind: 'whole', size: 2, required: true },
        { code: 'diag_code', name: '诊断代码', kind: 'text', size: 20, required: true },
        { code: 'diag_name', name: '诊断名称', kind: 'text', size: 100, required: true },
        { code: 'diag_dept', name: '诊断科室', kind: 'text', size: 50, required: true },
        { code: 'dise_dor_no', name: '诊断医生编码', kind: 'text', size: 30, required: true },
        { code: 'dise_dor_name', name: '诊断医生姓名', kind: 'text', size: 50, required: true },
        { code: 'diag_time', name: '诊断时间', kind: 'moment', required: true },
      ],
    },
  ],
  output: [],
}
