// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2403Adminfo {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 联系人姓名 */
  readonly coner_name?: string
  /** 联系电话 */
  readonly tel?: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 结束时间 */
  readonly endtime?: Moment
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type: string
  /** 医疗类别 */
  readonly med_type: string
  /** 住院/门诊号 */
  readonly ipt_otp_no: string
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
  /** 病种编号 */
  readonly dise_type_code?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
  /** 第三方自付比例 */
  readonly ttp_pay_prop?: Decimal
}

export interface Input2403Diseinfo {
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

/** What 2403 住院信息变更 asks. */
export interface Input2403 {
  readonly adminfo: Input2403Adminfo
  readonly diseinfo: readonly Input2403Diseinfo[]
}

/** What 2403 住院信息变更 answers. */
export type Output2403 = null

/** 2403 住院信息变更 */
export const t2403: TransactionSpec = {
  infno: '2403',
  name: '住院信息变更',
  input: [
    {
      path: 'adminfo',
      rows: false,
      fields: [
        need(f.mdtrt_id),
        need(f.psn_no),
        f.coner_name,
        f.tel,
        need(f.begntime),
        f.endtime,
        need(f.mdtrt_cert_type),
        need(f.med_type),
        need(f.ipt_otp_no),
        f.medrcdno,
        need(f.atddr_no),
        need(f.chfpdr_name),
        need(f.adm_diag_dscr),
        need(f.adm_dept_codg),
        need(f.adm_dept_name),
        need(f.adm_bed),
        need(f.dscg_maindiag_code),
        need(f.dscg_maindiag_name),
        f.main_cond_dscr,
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
        { code: 'dise_type_code', name: '病种编号', kind: 'text', size: 6 },
        f.exp_content,
        { code: 'ttp_pay_prop', name: '第三方自付比例', kind: 'decimal', size: 5, scale: 4 },
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
        f.adm_cond,
        need(f.diag_dept),
        need(f.dise_dor_no),
        need(f.dise_dor_name),
        need(f.diag_time),
      ],
    },
  ],
  output: [],
}
