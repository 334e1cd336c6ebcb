// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

export interface Input5201Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 结束时间 */
  readonly endtime: Moment
  /** 医疗类别 */
  readonly med_type: string
  /** 就诊ID */
  readonly mdtrt_id?: string
}

/** What 5201 就诊信息查询 asks. */
export interface Input5201 {
  readonly data: Input5201Data
}

export interface Output5201Mdtrtinfo {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 人员证件类型 */
  readonly psn_cert_type: string
  /** 证件号码 */
  readonly certno: string
  /** 人员姓名 */
  readonly psn_name: string
  /** 性别 */
  readonly gend: string
  /** 民族 */
  readonly naty?: string
  /** 出生日期 */
  readonly brdy?: PlainDate
  /** 年龄 */
  readonly age?: Decimal
  /** 联系人姓名 */
  readonly coner_name?: string
  /** 联系电话 */
  readonly tel?: string
  /** 险种类型 */
  readonly insutype: string
  /** 人员类别 */
  readonly psn_type: string
  /** 医疗救助对象标志 */
  readonly maf_psn_flag?: string
  /** 公务员标志 */
  readonly cvlserv_flag: string
  /** 灵活就业标志 */
  readonly flxempe_flag?: string
  /** 新生儿标志 */
  readonly nwb_flag?: string
  /** 参保机构医保区划 */
  readonly insu_optins?: string
  /** 单位名称 */
  readonly emp_name?: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 结束时间 */
  readonly endtime: Moment
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type?: string
  /** 医疗类别 */
  readonly med_type: string
  /** 跨年度住院标志 */
  readonly ars_year_ipt_flag?: string
  /** 先行支付标志 */
  readonly pre_pay_flag?: string
  /** 住院/门诊号 */
  readonly ipt_otp_no?: string
  /** 病历号 */
  readonly medrcdno?: string
  /** 主治医生编码 */
  readonly atddr_no?: string
  /** 主诊医师姓名 */
  readonly chfpdr_name?: string
  /** 入院科室编码 */
  readonly adm_dept_codg?: string
  /** 入院科室名称 */
  readonly adm_dept_name?: string
  /** 入院床位 */
  readonly adm_bed?: string
  /** 住院主诊断代码 */
  readonly dscg_maindiag_code?: string
  /** 住院主诊断名称 */
  readonly dscg_maindiag_name?: string
  /** 出院科室编码 */
  readonly dscg_dept_codg?: string
  /** 出院科室名称 */
  readonly dscg_dept_name?: string
  /** 出院床位 */
  readonly dscg_bed?: string
  /** 离院方式 */
  readonly dscg_way?: string
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
  /** 门诊诊断信息 */
  readonly otp_diag_info?: string
  /** 在院状态 */
  readonly inhosp_stas?: string
  /** 死亡日期 */
  readonly die_date?: PlainDate
  /** 住院天数 */
  readonly ipt_days?: number
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
  /** 经办人ID */
  readonly opter_id?: string
  /** 经办人姓名 */
  readonly opter_name?: string
  /** 经办时间 */
  readonly opt_time?: Moment
  /** 备注 */
  readonly memo?: string
}

/** What 5201 就诊信息查询 answers. */
export interface Output5201 {
  readonly mdtrtinfo: readonly Output5201Mdtrtinfo[]
}

