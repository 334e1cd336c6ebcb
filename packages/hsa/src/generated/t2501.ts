// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2501Refmedin {
  /** 人员编号 */
  readonly psn_no: string
  /** 险种类型 */
  readonly insutype?: string
  /** 联系电话 */
  readonly tel?: string
  /** 联系地址 */
  readonly addr?: string
  /** 参保机构医保区划 */
  readonly insu_optins?: string
  /** 诊断代码 */
  readonly diag_code: string
  /** 诊断名称 */
  readonly diag_name: string
  /** 疾病病情描述 */
  readonly dise_cond_dscr?: string
  /** 转往定点医药机构编号 */
  readonly reflin_medins_no: string
  /** 转往医院名称 */
  readonly reflin_medins_name: string
  /** 就医地行政区划 */
  readonly mdtrtarea_admdvs: string
  /** 医院同意转院标志 */
  readonly hosp_agre_refl_flag?: string
  /** 转院类型 */
  readonly refl_type: string
  /** 转院日期 */
  readonly refl_date: PlainDate
  /** 转院原因 */
  readonly refl_rea: string
  /** 转院意见 */
  readonly refl_opnn: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 转院前就诊id */
  readonly refl_old_mdtrt_id?: string
  /** 转诊使用标志 */
  readonly refl_used_flag?: string
}

/** What 2501 转院备案 asks. */
export interface Input2501 {
  readonly refmedin: Input2501Refmedin
}

export interface Output2501Result {
  /** 待遇申报明细流水号 */
  readonly trt_dcla_detl_sn: string
}

/** What 2501 转院备案 answers. */
export interface Output2501 {
  readonly result: Output2501Result
}

/** 2501 转院备案 */
export const t2501: TransactionSpec = {
  infno: '2501',
  name: '转院备案',
  input: [
    {
      path: 'refmedin',
      rows: false,
      fields: [
        need(f.psn_no),
        f.insutype,
        f.tel,
        f.addr,
        f.insu_optins,
        need(f.diag_code),
        need(f.diag_name),
        f.dise_cond_dscr,
        { code: 'reflin_medins_no', name: '转往定点医药机构编号', kind: 'text', size: 12, required: true },
        need(f.reflin_medins_name),
        { code: 'mdtrtarea_admdvs', name: '就医地行政区划', kind: 'text', size: 6, required: true },
        f.hosp_agre_refl_flag,
        { code: 'refl_type', name: '转院类型', kind: 'code', size: 30, required: true, list: 'refl_type' },
        need(f.refl_date),
        need(f.refl_rea),
        { code: 'refl_opnn', name: '转院意见', kind: 'text', size: 200, required: true },
        f.begndate,
        f.enddate,
        { code: 'refl_old_mdtrt_id', name: '转院前就诊id', kind: 'text', size: 30 },
        { code: 'refl_used_flag', name: '转诊使用标志', kind: 'text', size: 3 },
      ],
    },
  ],
  output: [{ path: 'result', rows: false, fields: [need(f.trt_dcla_detl_sn)] }],
}
