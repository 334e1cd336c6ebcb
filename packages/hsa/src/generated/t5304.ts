// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input5304Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 开始时间 */
  readonly begntime?: Moment
  /** 结束时间 */
  readonly endtime?: Moment
}

/** What 5304 转院信息查询 asks. */
export interface Input5304 {
  readonly data: Input5304Data
}

export interface Output5304Refmedin {
  /** 险种类型 */
  readonly insutype: string
  /** 申报来源 */
  readonly dcla_souc?: string
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
  /** 出生日期 */
  readonly brdy?: PlainDate
  /** 联系电话 */
  readonly tel?: string
  /** 联系地址 */
  readonly addr?: string
  /** 参保机构医保区划 */
  readonly insu_optins?: string
  /** 单位名称 */
  readonly emp_name?: string
  /** 诊断代码 */
  readonly diag_code?: string
  /** 诊断名称 */
  readonly diag_name?: string
  /** 疾病病情描述 */
  readonly dise_cond_dscr?: string
  /** 转往定点医药机构编号 */
  readonly reflin_medins_no?: string
  /** 转往医院名称 */
  readonly reflin_medins_name: string
  /** 异地标志 */
  readonly out_flag?: string
  /** 转院日期 */
  readonly refl_date: PlainDate
  /** 转院原因 */
  readonly refl_rea: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 医院同意转院标志 */
  readonly hosp_agre_refl_flag: string
  /** 经办人ID */
  readonly opter_id?: string
  /** 经办人姓名 */
  readonly opter_name?: string
  /** 经办时间 */
  readonly opt_time?: Moment
}

/** What 5304 转院信息查询 answers. */
export interface Output5304 {
  readonly refmedin: readonly Output5304Refmedin[]
}

/** 5304 转院信息查询 */
export const t5304: TransactionSpec = {
  infno: '5304',
  name: '转院信息查询',
  input: [{ path: 'data', rows: false, fields: [need(f.psn_no), f.begntime, f.endtime] }],
  output: [
    {
      path: 'refmedin',
      rows: true,
      fields: [
        need(f.insutype),
        f.dcla_souc,
        need(f.psn_no),
        need(f.psn_cert_type),
        need(f.certno),
        need(f.psn_name),
        need(f.gend),
        f.brdy,
        f.tel,
        f.addr,
        f.insu_optins,
        f.emp_name,
        f.diag_code,
        f.diag_name,
        f.dise_cond_dscr,
        { code: 'reflin_medins_no', name: '转往定点医药机构编号', kind: 'text', size: 30 },
        need(f.reflin_medins_name),
        { code: 'out_flag', name: '异地标志', kind: 'code', size: 3, list: 'out_flag' },
        need(f.refl_date),
        need(f.refl_rea),
        need(f.begndate),
        f.enddate,
        need(f.hosp_agre_refl_flag),
        { code: 'opter_id', name: '经办人ID', kind: 'text', size: 20 },
        f.opter_name,
        { code: 'opt_time', name: '经办时间', kind: 'moment' },
      ],
    },
  ],
}