/** 5201 就诊信息查询 */
export const t5201: TransactionSpec = {
  infno: '5201',
  name: '就诊信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        { code: 'endtime', name: '结束时间', kind: 'moment', required: true },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30 },
      ],
    },
  ],
  output: [
    {
      path: 'mdtrtinfo',
      rows: true,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        {
          code: 'psn_cert_type',
          name: '人员证件类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'psn_cert_type',
        },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 50, required: true },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 50, required: true },
        { code: 'gend', name: '性别', kind: 'code', size: 6, required: true, list: 'gend' },
        { code: 'naty', name: '民族', kind: 'code', size: 3, list: 'naty' },
        { code: 'brdy', name: '出生日期', kind: 'day' },
        { code: 'age', name: '年龄', kind: 'decimal', size: 4, scale: 1 },
        { code: 'coner_name', name: '联系人姓名', kind: 'text', size: 50 },
        { code: 'tel', name: '联系电话', kind: 'text', size: 50 },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'psn_type', name: '人员类别', kind: 'code', size: 6, required: true, list: 'psn_type' },
        { code: 'maf_psn_flag', name: '医疗救助对象标志', kind: 'code', size: 3, list: 'maf_psn_flag' },
        {
          code: 'cvlserv_flag',
          name: '公务员标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'cvlserv_flag',
        },
        { code: 'flxempe_flag', name: '灵活就业标志', kind: 'code', size: 3, list: 'flxempe_flag' },
        { code: 'nwb_flag', name: '新生儿标志', kind: 'code', size: 3, list: 'nwb_flag' },
        { code: 'insu_optins', name: '参保机构医保区划', kind: 'text', size: 6 },
        { code: 'emp_name', name: '单位名称', kind: 'text', size: 200 },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        { code: 'endtime', name: '结束时间', kind: 'moment', required: true },
        { code: 'mdtrt_cert_type', name: '就诊凭证类型', kind: 'code', size: 3, list: 'mdtrt_cert_type' },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        {
          code: 'ars_year_ipt_flag',
          name: '跨年度住院标志',
          kind: 'code',
          size: 3,
          list: 'ars_year_ipt_flag',
        },
        { code: 'pre_pay_flag', name: '先行支付标志', kind: 'code', size: 3, list: 'pre_pay_flag' },
        { code: 'ipt_otp_no', name: '住院/门诊号', kind: 'text', size: 30 },
        { code: 'medrcdno', name: '病历号', kind: 'text', size: 30 },
        { code: 'atddr_no', name: '主治医生编码', kind: 'text', size: 30 },
        { code: 'chfpdr_name', name: '主诊医师姓名', kind: 'text', size: 50 },
        { code: 'adm_dept_codg', name: '入院科室编码', kind: 'text', size: 30 },
        { code: 'adm_dept_name', name: '入院科室名称', kind: 'text', size: 100 },
        { code: 'adm_bed', name: '入院床位', kind: 'text', size: 30 },
        { code: 'dscg_maindiag_code', name: '住院主诊断代码', kind: 'text', size: 20 },
        { code: 'dscg_maindiag_name', name: '住院主诊断名称', kind: 'text', size: 300 },
        { code: 'dscg_dept_codg', name: '出院科室编码', kind: 'text', size: 30 },
        { code: 'dscg_dept_name', name: '出院科室名称', kind: 'text', size: 100 },
        { code: 'dscg_bed', name: '出院床位', kind: 'text', size: 30 },
        { code: 'dscg_way', name: '离院方式', kind: 'code', size: 3, list: 'dscg_way' },
        { code: 'main_cond_dscr', name: '主要病情描述', kind: 'text', size: 1000 },
        { code: 'dise_codg', name: '病种编码', kind: 'text', size: 30 },
        { code: 'dise_name', name: '病种名称', kind: 'text', size: 500 },
        { code: 'oprn_oprt_code', name: '手术操作代码', kind: 'text', size: 30 },
        { code: 'oprn_oprt_name', name: '手术操作名称', kind: 'text', size: 500 },
        { code: 'otp_diag_info', name: '门诊诊断信息', kind: 'text', size: 200 },
        { code: 'inhosp_stas', name: '在院状态', kind: 'code', size: 3, list: 'inhosp_stas' },
        { code: 'die_date', name: '死亡日期', kind: 'day' },
        { code: 'ipt_days', name: '住院天数', kind: 'whole', size: 4 },
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
        { code: 'opter_id', name: '经办人ID', kind: 'text', size: 20 },
        { code: 'opter_name', name: '经办人姓名', kind: 'text', size: 50 },
        { code: 'opt_time', name: '经办时间', kind: 'moment' },
        { code: 'memo', name: '备注', kind: 'text', size: 500 },
      ],
    },
  ],
}
