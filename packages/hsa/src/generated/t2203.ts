// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

export interface Input2203Mdtrtinfo {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 医疗类别 */
  readonly med_type: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 主要病情描述 */
  readonly main_cond_dscr?: string
  /** 病种类型代码 */
  readonly dise_type_code?: string
  /** 病种编码 */
  readonly dise_codg?: string
  /** 病种名称 */
  readonly dise_name?: string
  /** 计划生育手术类别 */
  readonly birctrl_type?: string
  /** 计划生育手术或生育日期 */
  readonly birctrl_matn_date?: PlainDate
  /** 字段扩展 */
  readonly exp_content?: Extension
  /** matn_type */
  readonly matn_type?: unknown
  /** geso_val */
  readonly geso_val?: unknown
}

export interface Input2203Diseinfo {
  /** 诊断类别 */
  readonly diag_type: string
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
  /** 有效标志 */
  readonly vali_flag: string
}

/** What 2203 门诊就诊信息上传 asks. */
export interface Input2203 {
  readonly mdtrtinfo: Input2203Mdtrtinfo
  readonly diseinfo: readonly Input2203Diseinfo[]
}

/** What 2203 门诊就诊信息上传 answers. */
export type Output2203 = null

/** 2203 门诊就诊信息上传 */
export const t2203: TransactionSpec = {
  infno: '2203',
  name: '门诊就诊信息上传',
  input: [
    {
      path: 'mdtrtinfo',
      rows: false,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        { code: 'main_cond_dscr', name: '主要病情描述', kind: 'text', size: 1000 },
        { code: 'dise_type_code', name: '病种类型代码', kind: 'text', size: 30 },
        { code: 'dise_codg', name: '病种编码', kind: 'text', size: 30 },
        { code: 'dise_name', name: '病种名称', kind: 'text', size: 500 },
        { code: 'birctrl_type', name: '计划生育手术类别', kind: 'code', size: 6, list: 'birctrl_type' },
        { code: 'birctrl_matn_date', name: '计划生育手术或生育日期', kind: 'day' },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
        { code: 'matn_type', name: 'matn_type', kind: 'raw' },
        { code: 'geso_val', name: 'geso_val', kind: 'raw' },
      ],
    },
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        { code: 'diag_type', name: '诊断类别', kind: 'code', size: 3, required: true, list: 'diag_type' },
        { code: 'diag_srt_no', name: '诊断排序号', kind: 'whole', size: 2, required: true },
        { code: 'diag_code', name: '诊断代码', kind: 'text', size: 20, required: true },
        { code: 'diag_name', name: '诊断名称', kind: 'text', size: 100, required: true },
        { code: 'diag_dept', name: '诊断科室', kind: 'text', size: 50, required: true },
        { code: 'dise_dor_no', name: '诊断医生编码', kind: 'text', size: 30, required: true },
        { code: 'dise_dor_name', name: '诊断医生姓名', kind: 'text', size: 50, required: true },
        { code: 'diag_time', name: '诊断时间', kind: 'moment', required: true },
        { code: 'vali_flag', name: '有效标志', kind: 'code', size: 3, required: true, list: 'vali_flag' },
      ],
    },
  ],
  output: [],
}
