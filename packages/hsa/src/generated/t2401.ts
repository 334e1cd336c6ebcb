// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

export interface Input2401Mdtrtinfo {
  /** 人员编号 */
  readonly psn_no: string
  /** 险种类型 */
  readonly insutype: string
  /** 联系人姓名 */
  readonly coner_name?: string
  /** 联系电话 */
  readonly tel?: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type: string
  /** 就诊凭证编号 */
  readonly mdtrt_cert_no?: string
  /** 卡识别码 */
  readonly card_sn?: string
  /** 证件类型 */
  readonly cert_type?: string
  /** 证件号码 */
  readonly certno?: string
  /** 医疗类别 */
  readonly med_type: string
  /** 住院号 */
  readonly ipt_no: string
  /** 病历号 */
  readonly medrcdno?: string
  /** 主治医生编码 */
  readonly atddr_no: string
  /** 主诊医师姓名 */
  readonly chfpdr_name: string
  /** 入院诊断描述 */
  readonly adm_diag_dscr: string
  /** 入院科室编码 */
  readonly adm_dept_codg: string
  /** 入院科室名称 */
  readonly adm_dept_name: string
  /** 入院床位 */
  readonly adm_bed: string
  /** 住院主诊断代码 */
  readonly dscg_maindiag_code: string
  /** 住院主诊断名称 */
  readonly dscg_maindiag_name: string
  /** 主要病情描述 */
  readonly main_cond_dscr?: string
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
  /** 病种类型 */
  readonly dise_type_code?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
  /** 参保地医保区划 */
  readonly insuplc_admdvs?: string
  /** 就医地医保区划 */
  readonly mdtrtarea_admvs?: string
}

export interface Input2401Diseinfo {
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
  /** 入院病情 */
  readonly adm_cond?: string
  /** 诊断科室 */
  readonly diag_dept: string
  /** 诊断医生编码 */
  readonly dise_dor_no: string
  /** 诊断医生姓名 */
  readonly dise_dor_name: string
  /** 诊断时间 */
  readonly diag_time: Moment
}

/** What 2401 入院办理 asks. */
export interface Input2401 {
  readonly mdtrtinfo: Input2401Mdtrtinfo
  readonly diseinfo: readonly Input2401Diseinfo[]
}

export interface Output2401Result {
  /** 就诊ID */
  readonly mdtrt_id?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2401 入院办理 answers. */
export interface Output2401 {
  readonly result: Output2401Result
}

/** 2401 入院办理 */
export const t2401: TransactionSpec = {
  infno: '2401',
  name: '入院办理',
  input: [
    {
      path: 'mdtrtinfo',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'coner_name', name: '联系人姓名', kind: 'text', size: 50 },
        { code: 'tel', name: '联系电话', kind: 'text', size: 50 },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        {
          code: 'mdtrt_cert_type',
          name: '就诊凭证类型',
          kind: 'code',
          size: 3,
          required: true,
          list: 'mdtrt_cert_type',
        },
        { code: 'mdtrt_cert_no', name: '就诊凭证编号', kind: 'paper', size: 50 },
        { code: 'card_sn', name: '卡识别码', kind: 'text', size: 32 },
        { code: 'cert_type', name: '证件类型', kind: 'code', size: 3, list: 'psn_cert_type' },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 20 },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        { code: 'ipt_no', name: '住院号', kind: 'text', size: 30, required: true },
        { code: 'medrcdno', name: '病历号', kind: 'text', size: 30 },
        { code: 'atddr_no', name: '主治医生编码', kind: 'text', size: 30, required: true },
        { code: 'chfpdr_name', name: '主诊医师姓名', kind: 'text', size: 50, required: true },
        { code: 'adm_diag_dscr', name: '入院诊断描述', kind: 'text', size: 200, required: true },
        { code: 'adm_dept_codg', name: '入院科室编码', kind: 'text', size: 30, required: true },
        { code: 'adm_dept_name', name: '入院科室名称', kind: 'text', size: 100, required: true },
        { code: 'adm_bed', name: '入院床位', kind: 'text', size: 30, required: true },
        { code: 'dscg_maindiag_code', name: '住院主诊断代码', kind: 'text', size: 20, required: true },
        { code: 'dscg_maindiag_name', name: '住院主诊断名称', kind: 'text', size: 300, required: true },
        { code: 'main_cond_dscr', name: '主要病情描述', kind: 'text', size: 1000 },
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
        { code: 'dise_type_code', name: '病种类型', kind: 'text', size: 6 },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
        { code: 'insuplc_admdvs', name: '参保地医保区划', kind: 'text', size: 6 },
        { code: 'mdtrtarea_admvs', name: '就医地医保区划', kind: 'text', size: 6 },
      ],
    },
    {
      path: 'diseinfo',
      rows: true,
      fields: [
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
        { code: 'adm_cond', name: '入院病情', kind: 'text', size: 500 },
        { code: 'diag_dept', name: '诊断科室', kind: 'text', size: 50, required: true },
        { code: 'dise_dor_no', name: '诊断医生编码', kind: 'text', size: 30, required: true },
        { code: 'dise_dor_name', name: '诊断医生姓名', kind: 'text', size: 50, required: true },
        { code: 'diag_time', name: '诊断时间', kind: 'moment', required: true },
      ],
    },
  ],
  output: [
    {
      path: 'result',
      rows: false,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30 },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
}
