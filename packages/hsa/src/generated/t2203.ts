// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

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
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.med_type),
        need(f.begntime),
        f.main_cond_dscr,
        { code: 'dise_type_code', name: '病种类型代码', kind: 'text', size: 30 },
        f.dise_codg,
        f.dise_name,
        f.birctrl_type,
        f.birctrl_matn_date,
        f.exp_content,
        { code: 'matn_type', name: 'matn_type', kind: 'raw' },
        { code: 'geso_val', name: 'geso_val', kind: 'raw' },
      ],
    },
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        need(f.diag_type),
        need(f.diag_srt_no),
        need(f.diag_code),
        need(f.diag_name),
        need(f.diag_dept),
        need(f.dise_dor_no),
        need(f.dise_dor_name),
        need(f.diag_time),
        need(f.vali_flag),
      ],
    },
  ],
  output: [],
}
