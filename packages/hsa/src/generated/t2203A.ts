// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

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
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        { code: 'main_cond_dscr', name: '主要病情描述', kind: 'text', size: 1000 },
        { code: 'dise_codg', name: '病种编码', kind: 'text', size: 30 },
        { code: 'dise_name', name: '病种名称', kind: 'text', size: 500 },
        { code: 'birctrl_type', name: '计划生育手术类别', kind: 'code', size: 6, list: 'birctrl_type' },
        { code: 'birctrl_matn_date', name: '计划生育手术或生育日期', kind: 'day' },
        { code: 'matn_type', name: '生育类别', kind: 'code', size: 6, list: 'matn_type' },
        { code: 'geso_val', name: '孕周数', kind: 'whole', size: 2 },
        { code: 'rxfixmedinsCode', name: '处方医药机构编码', kind: 'text', size: 12 },
        { code: 'rxfixmedinsName', name: '处方医药机构名称', kind: 'text', size: 20 },
        { code: 'rxIn', name: '文件数据', kind: 'raw' },
        { code: 'rxfilename', name: '文件名', kind: 'text', size: 200 },
        { code: 'rxExpContent', name: '处方扩展字段', kind: 'extension' },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        { code: 'diag_type', name: '诊断类别', kind: 'code', size: 3, required: true, list: 'diag_type' },
        { code: 'diag_srt_no', name: '诊断排序号', kind: 'whole', size: 2, required: true },
        { code: 'diag_code', name: '诊断代码', kind: 'text', size: 30, required: true },
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
