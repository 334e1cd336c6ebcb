// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

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
      fields: [need(f.psn_no), need(f.begntime), need(f.endtime), need(f.med_type), f.mdtrt_id],
    },
  ],
  output: [
    {
      path: 'mdtrtinfo',
      rows: true,
      fields: [
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.psn_cert_type),
        need(f.certno),
        need(f.psn_name),
        need(f.gend),
        f.naty,
        f.brdy,
        f.age,
        f.coner_name,
        f.tel,
        need(f.insutype),
        need(f.psn_type),
        { code: 'maf_psn_flag', name: '医疗救助对象标志', kind: 'code', size: 3, list: 'maf_psn_flag' },
        need(f.cvlserv_flag),
        f.flxempe_flag,
        f.nwb_flag,
        f.insu_optins,
        f.emp_name,
        need(f.begntime),
        need(f.endtime),
        f.mdtrt_cert_type,
        need(f.med_type),
        {
          code: 'ars_year_ipt_flag',
          name: '跨年度住院标志',
          kind: 'code',
          size: 3,
          list: 'ars_year_ipt_flag',
        },
        { code: 'pre_pay_flag', name: '先行支付标志', kind: 'code', size: 3, list: 'pre_pay_flag' },
        f.ipt_otp_no,
        f.medrcdno,
        f.atddr_no,
        f.chfpdr_name,
        f.adm_dept_codg,
        f.adm_dept_name,
        f.adm_bed,
        f.dscg_maindiag_code,
        f.dscg_maindiag_name,
        f.dscg_dept_codg,
        f.dscg_dept_name,
        f.dscg_bed,
        f.dscg_way,
        f.main_cond_dscr,
        f.dise_codg,
        f.dise_name,
        f.oprn_oprt_code,
        f.oprn_oprt_name,
        { code: 'otp_diag_info', name: '门诊诊断信息', kind: 'text', size: 200 },
        { code: 'inhosp_stas', name: '在院状态', kind: 'code', size: 3, list: 'inhosp_stas' },
        f.die_date,
        { code: 'ipt_days', name: '住院天数', kind: 'whole', size: 4 },
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
        { code: 'opter_id', name: '经办人ID', kind: 'text', size: 20 },
        f.opter_name,
        { code: 'opt_time', name: '经办时间', kind: 'moment' },
        f.memo,
      ],
    },
  ],
}
