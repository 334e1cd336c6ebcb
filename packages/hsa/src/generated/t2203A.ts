// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2203AMdtrtinfo {
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
  /** 病种编码 */
  readonly dise_codg?: string
  /** 病种名称 */
  readonly dise_name?: string
  /** 计划生育手术类别 */
  readonly birctrl_type?: string
  /** 计划生育手术或生育日期 */
  readonly birctrl_matn_date?: PlainDate
  /** 生育类别 */
  readonly matn_type?: string
  /** 孕周数 */
  readonly geso_val?: number
  /** 处方医药机构编码 */
  readonly rxfixmedinsCode?: string
  /** 处方医药机构名称 */
  readonly rxfixmedinsName?: string
  /** 文件数据 */
  readonly rxIn?: unknown
  /** 文件名 */
  readonly rxfilename?: string
  /** 处方扩展字段 */
  readonly rxExpContent?: Extension
  /** 字段扩展 */
  readonly exp_content?: Extension
}

export interface Input2203ADiseinfo {
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

/** What 2203A 定点零售药店门诊就诊信息上传 asks. */
export interface Input2203A {
  readonly mdtrtinfo: Input2203AMdtrtinfo
  readonly diseinfo: readonly Input2203ADiseinfo[]
}

/** What 2203A 定点零售药店门诊就诊信息上传 answers. */
export type Output2203A = null

/** 2203A 定点零售药店门诊就诊信息上传 */
export const t2203A: TransactionSpec = {
  infno: '2203A',
  name: '定点零售药店门诊就诊信息上传',
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
        f.dise_codg,
        f.dise_name,
        f.birctrl_type,
        f.birctrl_matn_date,
        f.matn_type,
        f.geso_val,
        { code: 'rxfixmedinsCode', name: '处方医药机构编码', kind: 'text', size: 12 },
        { code: 'rxfixmedinsName', name: '处方医药机构名称', kind: 'text', size: 20 },
        { code: 'rxIn', name: '文件数据', kind: 'raw' },
        { code: 'rxfilename', name: '文件名', kind: 'text', size: 200 },
        { code: 'rxExpContent', name: '处方扩展字段', kind: 'extension' },
        f.exp_content,
      ],
    },
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        need(f.diag_type),
        need(f.diag_srt_no),
        { code: 'diag_code', name: '诊断代码', kind: 'text', size: 30, required: true },
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
